// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/piecewise.hpp"

// Functions that are made of rows are templates: one body for formulas, traced scalars and plain numbers. What these
// three write differently is here.

namespace leibniz {

namespace detail {

template <class X> concept Scalar = Operand<X> || std::same_as<X, traced>;
template <class... Xs>
concept Scalars =
    (Scalar<Xs> && ...) && !((Formula<Xs> || ...) && (std::same_as<Xs, traced> || ...));

/// A constant beside operands of these types: exact beside formulas, else a number.
template <class... Xs, std::int64_t N, std::int64_t D, scaled_fraction S>
constexpr auto number_beside(constant<N, D, S> exact) {
  if constexpr ((Formula<Xs> || ...)) return exact;
  else if constexpr ((std::same_as<Xs, traced> || ...)) return traced(constant<N, D, S>::exact);
  else {
    using common = decltype((math::real_t<Xs>() + ...));
    constexpr common rounded = constant<N, D, S>::exact.template as<common>();
    return rounded;
  }
}

/// `where`, of plain numbers too.
template <class C, class A, class B> constexpr auto choose(C const& c, A const& a, B const& b) {
  if constexpr (std::same_as<C, bool>) return c ? a : b;
  else return where(c, a, b);
}

/// x = y as a condition or, of plain numbers, as a bool.
template <class X, class Y> constexpr auto same(X const& x, Y const& y) {
  if constexpr (Formula<X> || Formula<Y>) return equal_to(x, y);
  else return same_value(x, y);
}

}  // namespace detail

}  // namespace leibniz
