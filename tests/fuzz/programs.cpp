// SPDX-License-Identifier: BSL-1.0
#include "fuzz/programs.hpp"

namespace leibniz::test::fuzz {

namespace {

buffer<int> as_buffer(std::vector<int> const& from) {
  buffer<int> to;
  for (int i : from) to.push_back(i);
  return to;
}

/// As emit/program.hpp does it.
template <bool Simplified>
simplification::rewriting_builder derived_by(question const& asked, graph::view const& source,
                                             int outputs, validity rules) {
  simplification::rewriting_builder g(validity::always);
  derive::assembly<simplification::rewriting_builder, Simplified> all(g, source, outputs, rules);
  buffer<int> extra;
  for (std::size_t i = 0; i < asked.extra.size(); ++i)
    extra.push_back(g.add_input(operation::parameter, "direction"));
  if (with_values(asked.what)) all.values();
  order const by = asked.accumulation;
  switch (asked.what) {
  case request::values:           break;
  case request::jacobian:         all.jacobian(by); break;
  case request::hessian:          all.hessian(by); break;
  case request::jacobian_entries: all.jacobian_entries(as_buffer(asked.pairs), by); break;
  case request::hessian_entries:  all.hessian_entries({}, as_buffer(asked.pairs)); break;
  case request::hessian_rows:
    all.hessian_entries(as_buffer(asked.rows), as_buffer(asked.pairs));
    break;
  case request::taylor:       all.taylor(extra, asked.count); break;
  case request::gauss_newton: all.gauss_newton(by, asked.by == way::sweeps); break;
  case request::jvp:
    if (asked.by == way::sweeps) all.jvp(extra);
    else all.jvp_by_jacobian(extra, by);
    break;
  case request::vjp:
    if (asked.by == way::sweeps) all.vjp(extra);
    else all.vjp_by_jacobian(extra, by);
    break;
  case request::hvp:
    if (asked.by == way::sweeps) all.hvp(extra);
    else all.hvp_by_hessian(extra, by);
    break;
  }
  bool const exact = rules != validity::real;
  if (exact && asked.what == request::values) return g;
  return emit::share_quotients(static_cast<simplification::rewriting_builder&&>(g), exact,
                               with_values(asked.what) ? outputs : 0);
}

}  // namespace

graph::builder program_of(question const& asked, graph::view const& source, int outputs) {
  auto derived =
      asked.simplified
          ? simplification::lighter(derived_by<true>(asked, source, outputs, validity::real),
                                    derived_by<true>(asked, source, outputs, validity::finite))
          : derived_by<false>(asked, source, outputs, validity::finite);
  return emit::ordered(
      simplification::finished(derived.view(), with_values(asked.what) ? outputs : 0),
      source.size.roots - outputs == 1);
}

graph::builder plain_gradients(graph::view const& source, int outputs) {
  graph::builder g;
  derive::assembly<graph::builder> all(g, source, outputs);
  all.values();
  all.jacobian(order::reverse);
  graph::builder tidied;
  simplification::tidy(tidied, g.view());
  return tidied;
}

}  // namespace leibniz::test::fuzz
