// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/c_forms.hpp"
#include "leibniz/math/polygamma.hpp"

namespace leibniz {

/// The n-th derivative of digamma, for a constant n from 0 to 20.
struct polygamma_entry : entry<polygamma_entry, "polygamma", 2> {
  static constexpr char const* c_source = c_form::polygamma;
  static constexpr char const* latex = "\\psi^{\\left(#1\\right)}\\left(#2\\right)";
  static constexpr char const* kink =
      "polygamma(n + 1, x): infinite or, where n + 1 is even, NaN at the poles below 0";
  static constexpr edge_point edges[] = {{1, 0}, {1, -1}, {2, 0}, {2, -1}};
  static constexpr double sample_from = 0.3, sample_to = 12;
  LEIBNIZ_INLINE static auto value(auto const& n, auto const& x) {
    return math::polygamma(static_cast<int>(n), x);
  }
  static constexpr auto partials(auto, auto n, auto x) {
    return list(0_c, call<polygamma_entry>(n + 1_c, x));
  }
};

/// The derivative of log Γ(x)
struct digamma_entry : entry<digamma_entry, "digamma", 1> {
  static constexpr char const* c_source = c_form::digamma;
  static constexpr char const* latex = "\\psi\\left(#1\\right)";
  static constexpr char const* kink = "polygamma(1, x), infinite at the poles";
  static constexpr edge_point edges[] = {{0}, {-1}};
  static constexpr double sample_from = 0.3, sample_to = 12;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::digamma(x); }
  static constexpr auto partials(auto, auto x) { return list(call<polygamma_entry>(1_c, x)); }
};

/// log |Γ(x)|
struct lgamma_entry : entry<lgamma_entry, "lgamma", 1> {
  static constexpr char const* latex = "\\ln\\left|\\Gamma\\left(#1\\right)\\right|";
  static constexpr char const* kink = "digamma(x): -inf at 0, NaN at the other poles";
  static constexpr edge_point edges[] = {{0}, {-1}};
  static constexpr double sample_from = 0.3, sample_to = 12;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::lgamma(x); }
  static constexpr auto partials(auto, auto x) { return list(call<digamma_entry>(x)); }
};

/// Γ(x)
struct tgamma_entry : entry<tgamma_entry, "tgamma", 1> {
  static constexpr char const* latex = "\\Gamma\\left(#1\\right)";
  static constexpr char const* kink = "y digamma(x): -inf at 0, NaN at the other poles";
  static constexpr edge_point edges[] = {{0}, {-1}};
  static constexpr double sample_from = 0.3, sample_to = 6;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::tgamma(x); }
  static constexpr auto partials(auto y, auto x) { return list(y * call<digamma_entry>(x)); }
};

LEIBNIZ_FUNCTION_1(digamma)
LEIBNIZ_FUNCTION_1(lgamma)
LEIBNIZ_FUNCTION_1(tgamma)

/// The n-th derivative of digamma: `polygamma(2_c, x)`; `trigamma(x)` is the first.
template <Operand N, Formula X> constexpr auto polygamma(N const& n, X const& x) {
  constexpr bool known = *as_formula_type<N>::description().operation == operation::constant ||
                         *as_formula_type<N>::description().operation == operation::literal;
  static_assert(known, "leibniz::polygamma: the order is a number: polygamma(2_c, x)");
  return call<polygamma_entry>(n, x);
}
constexpr traced polygamma(int n, traced const& x) { return call<polygamma_entry>(traced(n), x); }
template <math::Arithmetic X> constexpr auto polygamma(int n, X x) { return math::polygamma(n, x); }
template <Formula X> constexpr auto trigamma(X const& x) { return call<polygamma_entry>(1_c, x); }
constexpr traced trigamma(traced const& x) { return polygamma(1, x); }
template <math::Arithmetic X> constexpr auto trigamma(X x) { return math::polygamma(1, x); }

}  // namespace leibniz
