// SPDX-License-Identifier: BSL-1.0
// Every row: its partials of first and second order, by every way to them, against differences with 100 digits.
#include "check.hpp"
#include "laws/rows.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

big magnitude(big const& x) { return x < 0 ? big(-x) : x; }
bool agree(big const& a, big const& b, char const* tolerance) {
  return magnitude(a - b) <= big(tolerance) * (1 + magnitude(a) + magnitude(b));
}

/// Whether a partial holds a named constant such as pi, which is known to the digits of a long double only.
bool holds_named_constant(record const& r) {
  for (int k = 0; k < r.arity; ++k)
    if (holds_named_constant(*r.operands[k])) return true;
  return r.arity == 0 && *r.operation != operation::pattern && *r.operation != operation::constant;
}

/// The central difference of f at x, an error of h^2/6 times the third derivative.
template <class F> big difference(F const& f, big const& x) {
  static big const h("1e-30");
  return (f(big(x + h)) - f(big(x - h))) / (2 * h);
}

}  // namespace

TEST_CASE("the partials of every row are its derivatives") {
  int rows = 0;
  for_each_row(function_table{}, [&]<class Row> {
    if constexpr (differentiable<Row>) {
      ++rows;
      constexpr auto f = formula_of<Row>();
      constexpr auto all = vector(f, derivative(f, u), derivative(f, v), derivative(f, u, u),
                                  derivative(f, u, v), derivative(f, v, u), derivative(f, v, v));
      char const* tolerance = "1e-40";
      for (int k = 0; k < Row::arity; ++k)
        if (holds_named_constant(*Row::partial(k))) tolerance = "1e-15";
      for (int i = 0; i < sample_count; ++i) {
        big const a(sample_point<Row>(i, 0)), b(sample_point<Row>(i, 1));
        auto const at = [&](big const& x, big const& y) { return all(u = x, v = y); };
        auto const here = at(a, b);
        CAPTURE(Row::name, i, a, b, here);
        for (int k : {0, 1, 2}) {
          auto const along_u = [&](big const& x) { return at(x, b)[static_cast<unsigned>(k)]; };
          auto const along_v = [&](big const& y) { return at(a, y)[static_cast<unsigned>(k)]; };
          constexpr unsigned by_u[] = {1, 3, 5}, by_v[] = {2, 4, 6};
          CAPTURE(k, difference(along_u, a), difference(along_v, b));
          CHECK(agree(here[by_u[k]], difference(along_u, a), tolerance));
          CHECK(agree(here[by_v[k]], difference(along_v, b), tolerance));
        }
      }
    }
  });
  CHECK(rows >= 20);
}
