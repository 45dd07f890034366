// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "leibniz/base/natural.hpp"

namespace leibniz {

/// Decimal digits: 0.d₁d₂d₃… · 10^exponent.
struct decimal_digits {
  static constexpr int most = 38;
  char digit[most + 2];  ///< '0' … '9'
  int count;
  int exponent;
};

namespace detail {
constexpr bool reaches(bool inclusive, natural const& a, natural const& b) {
  int const order = a.compare(b);
  return order > 0 || (inclusive && order == 0);
}
}  // namespace detail

/// The shortest decimal that gives a positive, finite float or double back, and of the shortest the nearest.
/// Complexity: a few thousand steps near 1, some 10,000 at the ends of the range. Source: Steele, White, "How to print
/// floating-point numbers accurately", 1990 (exact integer arithmetic, free format).
template <class T> constexpr decimal_digits shortest_decimal(T value) {
  using limits = std::numeric_limits<T>;
  static_assert(limits::is_iec559 && limits::digits <= 53);
  using whole = std::conditional_t<limits::digits == 53, std::uint64_t, std::uint32_t>;
  constexpr int fraction_bits = limits::digits - 1;
  whole const bits = std::bit_cast<whole>(value), hidden = whole{1} << fraction_bits;
  int const field = static_cast<int>(bits >> fraction_bits);
  // value = mantissa · 2^exponent
  std::uint64_t const mantissa = field == 0 ? bits : (bits & (hidden - 1)) | hidden;
  int const exponent = (field == 0 ? 1 : field) - (limits::max_exponent - 1) - fraction_bits;
  bool const even = mantissa % 2 == 0;
  // all doubled, and doubled again where the next smaller number is nearer than the next larger
  int const narrow = mantissa == hidden && field > 1 ? 1 : 0;

  // value = rest / scale; what is nearer than `up` / scale above or `down` / scale below still gives the value back
  natural rest = mantissa, scale = 1, up = 1, down = 1;
  int const above = exponent > 0 ? exponent : 0, below = exponent < 0 ? -exponent : 0;
  rest.times_power_of_two(above + 1 + narrow);
  scale.times_power_of_two(below + 1 + narrow);
  up.times_power_of_two(above + narrow);
  down.times_power_of_two(above);

  // 10^(estimate - 1) ≤ value < 10^(estimate + 1): 1233 / 4096 is just below log10(2)
  int const log2 = exponent + 63 - std::countl_zero(mantissa);
  int estimate = (log2 * 1233 >> 12) + (log2 < 0 ? 0 : 1);
  if (estimate >= 0) {
    scale.times_power_of_ten(estimate);
  } else {
    rest.times_power_of_ten(-estimate);
    up.times_power_of_ten(-estimate);
    down.times_power_of_ten(-estimate);
  }
  decimal_digits result{};
  result.exponent = estimate;
  for (; detail::reaches(even, rest + up, scale); ++result.exponent) scale *= 10;
  for (;;) {
    rest *= 10;
    up *= 10;
    down *= 10;
    if (result.count == 0 && !detail::reaches(even, rest + up, scale)) {
      --result.exponent;
      continue;
    }
    char digit = '0';
    for (; rest.compare(scale) >= 0; rest -= scale) ++digit;
    bool const low_enough = detail::reaches(even, down, rest),
               high_enough = detail::reaches(even, rest + up, scale);
    if (low_enough || high_enough) {
      int const half = (rest + rest).compare(scale);
      bool const nearer_up = half > 0 || (half == 0 && digit % 2 == 1);  // '0' is even
      if (high_enough && (!low_enough || nearer_up)) ++digit;
      result.digit[result.count++] = digit;
      return result;
    }
    result.digit[result.count++] = digit;
  }
}

}  // namespace leibniz
