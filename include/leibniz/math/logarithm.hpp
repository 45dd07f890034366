// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/series.hpp"

namespace leibniz::math {

namespace constant {

/// x = 2^exponent * e^log_significand.
struct split_log {
  int exponent;
  double_double log_significand;
};

/// log(a / b) for a / b within [sqrt(1/2), sqrt(2)]; a_minus_b is passed because it may be known
/// exactly. log(a / b) = 2 artanh((a - b) / (a + b)) (Abramowitz, Stegun, 4.1.27).
constexpr double_double log_ratio(double_double a_minus_b, double_double a_plus_b) noexcept {
  double_double const s = a_minus_b / a_plus_b;
  return s * sum(inverse_odd_series, s * s) * 2.0;
}

/// The logarithm of a finite positive x, its power of two apart.
constexpr split_log log_parts(double_double x) noexcept {
  int exponent = exponent_of(x.high);
  double_double significand = scale(x, -exponent);
  if (significand.high > 0x1.6a09e667f3bcdp0) {
    significand = significand * 0.5;
    ++exponent;
  }
  return {exponent, log_ratio(significand - 1.0, significand + 1.0)};
}

constexpr double_double log(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (is_zero(x.high)) return -positive_infinity();
  if (x.high < 0) return not_a_number();
  if (is_infinite(x.high)) return positive_infinity();
  split_log const parts = log_parts(x);
  return ln_2 * static_cast<double>(parts.exponent) + parts.log_significand;
}

constexpr double_double log2(double_double x) noexcept {
  if (!is_finite(x.high) || x.high <= 0) return log(x);
  split_log const parts = log_parts(x);
  return parts.log_significand / ln_2 + static_cast<double>(parts.exponent);
}

constexpr double_double log10(double_double x) noexcept {
  double_double const natural = log(x);
  return is_finite(natural.high) ? natural / ln_10 : natural;
}

/// log(1 + x) without cancellation near 0.
constexpr double_double log1p(double_double x) noexcept {
  if (!is_finite(x.high) || x.high <= -1) return same_value(x.high, -1.0) ? log(x + 1.0) : log(x);
  if (magnitude(x.high) < 0x1p-110) return x;
  if (-0.29 < x.high && x.high < 0.41) return log_ratio(x, x + 2.0);
  return log(x + 1.0);
}

}  // namespace constant

/// The natural logarithm. In constant expressions within 0.501 ulp; log(+-0) = -inf, log(x < 0) =
/// NaN, log(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> log(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::log, x);
  return std::log(x);
}
template <Foreign T>
LEIBNIZ_INLINE T log(T const& x) {
  using std::log;
  return log(x);
}

/// The logarithm to base 2. In constant expressions within 0.501 ulp, exact for powers of two;
/// special values as log.
template <Arithmetic T>
constexpr real_t<T> log2(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::log2, x);
  return std::log2(x);
}
template <Foreign T>
LEIBNIZ_INLINE T log2(T const& x) {
  using std::log2;
  return log2(x);
}

/// The logarithm to base 10. In constant expressions within 0.501 ulp, exact for powers of ten;
/// special values as log.
template <Arithmetic T>
constexpr real_t<T> log10(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::log10, x);
  return std::log10(x);
}
template <Foreign T>
LEIBNIZ_INLINE T log10(T const& x) {
  using std::log10;
  return log10(x);
}

/// log(1 + x) without cancellation near 0. In constant expressions within 0.501 ulp; log1p(+-0) =
/// +-0, log1p(-1) = -inf, log1p(x < -1) = NaN.
template <Arithmetic T>
constexpr real_t<T> log1p(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::log1p, x);
  return std::log1p(x);
}
template <Foreign T>
LEIBNIZ_INLINE T log1p(T const& x) {
  using std::log1p;
  return log1p(x);
}

}  // namespace leibniz::math
