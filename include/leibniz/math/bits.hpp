// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include "leibniz/base/exact_comparison.hpp"

// Classification, special values and exponents of a double, by its bits.
//
// Under -ffast-math a comparison such as x != x is folded away and naming an infinity is a warning;
// bits are neither. An operation whose result is infinite or NaN is not a constant expression, so
// such results are built here and returned, never computed.

namespace leibniz::math::constant {

static_assert(std::numeric_limits<double>::is_iec559 && std::numeric_limits<double>::digits == 53,
              "leibniz::math needs IEEE 754 binary64 doubles");

inline constexpr std::uint64_t sign_mask = 0x8000'0000'0000'0000;
inline constexpr std::uint64_t exponent_mask = 0x7ff0'0000'0000'0000;
inline constexpr std::uint64_t fraction_mask = 0x000f'ffff'ffff'ffff;

constexpr std::uint64_t to_bits(double x) noexcept { return std::bit_cast<std::uint64_t>(x); }
constexpr double from_bits(std::uint64_t bits) noexcept { return std::bit_cast<double>(bits); }

constexpr double positive_infinity() noexcept { return from_bits(exponent_mask); }
constexpr double not_a_number() noexcept { return from_bits(0x7ff8'0000'0000'0000); }

constexpr bool is_nan(double x) noexcept { return (to_bits(x) & ~sign_mask) > exponent_mask; }
constexpr bool is_infinite(double x) noexcept { return (to_bits(x) & ~sign_mask) == exponent_mask; }
constexpr bool is_finite(double x) noexcept {
  return (to_bits(x) & exponent_mask) != exponent_mask;
}
constexpr bool is_zero(double x) noexcept { return (to_bits(x) & ~sign_mask) == 0; }
constexpr bool is_negative(double x) noexcept { return (to_bits(x) & sign_mask) != 0; }

constexpr double magnitude(double x) noexcept { return from_bits(to_bits(x) & ~sign_mask); }

/// |x| with the sign of y.
constexpr double with_sign_of(double x, double y) noexcept {
  return from_bits((to_bits(x) & ~sign_mask) | (to_bits(y) & sign_mask));
}

/// 2^n for -1022 <= n <= 1023.
constexpr double power_of_two(int n) noexcept {
  return from_bits(static_cast<std::uint64_t>(n + 1023) << 52);
}

/// The n with 2^n <= |x| < 2^(n+1), for a finite x other than zero.
constexpr int exponent_of(double x) noexcept {
  int const field = static_cast<int>((to_bits(x) & exponent_mask) >> 52);
  if (field != 0) return field - 1023;
  // A subnormal: the position of its leading bit counts.
  return -1011 - std::countl_zero(to_bits(x) & fraction_mask);
}

/// x * 2^n with one rounding; overflow gives an infinity, underflow a subnormal or a zero, all with
/// the sign of x.
constexpr double scale(double x, int n) noexcept {
  if (is_zero(x) || !is_finite(x)) return x;
  if (exponent_of(x) < -1022) return scale(x * 0x1p64, n - 64);
  int const exponent = exponent_of(x) + n;
  if (exponent > 1023) return with_sign_of(positive_infinity(), x);
  if (exponent < -1080) return with_sign_of(0.0, x);
  std::uint64_t const sign_and_fraction = to_bits(x) & (sign_mask | fraction_mask);
  if (exponent >= -1022) return from_bits(sign_and_fraction | to_bits(power_of_two(exponent)));
  return from_bits(sign_and_fraction | to_bits(power_of_two(exponent + 64))) * 0x1p-64;
}

/// The integer nearest to x, for |x| < 2^62.
constexpr std::int64_t nearest_integer(double x) noexcept {
  return static_cast<std::int64_t>(x < 0 ? x - 0.5 : x + 0.5);
}

constexpr bool is_integer(double x) noexcept {
  if (magnitude(x) >= 0x1p52) return is_finite(x);
  return same_value(static_cast<double>(static_cast<std::int64_t>(x)), x);
}

constexpr bool is_odd_integer(double x) noexcept {
  return is_integer(x) && magnitude(x) < 0x1p53 && static_cast<std::int64_t>(x) % 2 != 0;
}

}  // namespace leibniz::math::constant
