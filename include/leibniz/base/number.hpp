// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include "leibniz/base/exact_comparison.hpp"
#include "leibniz/base/hash.hpp"
#include "leibniz/base/quotient.hpp"

namespace leibniz {

/// above/below · 2^twos · 5^fives, where 2 and 5 divide neither of the two, and nothing both of them.
struct scaled_fraction {
  uint128 above, below;
  int twos, fives;
};

/// A known number. It is exact as far as it can be: a fraction of 63 bits (denominator > 0), where that does not
/// suffice one of 128 bits with powers of 2 and 5 beside it (denominator −1, the numerator is the sign), which holds
/// each double and each decimal of 38 digits. Each value has one representation. Else it is a double (denominator 0, the
/// numerator has its bits): a plain number that has not been asked for its exact value, or something that is none.
struct number {
  std::int64_t numerator, denominator;
  scaled_fraction scaled;

  constexpr bool exact() const { return denominator != 0; }
  constexpr bool is_scaled() const { return denominator == -1; }
  constexpr bool is(std::int64_t n) const { return denominator == 1 && numerator == n; }
  /// Of what is not exact.
  constexpr double real() const { return std::bit_cast<double>(numerator); }
  /// 0 of either sign, exact or not.
  constexpr bool zero() const { return exact() ? numerator == 0 : same_value(real(), 0.0); }
  /// An integer of 63 bits.
  constexpr bool integer() const { return denominator == 1; }
  /// An integer of any size.
  constexpr bool whole() const {
    return integer() ||
           (is_scaled() && scaled.below.is(1) && scaled.twos >= 0 && scaled.fives >= 0);
  }
  /// Rounded once to a floating-point number of up to 64 bits.
  template <class T> constexpr T as() const {
    if (denominator > 0) return quotient<T>(numerator, denominator);
    if (!exact()) return static_cast<T>(real());
    T const magnitude = rounded_quotient<T>(scaled.above, scaled.below, scaled.twos, scaled.fives);
    return numerator < 0 ? -magnitude : magnitude;
  }
  constexpr double as_double() const { return as<double>(); }
  constexpr bool negative() const { return exact() ? numerator < 0 : real() < 0; }
  constexpr std::uint64_t hash() const {
    std::uint64_t const id =
        mix(static_cast<std::uint64_t>(numerator), static_cast<std::uint64_t>(denominator));
    if (!is_scaled()) return id;
    uint128 const &p = scaled.above, &q = scaled.below;
    return mix(mix(mix(mix(mix(id, p.high), p.low), q.high), q.low),
               static_cast<std::uint64_t>(scaled.twos) << 32 ^
                   static_cast<std::uint64_t>(scaled.fives));
  }
  /// Same representation: exact values by value, doubles by their bits.
  friend constexpr bool operator==(number const& a, number const& b) {
    if (a.denominator != b.denominator || a.numerator != b.numerator) return false;
    return !a.is_scaled() ||
           (a.scaled.above == b.scaled.above && a.scaled.below == b.scaled.below &&
            a.scaled.twos == b.scaled.twos && a.scaled.fives == b.scaled.fives);
  }
};

constexpr number integer(std::int64_t n) { return {n, 1, {}}; }
constexpr number inexact(double value) { return {std::bit_cast<std::int64_t>(value), 0, {}}; }
/// The result of exact arithmetic that would need too many digits, or of something undefined.
constexpr number unknown() { return inexact(std::numeric_limits<double>::quiet_NaN()); }

namespace detail {

constexpr std::int64_t gcd(std::int64_t a, std::int64_t b) {
  while (b != 0) {
    std::int64_t r = a % b;
    a = b;
    b = r;
  }
  return a < 0 ? -a : a;
}

inline constexpr std::int64_t largest_integer = std::numeric_limits<std::int64_t>::max();

constexpr bool is_finite(double a) {
  return a <= std::numeric_limits<double>::max() && a >= -std::numeric_limits<double>::max();
}
/// A product, sum or reciprocal in double. Too large ones are infinite; compilers take no overflow in constant
/// expressions.
constexpr double product(double a, double b) {
  constexpr double scale = 0x1p-513, largest = 0x1.fffffffffffffp1023 * scale * scale;
  double const x = a < 0 ? -a : a, y = b < 0 ? -b : b;
  if (x > 1 && y > 1 && (x * scale) * (y * scale) > largest)
    return (a < 0) == (b < 0) ? std::numeric_limits<double>::infinity()
                              : -std::numeric_limits<double>::infinity();
  return a * b;
}
constexpr double sum(double a, double b) {
  constexpr double half_of_largest = 0x1.fffffffffffffp1022;
  double const half = a / 2 + b / 2;
  if (half > half_of_largest) return std::numeric_limits<double>::infinity();
  return half < -half_of_largest ? -std::numeric_limits<double>::infinity() : a + b;
}
constexpr double reciprocal(double a) {
  constexpr double least = 0x1p-1024;  // of it and below, the reciprocal overflows
  if (a <= least && a >= -least)
    return a < 0 ? -std::numeric_limits<double>::infinity()
                 : std::numeric_limits<double>::infinity();
  return 1.0 / a;
}

constexpr bool product_fits(std::int64_t a, std::int64_t b) {
  std::int64_t x = a < 0 ? -a : a, y = b < 0 ? -b : b;
  return x == 0 || y <= largest_integer / x;
}

/// What a number is made of where 63 bits do not suffice. (Apart, so that what suffices costs nothing.)
struct signed_fraction {
  bool negative;
  scaled_fraction of;
};

/// a · 2^twos · 5^fives for powers of 0 and more, or 0 where that has more than 63 bits.
constexpr std::int64_t small_product(uint128 const& a, int twos, int fives) {
  if (a.high != 0 || a.width() + twos > 63) return 0;
  std::int64_t result = static_cast<std::int64_t>(a.low << (twos < 0 ? 0 : twos));
  for (int k = 0; k < fives; ++k) {
    if (result > largest_integer / 5) return 0;
    result *= 5;
  }
  return result;
}
/// The number made of a fraction, of which only the numbers above and below need be odd; `unknown` where the powers are too
/// large.
constexpr number number_of(signed_fraction p) {
  constexpr int most_twos = 1400, most_fives = 400;
  scaled_fraction& f = p.of;
  f.fives += remove_fives(f.above, most_fives) - remove_fives(f.below, most_fives);
  uint128 const common = gcd(f.above, f.below);
  f.above = exact_quotient(f.above, common);
  f.below = exact_quotient(f.below, common);
  std::int64_t const above =
      small_product(f.above, f.twos < 0 ? 0 : f.twos, f.fives < 0 ? 0 : f.fives);
  if (above != 0)
    if (std::int64_t const below =
            small_product(f.below, f.twos > 0 ? 0 : -f.twos, f.fives > 0 ? 0 : -f.fives);
        below != 0)
      return {p.negative ? -above : above, below, {}};
  if (f.twos > most_twos || f.twos < -most_twos || f.fives > most_fives || f.fives < -most_fives)
    return unknown();
  return {p.negative ? -1 : 1, -1, f};
}
/// The same of any number above that is not 0.
constexpr number number_of(bool negative, uint128 above, uint128 below, int twos, int fives) {
  int const more = above.twos(), less = below.twos();
  return number_of({negative, {above >> more, below >> less, twos + more - less, fives}});
}
/// Of an exact number that is not 0.
constexpr signed_fraction fraction_of(number const& n) {
  bool const negative = n.numerator < 0;
  if (n.is_scaled()) return {negative, n.scaled};
  auto const magnitude = static_cast<std::uint64_t>(n.numerator);
  std::uint64_t above = negative ? 0 - magnitude : magnitude,
                below = static_cast<std::uint64_t>(n.denominator);
  int const twos = std::countr_zero(above), less = std::countr_zero(below);
  signed_fraction result{negative, {{0, above >> twos}, {0, below >> less}, twos - less, 0}};
  for (std::uint64_t& a = result.of.above.low; a % 5 == 0; a /= 5) ++result.of.fives;
  for (std::uint64_t& b = result.of.below.low; b % 5 == 0; b /= 5) --result.of.fives;
  return result;
}

/// Multiplies by 2^twos · 5^fives; whether that fits.
constexpr bool multiply_by_powers(uint128& a, int twos, int fives) {
  for (; fives > 0; --fives) {
    if (!product_fits(a, uint128{0, 5})) return false;
    a = a * uint128{0, 5};
  }
  if (a.width() + twos > 128) return false;
  a = a << twos;
  return true;
}

constexpr number scaled_product(number const& x, number const& y) {
  if (x.numerator == 0 || y.numerator == 0) return integer(0);
  signed_fraction p = fraction_of(x), q = fraction_of(y);
  uint128 const g = gcd(p.of.above, q.of.below), h = gcd(q.of.above, p.of.below);
  uint128 const a = exact_quotient(p.of.above, g), b = exact_quotient(q.of.above, h),
                c = exact_quotient(p.of.below, h), d = exact_quotient(q.of.below, g);
  if (!product_fits(a, b) || !product_fits(c, d)) return unknown();
  return number_of(
      {p.negative != q.negative, {a * b, c * d, p.of.twos + q.of.twos, p.of.fives + q.of.fives}});
}

constexpr number scaled_sum(number const& x, number const& y) {
  if (x.numerator == 0) return y;
  if (y.numerator == 0) return x;
  signed_fraction p = fraction_of(x), q = fraction_of(y);
  int const twos = p.of.twos < q.of.twos ? p.of.twos : q.of.twos,
            fives = p.of.fives < q.of.fives ? p.of.fives : q.of.fives;
  uint128 const g = gcd(p.of.below, q.of.below), c = exact_quotient(p.of.below, g),
                d = exact_quotient(q.of.below, g);
  uint128 a = p.of.above, b = q.of.above;
  if (!multiply_by_powers(a, p.of.twos - twos, p.of.fives - fives) ||
      !multiply_by_powers(b, q.of.twos - twos, q.of.fives - fives) || !product_fits(a, d) ||
      !product_fits(b, c) || !product_fits(c, q.of.below))
    return unknown();
  a = a * d;
  b = b * c;
  uint128 const below = c * q.of.below;
  if (p.negative == q.negative) {
    uint128 const sum = a + b;
    if (sum < a) return unknown();
    return number_of(p.negative, sum, below, twos, fives);
  }
  if (a == b) return integer(0);
  bool const less = a < b;
  return number_of(p.negative != less, less ? b - a : a - b, below, twos, fives);
}

}  // namespace detail

constexpr number rational(std::int64_t numerator, std::int64_t denominator) {
  std::int64_t g = detail::gcd(numerator, denominator);
  if (denominator < 0) g = -g;
  return {numerator / g, denominator / g, {}};
}

/// The number a plain `double` stands for: exact when it is an integer or a small binary fraction, so that
/// a literal 2.0 or 0.5 takes part in exact arithmetic; -0.0 and all others keep their bits.
constexpr number from_double(double value) {
  double scaled = value;
  for (std::int64_t denominator = 1; denominator <= 1024; denominator *= 2, scaled *= 2) {
    if (!(scaled < 1e15 && scaled > -1e15)) break;
    auto whole = static_cast<std::int64_t>(scaled);
    if (same_value(static_cast<double>(whole), scaled) &&
        (whole != 0 || std::bit_cast<std::uint64_t>(value) == 0))
      return rational(whole, denominator);
  }
  return inexact(value);
}

/// The exact value of a number, which is its own or that of a finite double; else the number.
constexpr number exactly(number const& n) {
  if (n.exact() || !detail::is_finite(n.real())) return n;
  constexpr std::uint64_t hidden = std::uint64_t{1} << 52;
  auto const bits = static_cast<std::uint64_t>(n.numerator);
  int const field = static_cast<int>(bits >> 52 & 0x7ff);
  std::uint64_t const mantissa = field == 0 ? bits & (hidden - 1) : (bits & (hidden - 1)) | hidden;
  if (mantissa == 0) return integer(0);
  return detail::number_of(n.numerator < 0, {0, mantissa}, {0, 1}, (field == 0 ? 1 : field) - 1075,
                           0);
}

/// Sum; of exact numbers exact, or unknown.
constexpr number operator+(number const& a, number const& b) {
  if (a.denominator > 0 && b.denominator > 0 && detail::product_fits(a.numerator, b.denominator) &&
      detail::product_fits(b.numerator, a.denominator) &&
      detail::product_fits(a.denominator, b.denominator)) {
    std::int64_t x = a.numerator * b.denominator, y = b.numerator * a.denominator;
    if (x / 2 + y / 2 < detail::largest_integer / 2 &&
        x / 2 + y / 2 > -(detail::largest_integer / 2))
      return rational(x + y, a.denominator * b.denominator);
  }
  if (a.exact() && b.exact()) return detail::scaled_sum(a, b);
  double const x = a.as_double(), y = b.as_double();
  return detail::is_finite(x) && detail::is_finite(y) ? inexact(detail::sum(x, y)) : unknown();
}

constexpr number operator-(number const& a) {
  return a.exact() ? number{-a.numerator, a.denominator, a.scaled} : inexact(-a.real());
}

constexpr number operator-(number const& a, number const& b) { return a + -b; }

/// Product; of exact numbers exact, or unknown.
constexpr number operator*(number const& a, number const& b) {
  if (a.denominator > 0 && b.denominator > 0) {
    number p = rational(a.numerator, b.denominator), q = rational(b.numerator, a.denominator);
    if (detail::product_fits(p.numerator, q.numerator) &&
        detail::product_fits(p.denominator, q.denominator))
      return rational(p.numerator * q.numerator, p.denominator * q.denominator);
  }
  if (a.exact() && b.exact()) return detail::scaled_product(a, b);
  double const x = a.as_double(), y = b.as_double();
  return detail::is_finite(x) && detail::is_finite(y) ? inexact(detail::product(x, y)) : unknown();
}

/// 1/a for a != 0.
constexpr number reciprocal(number const& a) {
  if (a.denominator > 0) return rational(a.denominator, a.numerator);
  if (!a.exact()) return inexact(detail::reciprocal(a.real()));
  scaled_fraction const& f = a.scaled;
  return {a.numerator, -1, {f.below, f.above, -f.twos, -f.fives}};
}

/// a to an integer power, a != 0 where the power is negative.
constexpr number power(number const& a, std::int64_t n) {
  number result = integer(1), base = n < 0 ? reciprocal(a) : a;
  for (std::int64_t k = n < 0 ? -n : n; k > 0; k /= 2, base = k > 0 ? base * base : base)
    if (k % 2 == 1) result = result * base;
  return result;
}

}  // namespace leibniz
