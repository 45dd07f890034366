// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/expression/let.hpp"

namespace leibniz {

namespace detail {

/// Whether F is a formula; if not, an error. To be used in `if constexpr`: then the error comes first.
template <class F> constexpr bool require_formula() {
  if constexpr (std::is_arithmetic_v<F>)
    static_assert(
        never<F>,
        "leibniz: a number stands where a formula is needed: write an expression of variables, or the "
        "number as a constant (2_c)");
  else if constexpr (Condition<F>)
    static_assert(never<F>,
                  "leibniz: a condition stands where a formula is needed: make it one with "
                  "lz::where(condition, 1, 0)");
  else if constexpr (requires { typename F::code_type; })
    static_assert(
        never<F>,
        "leibniz: a function stands where a formula is needed: it has no variables; "
        "lz::gradient(function) and lz::jacobian(function) differentiate it by its inputs");
  else if constexpr (!Formula<F> && !std::is_same_v<F, after_error>)
    static_assert(
        never<F>,
        "leibniz: what stands here is no formula: write an expression of lz::variable objects, "
        "make a function of a lambda, lz::function<lz::R<2>>(lambda), or take lz::jacobian of "
        "an lz::vector");
  return Formula<F>;
}

template <class F> constexpr void require_operand() {
  static_assert(Operand<F>, "leibniz: something else stands where a formula or a number is needed");
}

template <class X> constexpr bool differentiable_by() {
  if constexpr (is_variable<X> || is_let<X>) return true;
  else if constexpr (std::is_arithmetic_v<X>) {
    static_assert(never<X>,
                  "leibniz: derivative by a number: differentiate by a variable or a let");
  } else if constexpr (Formula<X>) {
    constexpr short_text text = X::written();
    diagnose<"derivative by", fixed_string<text.length() + 1>(text.view()),
             "use a variable or a let">();
  } else if constexpr (!std::is_same_v<X, after_error>) {
    static_assert(never<X>,
                  "leibniz: derivative by something that is no formula: use a variable or a let");
  }
  return false;
}

}  // namespace detail

/// The derivative of a formula by variables or lets, one after another: `derivative(f, x)`, `derivative(f, x, y)`.
/// It is a formula itself; nothing is expanded until it is evaluated, compared or printed.
template <class F, class X, class... More> constexpr auto derivative(F const& f, X const& x,
                                                                     More const&... more) {
  if constexpr (!detail::require_formula<F>()) {
    return after_error{};
  } else if constexpr (!detail::differentiable_by<X>()) {
    return after_error{};
  } else {
    auto first = compose<operation::derivative_columns>(f, x);
    if constexpr (sizeof...(More) == 0) return first;
    else return derivative(first, more...);
  }
}
template <class F> constexpr after_error derivative(F const&) {
  static_assert(
      never<F>,
      "leibniz::derivative: by what? derivative(f, x), or lz::gradient(f) for all variables");
  return {};
}

/// The N-th derivative by one variable: `derivative<3>(f, x)`.
template <int N, class F, class X> constexpr auto derivative(F const& f, X const& x) {
  static_assert(N >= 0, "leibniz::derivative<N>: N must not be negative");
  if constexpr (!detail::require_formula<F>()) return after_error{};
  else if constexpr (N <= 0) return f;
  else return derivative<N - 1>(derivative(f, x), x);
}

}  // namespace leibniz
