// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace leibniz {

/// numerator / denominator, rounded once to a float or double; the denominator is positive.
/// Complexity: two conversions and a division where both numbers are exact in T, else one step for each bit.
template <class T>
constexpr T quotient(std::int64_t numerator, std::int64_t denominator) {
  constexpr int digits = std::numeric_limits<T>::digits;
  static_assert(digits <= 53, "a quotient is rounded to float or double");
  constexpr std::int64_t exact = std::int64_t{1} << digits;
  if (numerator == 0 || (-exact <= numerator && numerator <= exact && denominator <= exact))
    return static_cast<T>(numerator) / static_cast<T>(denominator);

  bool const negative = numerator < 0;
  auto a = static_cast<std::uint64_t>(numerator), b = static_cast<std::uint64_t>(denominator);
  if (negative) a = 0 - a;
  // long division with both aligned: the quotient is at least 1 and below 2
  int const left = std::countl_zero(a), right = std::countl_zero(b);
  int exponent = right - left;
  a <<= left;
  b <<= right;
  if (a < b) --exponent, a -= b - a;  // 2a - b
  else a -= b;
  std::uint64_t bits = 1;
  bool half = false;  // the bit after the last
  for (int i = 1; i <= digits; ++i) {
    half = a >= b - a;  // the rest, doubled, may have 65 bits: it never is formed
    a = half ? a - (b - a) : 2 * a;
    if (i < digits) bits = 2 * bits + (half ? 1 : 0);
  }
  if (half && (a != 0 || bits % 2 == 1)) ++bits;
  T scale = 1;
  for (int i = exponent - (digits - 1); i != 0; i += i < 0 ? 1 : -1) scale *= i < 0 ? T(0.5) : T(2);
  return static_cast<T>(bits) * (negative ? -scale : scale);
}

}  // namespace leibniz
