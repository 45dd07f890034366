// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/decimal.hpp"
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

/// The decimal of an exact number that is no integer; none (count 0) where it has more than 17 digits or no end.
constexpr decimal_digits exact_decimal(number const& n) {
  constexpr std::uint64_t limit = 100'000'000'000'000'000;
  std::uint64_t digits = magnitude(n.numerator);
  auto rest = static_cast<std::uint64_t>(n.denominator);
  decimal_digits result{};
  for (; rest != 1; --result.exponent) {  // the digits times 10, over the rest
    std::uint64_t factor = 10;
    if (rest % 10 == 0) rest /= 10, factor = 1;
    else if (rest % 2 == 0) rest /= 2, factor = 5;
    else if (rest % 5 == 0) rest /= 5, factor = 2;
    if (factor == 10 || digits > (limit - 1) / factor) return {};
    digits *= factor;
  }
  for (std::uint64_t k = digits; k != 0; k /= 10) ++result.count, ++result.exponent;
  for (int i = result.count; i-- > 0; digits /= 10)
    result.digit[i] = static_cast<char>('0' + digits % 10);
  return result;
}

/// Whether an exact number is written p/q: it is no integer, has no decimal of 17 digits and is no double.
constexpr bool is_fraction(number const& n) {
  if (!n.exact() || n.integer() || exact_decimal(n).count != 0) return false;
  bool const binary = (n.denominator & (n.denominator - 1)) == 0;
  return !binary || magnitude(n.numerator) > (std::uint64_t{1} << 53);
}

/// Whether its text begins with a minus.
constexpr bool has_minus(number const& n) {
  using namespace math::constant;
  return n.exact() ? n.numerator < 0 : is_negative(n.real) && !is_nan(n.real);
}

constexpr bool is_finite(number const& n) { return n.exact() || math::constant::is_finite(n.real); }

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
  if (value == 0) to.append('0').append(how.whole_end);
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
  decimal_digits const exact = n.exact() ? exact_decimal(n) : decimal_digits{};
  double const value = n.as_double();
  if (exact.count != 0) append_decimal(to, exact, how);
  else append_shortest(to, has_minus(n) ? -value : value, how);
}

/// Appends a number as a person writes it: 3, -2/3, 0.1; an exact one of up to 17 digits by all of them, a double by
/// the shortest decimal that gives it back.
template <class Text> constexpr void append_number(Text& to, number const& n) {
  if (has_minus(n)) to.append('-');
  if (!is_finite(n)) {
    to.append(math::constant::is_nan(n.real) ? "nan" : "inf");
  } else if (is_fraction(n)) {
    append_digits(to, magnitude(n.numerator));
    to.append('/');
    append_digits(to, magnitude(n.denominator));
  } else {
    append_magnitude(to, n, plain_spelling);
  }
}

}  // namespace leibniz::emit
