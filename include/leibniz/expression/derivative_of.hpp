// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/expression/let.hpp"

namespace leibniz {

namespace detail {

template <class F> constexpr void require_formula() {
  if constexpr (!Formula<F>) {
    static_assert(
        !std::is_arithmetic_v<F>,
        "leibniz: a number stands where a formula is needed: differentiate an expression of variables, "
        "or write the number as a constant (2_c)");
    static_assert(
        !Condition<F>,
        "leibniz: a condition stands where a formula is needed: only numbers have derivatives");
    static_assert(
        Condition<F> || std::is_arithmetic_v<F>,
        "leibniz: something else stands where a formula is needed: an expression of lz::variable objects");
  }
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
    diagnose<"derivative by", fixed_string<text.size + 1>(text.view()),
             "use a variable or a let">();
  } else {
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
  detail::require_formula<F>();
  if constexpr (Formula<F>) {
    if constexpr (detail::differentiable_by<X>()) {
      auto first = compose<operation::derivative_columns>(f, x);
      if constexpr (sizeof...(More) == 0) return first;
      else return derivative(first, more...);
    }
  }
}

/// The N-th derivative by one variable: `derivative<3>(f, x)`.
template <int N, class F, class X> constexpr auto derivative(F const& f, X const& x) {
  static_assert(N >= 0, "leibniz::derivative<N>: N must not be negative");
  detail::require_formula<F>();
  if constexpr (N == 0) return f;
  else return derivative<N - 1>(derivative(f, x), x);
}

}  // namespace leibniz
