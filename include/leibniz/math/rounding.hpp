// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"

// Functions whose results are exact, or, of fma, rounded once.

namespace leibniz::math {

namespace constant {

/// Whether x is neither infinite nor NaN. No negation, which -ffast-math could turn into a
/// comparison true of NaN.
template <class T>
constexpr bool in_range(T x) noexcept {
  return -std::numeric_limits<T>::max() <= x && x <= std::numeric_limits<T>::max();
}

/// x + (towards the result, from x cut to an integer), by `step(x, cut)`; x itself, -0, infinities
/// and NaN included, where it is an integer already. A result of zero has the sign of x.
template <class T, class Step>
constexpr T to_integer(T x, Step step) noexcept {
  constexpr T all_integers = T(0x1p62);
  if (-all_integers < x && x < all_integers) {
    T const cut = static_cast<T>(static_cast<std::int64_t>(x));
    if (same_value(cut, x)) return x;
    T const result = cut + step(x, cut);
    return same_value(result, T(0)) && x < 0 ? -T(0) : result;
  }
  return x;
}

// Named functions, not lambdas: parameters of a lambda in a template make GCC warn (-Wshadow) of the user's globals.
template <class T> constexpr T step_down(T x, T cut) noexcept { return x < cut ? T(-1) : T(0); }
template <class T> constexpr T step_up(T x, T cut) noexcept { return cut < x ? T(1) : T(0); }
template <class T> constexpr T step_away(T x, T cut) noexcept {
  return x - cut >= T(0.5) ? T(1) : x - cut <= T(-0.5) ? T(-1) : T(0);
}

template <class T> constexpr T floor(T x) noexcept { return to_integer(x, step_down<T>); }
template <class T> constexpr T ceil(T x) noexcept { return to_integer(x, step_up<T>); }
template <class T> constexpr T round(T x) noexcept { return to_integer(x, step_away<T>); }

/// Long division in base 2, for x >= y > 0 in range: every difference is exact.
template <class T> constexpr T rest_of_division(T x, T y) noexcept {
  T multiple = y;
  while (multiple <= x / 2) multiple += multiple;
  for (;; multiple /= 2) {
    if (x >= multiple) x -= multiple;
    if (multiple <= y) return x;
  }
}

template <class T> constexpr T fmod(T x, T y) noexcept {
  T const dividend = x < 0 ? -x : x;
  T const divisor = y < 0 ? -y : y;
  if (in_range(x) && divisor > 0) {
    if (dividend < divisor) return x;
    T const rest = rest_of_division(dividend, divisor);
    return x < 0 ? -rest : rest;
  }
  return rounded<T>(not_a_number());
}

constexpr double_double copysign(double_double x, double_double y) noexcept {
  return with_sign_of(x, y.high);
}

/// a + b rounded to odd: where inexact, to the neighbour whose last bit is 1.
constexpr double sum_to_odd(double a, double b) noexcept {
  double_double const exact = two_sum(a, b);
  std::uint64_t const bits = to_bits(exact.high);
  if (is_zero(exact.low) || bits % 2 != 0) return exact.high;
  return from_bits(is_negative(exact.low) == is_negative(exact.high) ? bits + 1 : bits - 1);
}

/// x * y + z for finite factors other than zero, correctly rounded by a sum to odd on the way
/// (Boldo, Melquiond, "Emulation of FMA and correctly rounded sums", 2008). The parts `low` of the
/// arguments are left out.
constexpr double_double fma_of_finite(double x, double y, double z) noexcept {
  int const exponent = exponent_of(x) + exponent_of(y);
  double_double const product = two_product(scale(x, -exponent_of(x)), scale(y, -exponent_of(y)));
  if (is_zero(z)) return scale(product, exponent);
  int const distance = exponent_of(z) - exponent;
  if (distance > 200) return z;
  // Far below the product z only breaks ties.
  double const addend = distance < -200 ? with_sign_of(0x1p-200, z) : scale(z, -exponent);
  double_double const low = two_sum(addend, product.low);
  double_double const high = two_sum(product.high, low.high);
  return scale(fast_two_sum(high.high, sum_to_odd(low.low, high.low)), exponent);
}

constexpr double_double fma(double_double x, double_double y, double_double z) noexcept {
  if (is_nan(x.high) || is_nan(y.high) || is_nan(z.high)) return not_a_number();
  bool const infinite = is_infinite(x.high) || is_infinite(y.high);
  double const sign = is_negative(x.high) == is_negative(y.high) ? 1.0 : -1.0;
  if (is_zero(x.high) || is_zero(y.high)) {
    if (infinite) return not_a_number();
    // 0 and 0 of opposite signs are 0.
    if (is_zero(z.high)) return is_negative(sign) == is_negative(z.high) ? z : double_double{};
    return z;
  }
  if (infinite) {
    if (is_infinite(z.high) && is_negative(sign) != is_negative(z.high)) return not_a_number();
    return with_sign_of(positive_infinity(), sign);
  }
  if (is_infinite(z.high)) return z;
  return fma_of_finite(x.high, y.high, z.high);
}

}  // namespace constant

/// The largest integer that is not above x; exact, +-0, +-inf and NaN are returned as they are.
template <Arithmetic T>
constexpr real_t<T> floor(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::floor(static_cast<real_t<T>>(x));
  return std::floor(x);
}
template <Foreign T>
LEIBNIZ_INLINE T floor(T const& x) {
  using std::floor;
  return floor(x);
}

/// The smallest integer that is not below x; exact, +-0, +-inf and NaN are returned as they are.
template <Arithmetic T>
constexpr real_t<T> ceil(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::ceil(static_cast<real_t<T>>(x));
  return std::ceil(x);
}
template <Foreign T>
LEIBNIZ_INLINE T ceil(T const& x) {
  using std::ceil;
  return ceil(x);
}

/// The integer nearest to x, half way cases away from 0; exact, +-0, +-inf and NaN are returned as
/// they are.
template <Arithmetic T>
constexpr real_t<T> round(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::round(static_cast<real_t<T>>(x));
  return std::round(x);
}
template <Foreign T>
LEIBNIZ_INLINE T round(T const& x) {
  using std::round;
  return round(x);
}

/// The rest of x / y cut to an integer, with the sign of x; exact. fmod(x, 0) = fmod(inf, y) = NaN,
/// fmod(x, inf) = x.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> fmod(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated())
    return constant::fmod(static_cast<R>(x), static_cast<R>(y));
  return std::fmod(static_cast<R>(x), static_cast<R>(y));
}
template <Foreign T>
LEIBNIZ_INLINE T fmod(T const& x, T const& y) {
  using std::fmod;
  return fmod(x, y);
}

/// |x| with the sign of y, of zeros and infinities too.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> copysign(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::copysign, x, y);
  return std::copysign(static_cast<R>(x), static_cast<R>(y));
}
template <Foreign T>
LEIBNIZ_INLINE T copysign(T const& x, T const& y) {
  using std::copysign;
  return copysign(x, y);
}

/// x y + z rounded once. In constant expressions a long double is computed as a double.
template <Arithmetic T, Arithmetic U, Arithmetic V>
constexpr common_number_t<common_number_t<T, U>, V> fma(T x, U y, V z) noexcept {
  using R = common_number_t<common_number_t<T, U>, V>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::fma, x, y, z);
  return std::fma(static_cast<R>(x), static_cast<R>(y), static_cast<R>(z));
}
template <Foreign T>
LEIBNIZ_INLINE T fma(T const& x, T const& y, T const& z) {
  using std::fma;
  return fma(x, y, z);
}

}  // namespace leibniz::math
