// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/expression/derivative_of.hpp"
#include "leibniz/expression/function.hpp"

namespace leibniz {

/// The formula, for computing with fewer operations: rewritten by every rule, also by those that hold over the real
/// numbers only and round differently. Derivatives of it, and what contains it, are simplified as far.
///
///   constexpr auto g = lz::gradient(lz::simplify(exp(x) * exp(y)));  // e^(x + y), one call
///
/// The result computes the same real function wherever f is defined; it may be defined elsewhere too (x/x is 1).
template <class F> constexpr auto simplify(F const& f) {
  if constexpr (!detail::require_formula<F>()) return after_error{};
  else return compose<operation::simplification_columns>(f);
}

namespace detail {
/// The code of a function that is simplified after it has been recorded.
template <class Code> struct simplified_code {
  template <class... Inputs>
  requires std::is_invocable_v<Code const&, Inputs const&...>
  constexpr decltype(auto) operator()(Inputs const&... inputs) const {
    return Code{}(inputs...);
  }
};
template <class Code> inline constexpr bool is_simplified = false;
template <class Code> inline constexpr bool is_simplified<simplified_code<Code>> = true;
}  // namespace detail

/// The function, for computing with fewer operations, as a formula: products with a matrix' zeros, say, are left out.
///
///   constexpr auto J = lz::jacobian(lz::simplify(forward_kinematics));
template <class Code, class... Inputs>
constexpr auto simplify(function_of<Code, Inputs...> const&) {
  return function_of<detail::simplified_code<Code>, Inputs...>{};
}

}  // namespace leibniz
