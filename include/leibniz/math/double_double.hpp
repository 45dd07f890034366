// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "leibniz/math/bits.hpp"

// Double-double arithmetic: a number is the unevaluated sum of two doubles, about 106 bits.
//
// Only additions, multiplications and divisions of doubles, each rounded to nearest, so every
// compiler computes the same bits in a constant expression, whatever its flags. This code is for
// constant expressions only: at run time -ffast-math or contraction to a fused multiply-add would
// destroy it.
//
// Sources: Dekker, "A floating-point technique for extending the available precision", 1971
// (splitting, products); Knuth, TAOCP 2, 4.2.2 (two_sum); Joldes, Muller, Popescu, "Tight and
// rigorous error bounds for basic building blocks of double-word arithmetic", 2017, algorithms 6,
// 12 and 17 (sum, product, quotient).

namespace leibniz::math::constant {

/// high + low with high = the double nearest to the sum. An infinity or NaN has low = 0.
struct double_double {
  double high = 0;
  double low = 0;

  constexpr double_double() noexcept = default;
  constexpr double_double(double high_in, double low_in = 0) noexcept
      : high{high_in}, low{low_in} {}
};

/// a + b exactly, for |a| >= |b| or a = 0.
constexpr double_double fast_two_sum(double a, double b) noexcept {
  double const sum = a + b;
  return {sum, b - (sum - a)};
}

/// a + b exactly.
constexpr double_double two_sum(double a, double b) noexcept {
  double const sum = a + b;
  double const b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// x as a sum of two doubles of 26 bits each, for |x| < 2^996.
constexpr double_double split(double x) noexcept {
  double const shifted = x * 0x1.000'0002p27;
  double const high = shifted - (shifted - x);
  return {high, x - high};
}

/// a * b exactly, for |a|, |b| < 2^996 and |a b| > 2^-969.
constexpr double_double two_product(double a, double b) noexcept {
  double_double const x = split(a);
  double_double const y = split(b);
  double const product = a * b;
  return {product, ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

constexpr double_double operator-(double_double a) noexcept { return {-a.high, -a.low}; }

constexpr double_double operator+(double_double a, double_double b) noexcept {
  double_double const high = two_sum(a.high, b.high);
  double_double const low = two_sum(a.low, b.low);
  double_double const sum = fast_two_sum(high.high, high.low + low.high);
  return fast_two_sum(sum.high, low.low + sum.low);
}

constexpr double_double operator-(double_double a, double_double b) noexcept { return a + -b; }

constexpr double_double operator*(double_double a, double b) noexcept {
  double_double const product = two_product(a.high, b);
  return fast_two_sum(product.high, product.low + a.low * b);
}

constexpr double_double operator*(double_double a, double_double b) noexcept {
  double_double const product = two_product(a.high, b.high);
  return fast_two_sum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

constexpr double_double operator/(double_double a, double_double b) noexcept {
  double const quotient = a.high / b.high;
  double_double const rest = a - b * quotient;
  return fast_two_sum(quotient, rest.high / b.high);
}

constexpr double_double absolute(double_double x) noexcept { return is_negative(x.high) ? -x : x; }

/// |x| with the sign of y.
constexpr double_double with_sign_of(double_double x, double y) noexcept {
  return is_negative(x.high) == is_negative(y) ? x : -x;
}

/// x * 2^n, see scale(double, int).
constexpr double_double scale(double_double x, int n) noexcept {
  double const high = scale(x.high, n);
  return {high, is_finite(high) ? scale(x.low, n) : 0};
}

/// A float, double or long double as a double-double. A long double beyond the range of double
/// becomes an infinity.
template <class T>
constexpr double_double extended(T x) noexcept {
  if constexpr (std::is_same_v<T, long double>) {
    constexpr long double largest = static_cast<long double>(std::numeric_limits<double>::max());
    // No negated comparison, which -ffast-math could turn into one that is true of NaN.
    if (-largest <= x && x <= largest) {
      double const high = static_cast<double>(x);
      return {high, static_cast<double>(x - static_cast<long double>(high))};
    }
    return x > 0 ? positive_infinity() : x < 0 ? -positive_infinity() : not_a_number();
  } else {
    return static_cast<double>(x);
  }
}

/// A double-double rounded to T. To float it is rounded once: `high` is first rounded to odd, which
/// makes the second rounding harmless (Boldo, Melquiond, "Emulation of FMA and correctly rounded
/// sums", 2008). A long double is the sum of both parts: within 0.51 ulp of x87's, in the range of
/// double.
template <class T>
constexpr T rounded(double_double x) noexcept {
  if constexpr (std::is_same_v<T, float>) {
    std::uint64_t bits = to_bits(x.high);
    float const special = std::bit_cast<float>(is_nan(x.high) ? 0x7fc0'0000u : 0x7f80'0000u);
    if (magnitude(x.high) >= 0x1.ffff'ffp127 || is_nan(x.high))
      return x.high < 0 ? -special : special;
    if (bits % 2 == 0 && !is_zero(x.low))
      bits = is_negative(x.low) == is_negative(x.high) ? bits + 1 : bits - 1;
    return static_cast<float>(from_bits(bits));
  } else if constexpr (std::is_same_v<T, long double>) {
    if (is_zero(x.low)) return static_cast<long double>(x.high);
    return static_cast<long double>(x.high) + static_cast<long double>(x.low);
  } else {
    return x.high;
  }
}

/// f at the numbers x, each taken as a T, rounded to T: how every public function reaches its
/// double-double code.
template <class T, class F, class... X>
constexpr T at(F f, X... x) noexcept {
  return rounded<T>(f(extended(static_cast<T>(x))...));
}

inline constexpr double_double ln_2 = {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
inline constexpr double_double ln_10 = {0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53};
inline constexpr double_double pi = {0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
inline constexpr double_double half_pi = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};

}  // namespace leibniz::math::constant
