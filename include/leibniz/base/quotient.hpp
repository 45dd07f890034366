// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>

#include "leibniz/base/exact_comparison.hpp"
#include "leibniz/base/natural.hpp"

namespace leibniz {

namespace detail {

/// x · 2^n, which is exact where the result is a number of its type.
template <class T> constexpr T times_power_of_two(T x, int n) {
  for (; n >= 32; n -= 32) x *= T(4294967296.0);
  for (; n <= -32; n += 32) x *= T(1 / 4294967296.0);
  for (; n > 0; --n) x *= T(2);
  for (; n < 0; ++n) x *= T(0.5);
  return x;
}

}  // namespace detail

/// above/below · 2^twos · 5^fives, of which `below` is not 0 and |fives| at most 400, rounded once to a floating-point
/// number of up to 64 bits, also to subnormal ones, 0 and infinity.
/// Complexity: a few hundred steps near 1, some thousand at the ends of the range.
template <class T>
constexpr T rounded_quotient(uint128 const& above, uint128 const& below, int twos, int fives) {
  using limits = std::numeric_limits<T>;
  static_assert(limits::radix == 2 && limits::digits <= 64);
  if (above.is(0)) return T(0);
  natural rest = above, divisor = below;
  (fives < 0 ? divisor : rest).times_power_of_five(fives < 0 ? -fives : fives);
  // a quotient of at least 1 and below 4, and the limbs of the divisor full
  int const shift = divisor.width() - rest.width() + 1;
  (shift < 0 ? divisor : rest).times_power_of_two(shift < 0 ? -shift : shift);
  int const full = -divisor.width() & 31;
  rest.times_power_of_two(full);
  divisor.times_power_of_two(full);
  std::uint64_t const whole = rest.divide_by(divisor);
  std::uint64_t const first = rest.times_power_of_two(32).divide_by(divisor);
  std::uint64_t const second = rest.times_power_of_two(32).divide_by(divisor);
  uint128 const quotient{whole, first << 32 | second};        // of 2^64 times the value
  int const exponent = quotient.width() - 65 + twos - shift;  // 2^exponent ≤ the value
  int digits = limits::digits;
  if (exponent < limits::min_exponent - 1) digits -= limits::min_exponent - 1 - exponent;
  if (exponent >= limits::max_exponent) return limits::infinity();
  if (digits < 0) return T(0);
  int const dropped = quotient.width() - digits;
  std::uint64_t const mantissa = (quotient >> dropped).low;
  uint128 const lost = quotient - (uint128{0, mantissa} << dropped),
                half = uint128{0, 1} << (dropped - 1);
  bool const up = half < lost || (half == lost && (!rest.is_zero() || mantissa % 2 == 1));
  T const rounded = static_cast<T>(mantissa) + static_cast<T>(up ? 1 : 0);
  if (exponent == limits::max_exponent - 1 &&
      same_value(rounded, detail::times_power_of_two(T(1), digits)))
    return limits::infinity();
  return detail::times_power_of_two(rounded, twos - shift - 64 + dropped);
}

/// numerator / denominator, rounded once to a floating-point number of up to 64 bits; the denominator is positive.
/// Complexity: two conversions and a division where both numbers are exact in T, else some hundred steps.
template <class T> constexpr T quotient(std::int64_t numerator, std::int64_t denominator) {
  constexpr int digits = std::numeric_limits<T>::digits;
  constexpr std::int64_t exact =
      digits < 63 ? std::int64_t{1} << digits : std::numeric_limits<std::int64_t>::max();
  if (numerator == 0 || (-exact <= numerator && numerator <= exact && denominator <= exact))
    return static_cast<T>(numerator) / static_cast<T>(denominator);
  bool const negative = numerator < 0;
  auto const magnitude = static_cast<std::uint64_t>(numerator);
  T const result = rounded_quotient<T>({0, negative ? 0 - magnitude : magnitude},
                                       {0, static_cast<std::uint64_t>(denominator)}, 0, 0);
  return negative ? -result : result;
}

}  // namespace leibniz
