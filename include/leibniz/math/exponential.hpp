// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/selection.hpp"
#include "leibniz/math/series.hpp"

namespace leibniz::math {

namespace constant {

/// significand * 2^exponent, for values that double cannot hold yet.
struct scaled {
  double_double significand;
  int exponent;
};

/// (e^r - 1) / r = sum of r^k / (k+1)!, to 2^-80 for |r| <= ln(2) / 2.
inline constexpr auto exponential_series = make_series<19>(7, [](int k) { return k + 1; });

/// e^x for |x| < 1500: x = n ln 2 + r with |r| <= ln(2) / 2 (W. J. Cody, W. Waite, "Software manual
/// for the elementary functions", 1980, chapter 6), then the Taylor series.
constexpr scaled scaled_exp(double_double x) noexcept {
  // ln 2 as 42 bits, whose product with n is exact, and the rest.
  constexpr double ln_2_head = 0x1.62e42fefa38p-1;
  constexpr double_double ln_2_tail = {0x1.ef35793c7673p-45, 0x1.f97b57a079a19p-103};
  double const n = static_cast<double>(nearest_integer(x.high * 0x1.71547652b82fep0));
  double_double const r = (x + -n * ln_2_head) - ln_2_tail * n;
  return {r * sum(exponential_series, r) + 1.0, static_cast<int>(n)};
}

constexpr double_double exp(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 710) return positive_infinity();
  if (x.high < -746) return 0.0;
  scaled const result = scaled_exp(x);
  return scale(result.significand, result.exponent);
}

/// e^x - 1 without cancellation near 0.
constexpr double_double expm1(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 710) return positive_infinity();
  if (x.high < -80) return {-1.0, 0x1p-115};
  if (magnitude(x.high) < 0x1p-100) return x;
  if (magnitude(x.high) < 0.34) return x * sum(exponential_series, x);
  return exp(x) - 1.0;
}

/// 1 / (1 + e^-x), with e^x alone where that is the same to 2^-72.
constexpr double_double sigmoid(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high < -50) return exp(x);
  if (x.high > 80) return {1.0, -0x1p-115};
  return double_double{1.0} / (exp(-x) + 1.0);
}

/// s (1 - s) with s = sigmoid(x): e / (1 + e)^2 with e = e^(-|x|).
constexpr double_double sigmoid_slope(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  double_double const e = exp(-absolute(x)), sum = e + 1.0;
  return magnitude(x.high) > 80 ? e : e / (sum * sum);
}

/// 2^x: the integer part is the exponent, so powers of two are exact.
constexpr double_double exp2(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 1025) return positive_infinity();
  if (x.high < -1080) return 0.0;
  int const n = static_cast<int>(nearest_integer(x.high));
  double_double const r = (x - static_cast<double>(n)) * ln_2;
  return scale(r * sum(exponential_series, r) + 1.0, n);
}

}  // namespace constant

/// e^x. In constant expressions within 0.501 ulp; exp(-inf) = 0, overflow gives inf, NaN gives NaN.
template <Arithmetic T>
constexpr real_t<T> exp(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::exp, x);
  return std::exp(x);
}
template <Foreign T>
LEIBNIZ_INLINE T exp(T const& x) {
  using std::exp;
  return exp(x);
}

/// The logistic function 1 / (1 + e^-x). In constant expressions within 0.501 ulp. At run time no
/// argument gives NaN but NaN, and the result is 0 only where e^-x overflows.
template <Arithmetic T>
LEIBNIZ_INLINE real_t<T> sigmoid(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sigmoid, x);
  return 1 / (1 + std::exp(-static_cast<real_t<T>>(x)));
}
template <Foreign T>
LEIBNIZ_INLINE T sigmoid(T const& x) {
  auto const one = math::literal<T>(1);
  return one / (one + math::exp(T(-x)));
}

/// 1 / (1 + e) for e = e^-x. In constant expressions sigmoid(x) itself.
template <class T> LEIBNIZ_INLINE T sigmoid_of_exp(T const& e, T const& x) {
  if constexpr (Arithmetic<T>)
    if (__builtin_is_constant_evaluated()) return math::sigmoid(x);
  auto const one = math::literal<T>(1);
  return one / (one + e);
}
/// y (1 - y) for y = sigmoid(x) and e = e^-x, without cancellation: e y is 1 - y, and 1 where e overflows and y is 0.
template <class T> LEIBNIZ_INLINE T slope_of_sigmoid(T const& e, T const& y) {
  if constexpr (requires { e < y; }) return math::min(T(1), T(e * y)) * y;
  else return e * y * y;
}

/// sigmoid(x) (1 - sigmoid(x)), without cancellation. In constant expressions within 0.501 ulp.
template <Arithmetic T>
constexpr real_t<T> sigmoid_slope(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::sigmoid_slope, x);
  R const power = std::exp(-static_cast<R>(x));
  return math::slope_of_sigmoid(power, 1 / (1 + power));
}
template <Foreign T>
LEIBNIZ_INLINE T sigmoid_slope(T const& x) {
  auto const one = math::literal<T>(1);
  T const power = math::exp(T(-x));
  return math::slope_of_sigmoid(power, T(one / (one + power)));
}

/// 2^x. In constant expressions within 0.501 ulp, exact for integers; overflow gives inf,
/// exp2(-inf) = 0.
template <Arithmetic T>
constexpr real_t<T> exp2(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::exp2, x);
  return std::exp2(x);
}
template <Foreign T>
LEIBNIZ_INLINE T exp2(T const& x) {
  using std::exp2;
  return exp2(x);
}

/// e^x - 1 without cancellation near 0. In constant expressions within 0.501 ulp; expm1(+-0) = +-0,
/// expm1(-inf) = -1, overflow gives inf.
template <Arithmetic T>
constexpr real_t<T> expm1(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::expm1, x);
  return std::expm1(x);
}
template <Foreign T>
LEIBNIZ_INLINE T expm1(T const& x) {
  using std::expm1;
  return expm1(x);
}

}  // namespace leibniz::math
