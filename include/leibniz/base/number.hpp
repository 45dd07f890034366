// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include "leibniz/base/hash.hpp"
#include "leibniz/base/quotient.hpp"

namespace leibniz {

/// A known number: an exact rational where it can be one (denominator > 0), else a double (denominator 0).
struct number {
  std::int64_t numerator;
  std::int64_t denominator;
  double real;

  constexpr bool exact() const { return denominator != 0; }
  constexpr bool is(std::int64_t n) const { return denominator == 1 && numerator == n; }
  /// 0 of either sign, exact or not.
  constexpr bool zero() const { return exact() ? numerator == 0 : real == 0; }
  constexpr bool integer() const { return denominator == 1; }
  /// Rounded once.
  constexpr double as_double() const {
    return exact() ? quotient<double>(numerator, denominator) : real;
  }
  constexpr bool negative() const { return exact() ? numerator < 0 : real < 0; }
  constexpr std::uint64_t hash() const {
    return exact()
               ? mix(static_cast<std::uint64_t>(numerator), static_cast<std::uint64_t>(denominator))
               : mix(std::bit_cast<std::uint64_t>(real), 0);
  }
  /// Same representation: exact values by value, doubles by their bits.
  friend constexpr bool operator==(number const& a, number const& b) {
    if (a.denominator != b.denominator) return false;
    return a.exact() ? a.numerator == b.numerator
                     : std::bit_cast<std::uint64_t>(a.real) == std::bit_cast<std::uint64_t>(b.real);
  }
};

namespace detail {

constexpr std::int64_t gcd(std::int64_t a, std::int64_t b) {
  while (b != 0) {
    std::int64_t r = a % b;
    a = b;
    b = r;
  }
  return a < 0 ? -a : a;
}

/// Exact arithmetic stays well inside 64 bits: above this, a result is a double.
inline constexpr std::int64_t exact_limit = std::int64_t{1} << 62;

/// A product or a reciprocal in double. Too large ones are infinite; compilers take no overflow in constant expressions.
constexpr double product(double a, double b) {
  constexpr double scale = 0x1p-513, largest = 0x1.fffffffffffffp1023 * scale * scale;
  double const x = a < 0 ? -a : a, y = b < 0 ? -b : b;
  if (x > 1 && y > 1 && (x * scale) * (y * scale) > largest)
    return (a < 0) == (b < 0) ? std::numeric_limits<double>::infinity()
                              : -std::numeric_limits<double>::infinity();
  return a * b;
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
  return x == 0 || y <= exact_limit / x;
}

}  // namespace detail

constexpr number integer(std::int64_t n) { return {n, 1, 0.0}; }
constexpr number inexact(double value) { return {0, 0, value}; }

constexpr number rational(std::int64_t numerator, std::int64_t denominator) {
  std::int64_t g = detail::gcd(numerator, denominator);
  if (denominator < 0) g = -g;
  return {numerator / g, denominator / g, 0.0};
}

/// The number a plain `double` stands for: exact when it is an integer or a small binary fraction, so that
/// a literal 2.0 or 0.5 takes part in exact arithmetic; -0.0 and all others keep their bits.
constexpr number from_double(double value) {
  double scaled = value;
  for (std::int64_t denominator = 1; denominator <= 1024; denominator *= 2, scaled *= 2) {
    if (!(scaled < 1e15 && scaled > -1e15)) break;
    auto whole = static_cast<std::int64_t>(scaled);
    if (static_cast<double>(whole) == scaled &&
        (whole != 0 || std::bit_cast<std::uint64_t>(value) == 0))
      return rational(whole, denominator);
  }
  return inexact(value);
}

/// Sum; exact when both are and it fits.
constexpr number operator+(number const& a, number const& b) {
  if (a.exact() && b.exact() && detail::product_fits(a.numerator, b.denominator) &&
      detail::product_fits(b.numerator, a.denominator) &&
      detail::product_fits(a.denominator, b.denominator)) {
    std::int64_t x = a.numerator * b.denominator, y = b.numerator * a.denominator;
    if (x / 2 + y / 2 < detail::exact_limit / 2 && x / 2 + y / 2 > -(detail::exact_limit / 2))
      return rational(x + y, a.denominator * b.denominator);
  }
  return inexact(a.as_double() + b.as_double());
}

constexpr number operator-(number const& a) {
  return a.exact() ? number{-a.numerator, a.denominator, 0.0} : inexact(-a.real);
}

constexpr number operator-(number const& a, number const& b) { return a + -b; }

/// Product; exact when both are and it fits.
constexpr number operator*(number const& a, number const& b) {
  if (a.exact() && b.exact()) {
    number p = rational(a.numerator, b.denominator), q = rational(b.numerator, a.denominator);
    if (detail::product_fits(p.numerator, q.numerator) &&
        detail::product_fits(p.denominator, q.denominator))
      return rational(p.numerator * q.numerator, p.denominator * q.denominator);
  }
  return inexact(detail::product(a.as_double(), b.as_double()));
}

/// 1/a for a != 0.
constexpr number reciprocal(number const& a) {
  return a.exact() ? rational(a.denominator, a.numerator) : inexact(detail::reciprocal(a.real));
}

/// a to an integer power, a != 0 where the power is negative.
constexpr number power(number const& a, std::int64_t n) {
  number result = integer(1), base = n < 0 ? reciprocal(a) : a;
  for (std::int64_t k = n < 0 ? -n : n; k > 0; k /= 2, base = k > 0 ? base * base : base)
    if (k % 2 == 1) result = result * base;
  return result;
}

}  // namespace leibniz
