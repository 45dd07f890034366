// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

#include "leibniz/base/decimal.hpp"
#include "leibniz/base/exact_comparison.hpp"
#include "leibniz/base/number.hpp"
#include "leibniz/base/text.hpp"
#include "leibniz/math/bits.hpp"

namespace leibniz::emit {

template <class Text> constexpr void append_digits(Text& to, std::uint64_t n) {
  if (n > 9) append_digits(to, n / 10);
  to.append(static_cast<char>('0' + n % 10));
}

constexpr std::uint64_t magnitude(std::int64_t n) {
  return n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
}

/// The digits of an exact number that is not 0; none (count 0) where it has more than 38 or no end.
constexpr decimal_digits exact_decimal(number const& n) {
  scaled_fraction const f = detail::fraction_of(n).of;
  int const tens = f.twos < f.fives ? f.twos : f.fives;
  uint128 digits = f.above;
  decimal_digits result{};
  if (!f.below.is(1) || !detail::multiply_by_powers(digits, f.twos - tens, f.fives - tens))
    return result;
  for (uint128 k = digits; !k.is(0); detail::remove_digit(k)) ++result.count;
  if (result.count > decimal_digits::most) return {};
  for (int i = result.count; i-- > 0;) result.digit[i] = detail::remove_digit(digits);
  result.exponent = tens + result.count;
  return result;
}

/// Whether it is an integer divided by a power of 2.
constexpr bool is_binary(number const& n) {
  scaled_fraction const f = detail::fraction_of(n).of;
  return f.twos < 0 && f.fives >= 0 && f.below.is(1);
}

/// The digits of an exact number that is neither an integer of 63 bits nor written p/q: all if they are 17 at most or,
/// unless it is an integer divided by a power of 2, as plain numbers are, 38 at most; else those of the nearest double.
constexpr decimal_digits written_decimal(number const& n) {
  decimal_digits const exact = exact_decimal(n);
  if (exact.count > 0 && (exact.count <= 17 || !is_binary(n))) return exact;
  scaled_fraction const f = detail::fraction_of(n).of;
  int const log2 = f.above.width() - f.below.width() + f.twos + f.fives * 2322 / 1000;
  int const tens = log2 > -1075 && log2 < 1020 ? 0 : log2 * 301 / 1000;  // beyond double
  decimal_digits nearest =
      shortest_decimal(rounded_quotient<double>(f.above, f.below, f.twos - tens, f.fives - tens));
  nearest.exponent += tens;
  return nearest;
}

/// Whether an exact number is written p/q: it is no integer, has no end as a decimal, and p and q are short.
constexpr bool is_fraction(number const& n) {
  constexpr std::int64_t largest = 1'000'000'000'000'000;
  return n.denominator > 1 && n.denominator <= largest && n.numerator <= largest &&
         n.numerator >= -largest && exact_decimal(n).count == 0 && !is_binary(n);
}

/// Whether its text begins with a minus.
constexpr bool has_minus(number const& n) {
  using namespace math::constant;
  return n.exact() ? n.numerator < 0 : is_negative(n.real()) && !is_nan(n.real());
}

constexpr bool is_finite(number const& n) {
  return n.exact() || math::constant::is_finite(n.real());
}

/// Whether 0.d₁d₂… · 10^exponent is written with its power of ten.
constexpr bool is_scientific(decimal_digits const& d) { return d.exponent > 16 || d.exponent < -5; }

/// Appends a decimal from `first` to `last` digit with the point before digit `point`, zeros where it has no digits.
template <class Text> constexpr void append_with_point(Text& to, decimal_digits const& d,
                                                       int point) {
  int const first = point <= 0 ? point - 1 : 0, last = d.count > point ? d.count : point;
  for (int k = first; k < last; ++k) {
    if (k == point) to.append('.');
    to.append(k >= 0 && k < d.count ? d.digit[k] : '0');
  }
}

/// How numbers are spelled: a power of ten (without `times`, 1e22; with it, not 1 · 10^22), what follows a number
/// that has neither point nor power.
struct spelling {
  std::string_view times, power, power_end, whole_end;
};
inline constexpr spelling plain_spelling{"", "e", "", ""};

template <class Text>
constexpr void append_decimal(Text& to, decimal_digits const& d, spelling const& how) {
  if (!is_scientific(d)) {
    append_with_point(to, d, d.exponent);
    if (d.count <= d.exponent) to.append(how.whole_end);
    return;
  }
  if (how.times.empty() || d.count > 1 || d.digit[0] != '1') {
    append_with_point(to, d, 1);
    to.append(how.times);
  }
  to.append(how.power);
  if (d.exponent < 1) to.append('-');
  append_digits(to, magnitude(d.exponent - 1));
  to.append(how.power_end);
}

/// Appends a float or double that is not below 0 and finite by the shortest decimal that gives it back.
template <class Text, class T>
constexpr void append_shortest(Text& to, T value, spelling const& how) {
  if (same_value(value, T(0))) to.append('0').append(how.whole_end);
  else append_decimal(to, shortest_decimal(value), how);
}

/// Appends |n|, which is finite and no fraction.
template <class Text>
constexpr void append_magnitude(Text& to, number const& n, spelling const& how) {
  if (n.integer()) {
    append_digits(to, magnitude(n.numerator));
    to.append(how.whole_end);
    return;
  }
  if (n.exact()) append_decimal(to, written_decimal(n), how);
  else append_shortest(to, has_minus(n) ? -n.real() : n.real(), how);
}

/// Appends a number as a person writes it: 3, -2/3, 0.1, 1.380649e-23; a double by the shortest decimal that gives it
/// back.
template <class Text> constexpr void append_number(Text& to, number const& n) {
  if (has_minus(n)) to.append('-');
  if (!is_finite(n)) {
    to.append(math::constant::is_nan(n.real()) ? "nan" : "inf");
  } else if (is_fraction(n)) {
    append_digits(to, magnitude(n.numerator));
    to.append('/');
    append_digits(to, magnitude(n.denominator));
  } else {
    append_magnitude(to, n, plain_spelling);
  }
}

}  // namespace leibniz::emit
