// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "catch.hpp"

namespace leibniz::test {

/// The value itself; at run time the optimiser cannot see where it came from.
template <class T> constexpr T opaque(T value) {
  if (!std::is_constant_evaluated()) asm volatile("" : "+m"(value) : : "memory");
  return value;
}

/// The bits of a floating-point number: equality that tells -0 from 0 and NaN from NaN.
constexpr std::uint32_t bits(float x) { return std::bit_cast<std::uint32_t>(x); }
constexpr std::uint64_t bits(double x) { return std::bit_cast<std::uint64_t>(x); }

/// How many floating-point numbers apart two finite numbers are (0 and -0 are the same one).
template <std::floating_point T> constexpr auto ulps_between(T a, T b) {
  using whole = decltype(bits(a));
  constexpr whole sign = whole(1) << (sizeof(T) * 8 - 1);
  auto const position = [](T x) { return bits(x) < sign ? sign + bits(x) : 2 * sign - bits(x); };
  return std::max(position(a), position(b)) - std::min(position(a), position(b));
}

/// Equal up to `ulps` steps. NaN is near NaN; an infinity is near itself only.
template <std::floating_point T>
constexpr bool near(T a, std::type_identity_t<T> b, unsigned ulps) {
  constexpr T largest = std::numeric_limits<T>::max();
  auto const finite = [](T x) { return -largest <= x && x <= largest; };
  if (finite(a) && finite(b)) return ulps_between(a, b) <= ulps;
  return a == b || (a != a && b != b);
}

/// Equal up to a relative error, measured against the larger of the two.
template <class T>
constexpr bool close(T a, std::type_identity_t<T> b, std::type_identity_t<T> relative) {
  auto const magnitude = [](T x) { return x < T(0) ? T(-x) : x; };
  return a == b || magnitude(a - b) <= relative * std::max<T>(magnitude(a), magnitude(b));
}

}  // namespace leibniz::test

/// One body, a lambda without arguments that returns whether all is well, checked in a constant
/// expression and again at run time. Numbers go through `opaque`, or the optimiser computes them:
///
///     LEIBNIZ_CHECK_BOTH([] { return near(square(opaque(3.0)), 9.0, 0); });
#define LEIBNIZ_CHECK_BOTH(...)                    \
  do {                                             \
    constexpr auto body_ = __VA_ARGS__;            \
    static_assert(body_(), #__VA_ARGS__);          \
    INFO("at run time: " #__VA_ARGS__);            \
    bool holds_ = leibniz::test::opaque(+body_)(); \
    CHECK(holds_);                                 \
  } while (false)
