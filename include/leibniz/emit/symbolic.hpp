// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/expand.hpp"
#include "leibniz/graph/lower.hpp"
#include "leibniz/simplify/canonicalize.hpp"
#include "leibniz/simplify/raise.hpp"
#include "leibniz/simplify/rewriting_builder.hpp"

namespace leibniz {

namespace emit {

/// Formulas as one graph without derivatives to expand; plain literals are the numbers they are.
template <Formula... Fs> constexpr simplification::rewriting_builder expanded(Fs const&... fs) {
  graph::builder lowered;
  (lowered.root(graph::lowering(lowered, detail::literal_values(fs))(Fs::description())), ...);
  simplification::rewriting_builder g(validity::finite);
  derive::expansion image(g, lowered.view());
  for (int r : lowered.roots()) g.root(image[r]);
  return g;
}

/// Whether two formulas have one canonical form. Complexity: bounded by the budget of canonical forms.
template <class F, class G> constexpr bool same_form(F const& f, G const& g) {
  simplification::rewriting_builder const both = expanded(f, g);
  simplification::canonical_forms forms(simplification::purpose::comparison);
  simplification::canonicalizer canonical(forms, both.view());
  int const a = canonical[both.roots()[0]], b = canonical[both.roots()[1]];
  if (a == b) return true;
  int const difference = forms.add(a, forms.scale(b, integer(-1)));
  return forms.without_denominators(difference) == forms.zero();
}

template <class F, class G> struct literal_free_equality {
  static constexpr bool value = same_form(F{}, G{});
};

}  // namespace emit

/// Symbolic equality over the real numbers, up to the rules; false means "not shown equal".
template <Operand X, Operand Y>
requires(Formula<X> || Formula<Y>)
constexpr bool operator==(X const& x, Y const& y) {
  using F = as_formula_type<X>;
  using G = as_formula_type<Y>;
  if constexpr (F::literal_count + G::literal_count == 0)
    return emit::literal_free_equality<F, G>::value;
  else return emit::same_form(as_formula(x), as_formula(y));
}

}  // namespace leibniz
