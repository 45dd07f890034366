// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/expand.hpp"
#include "leibniz/emit/limits.hpp"
#include "leibniz/graph/lower.hpp"
#include "leibniz/simplify/canonicalize.hpp"
#include "leibniz/simplify/raise.hpp"
#include "leibniz/simplify/rewriting_builder.hpp"

namespace leibniz {

namespace emit {

/// A graph without derivatives to expand, simplified.
constexpr simplification::rewriting_builder expanded(graph::view const& written) {
  simplification::rewriting_builder g(validity::finite);
  derive::expansion image(g, written);
  for (int r = 0; r < written.size.roots; ++r) g.root(image[written.roots[r]]);
  return g;
}

/// Whether the formulas of a graph are real numbers: no constant is infinite or NaN, no name stands for two of them.
constexpr bool is_real(graph::view const& g) {
  for (int i = 0; i < g.size.numbers; ++i)
    if (!exactly(g.numbers[i]).exact()) return false;
  return g.ambiguous.empty();
}

/// Whether the first two roots of a graph have one canonical form. Complexity: bounded by the budget of canonical forms.
constexpr bool has_equal_roots(graph::view const& written) {
  if (written.roots[0] == written.roots[1]) return true;
  if (!is_real(written)) return false;
  simplification::rewriting_builder const both = expanded(written);
  simplification::canonical_forms forms(simplification::purpose::comparison);
  simplification::canonicalizer canonical(forms, both.view());
  int const a = canonical[both.roots()[0]], b = canonical[both.roots()[1]];
  if (a == b) return true;
  int const difference = forms.add(a, forms.scale(b, integer(-1)));
  return forms.without_denominators(difference) == forms.zero();
}
template <class F, class G> constexpr bool same_form(F const& f, G const& g) {
  graph::builder written;
  written.root(graph::lowering(written, detail::literal_values(f))(F::description()));
  written.root(graph::lowering(written, detail::literal_values(g))(G::description()));
  return has_equal_roots(written.view());
}

template <class F, class G> struct literal_free_equality {
  struct stage {
    static constexpr bool run() { return same_form(F{}, G{}); }
    static constexpr void refuse() { too_many_parts<survey<F, G>().parts>(); }
  };
  static constexpr bool value = number_made<stage>(0);
};

}  // namespace emit

/// Symbolic equality over the real numbers, up to the rules; false means "not shown equal". It holds where both formulas
/// are defined: x/x == 1. Constants are exact, and a plain number is the double that it is: 0.1*x != 0.1_c*x.
template <Operand X, Operand Y>
requires(Formula<X> || Formula<Y>)
constexpr bool operator==(X const& x, Y const& y) {
  using F = as_formula_type<X>;
  using G = as_formula_type<Y>;
  if constexpr (F::literal_count + G::literal_count == 0)
    return emit::literal_free_equality<F, G>::value;
  else return emit::same_form(as_formula(x), as_formula(y));
}
template <class X, detail::Unfit<X> Y> constexpr bool operator==(X const&, Y const&) {
  detail::refuse_operands<X, Y>();
  return false;
}

}  // namespace leibniz
