// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/erfcx.hpp"
#include "leibniz/math/log_normal_cdf.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/root.hpp"

namespace leibniz::math {

namespace detail {

/// The quantile of p = 1/2 + q, where `tail` is the smaller of p and 1 - p: rational approximations to 1e-16 (Wichura,
/// "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37, 1988). `far_out` is the
/// function sqrt(-log(tail)).
template <class T> constexpr T horner(T const (&c)[8], T x) {
  T result = c[7];
  for (int k = 6; k >= 0; --k) result = result * x + c[k];
  return result;
}
template <class T, class F> constexpr T rational_quantile(T q, T tail, F far_out) {
  constexpr T a[] = {T(3.3871328727963666080e0L),  T(1.3314166789178437745e+2L),
                     T(1.9715909503065514427e+3L), T(1.3731693765509461125e+4L),
                     T(4.5921953931549871457e+4L), T(6.7265770927008700853e+4L),
                     T(3.3430575583588128105e+4L), T(2.5090809287301226727e+3L)};
  constexpr T b[] = {T(1),
                     T(4.2313330701600911252e+1L),
                     T(6.8718700749205790830e+2L),
                     T(5.3941960214247511077e+3L),
                     T(2.1213794301586595867e+4L),
                     T(3.9307895800092710610e+4L),
                     T(2.8729085735721942674e+4L),
                     T(5.2264952788528545610e+3L)};
  constexpr T c[] = {T(1.42343711074968357734e0L),  T(4.63033784615654529590e0L),
                     T(5.76949722146069140550e0L),  T(3.64784832476320460504e0L),
                     T(1.27045825245236838258e0L),  T(2.41780725177450611770e-1L),
                     T(2.27238449892691845833e-2L), T(7.74545014278341407640e-4L)};
  constexpr T d[] = {T(1),
                     T(2.05319162663775882187e0L),
                     T(1.67638483018380384940e0L),
                     T(6.89767334985100004550e-1L),
                     T(1.48103976427480074590e-1L),
                     T(1.51986665636164571966e-2L),
                     T(5.47593808499534494600e-4L),
                     T(1.05075007164441684324e-9L)};
  constexpr T e[] = {T(6.65790464350110377720e0L),  T(5.46378491116411436990e0L),
                     T(1.78482653991729133580e0L),  T(2.96560571828504891230e-1L),
                     T(2.65321895265761230930e-2L), T(1.24266094738807843860e-3L),
                     T(2.71155556874348757815e-5L), T(2.01033439929228813265e-7L)};
  constexpr T f[] = {T(1),
                     T(5.99832206555887937690e-1L),
                     T(1.36929880922735805310e-1L),
                     T(1.48753612908506148525e-2L),
                     T(7.86869131145613259100e-4L),
                     T(1.84631831751005468180e-5L),
                     T(1.42151175831644588870e-7L),
                     T(2.04426310338993978564e-15L)};
  if (T(-0.425) <= q && q <= T(0.425)) {
    T const r = T(0.180625) - q * q;
    return q * (horner(a, r) / horner(b, r));
  }
  T const r = far_out(tail);
  T const z =
      r <= 5 ? horner(c, r - T(1.6)) / horner(d, r - T(1.6)) : horner(e, r - 5) / horner(f, r - 5);
  return q < 0 ? -z : z;
}

}  // namespace detail

namespace constant {

/// The y >= 0 with erf(y) = x and erfc(y) = rest, for 0 <= x and 0 < rest: one step of Newton's iteration.
constexpr double_double inverse_erf(double_double x, double_double rest) noexcept {
  auto const far_out = [](double tail) { return sqrt(-log(double_double{tail})).high; };
  double const start =
      detail::rational_quantile(0.5 * x.high, 0.5 * rest.high, far_out) * root_half.high;
  double_double const y = start;
  double_double const slope = exp(y * y) / two_over_root_pi;
  if (x.high < 0.5) return y + (x - small_erf(y)) * slope;
  scaled tail = scaled_erfc(y);
  double_double const difference = tail.significand - scale(rest, -tail.exponent);
  // erfc(y) over its slope neither over- nor underflows
  return y + difference / tail.significand * trapezoidal_erfcx(y) / two_over_root_pi;
}

constexpr double_double erf_inv(double_double x) noexcept {
  double const size = magnitude(x.high);
  if (is_nan(x.high) || size > 1) return not_a_number();
  double_double const rest = double_double{1.0} - absolute(x);
  if (is_zero(rest.high)) return with_sign_of(positive_infinity(), x.high);
  if (size < 0x1p-100) return is_zero(size) ? x : x / two_over_root_pi;
  return with_sign_of(inverse_erf(absolute(x), rest), x.high);
}
constexpr double_double normal_quantile(double_double p) noexcept {
  if (is_nan(p.high) || p.high < 0 || p.high > 1) return not_a_number();
  double_double const rest = double_double{1.0} - p;
  if (is_zero(p.high)) return -positive_infinity();
  if (is_zero(rest.high)) return positive_infinity();
  double_double const x = (p - rest);
  if (is_zero(x.high)) return 0.0;
  double_double const y = inverse_erf(absolute(x), (is_negative(x.high) ? p : rest) * 2.0);
  return with_sign_of(y * root_half * 2.0, x.high);
}

/// The derivatives, by E_0 of erfcx.hpp and by the inverse Mills ratio, which hardly depend on the rounding of a value.
constexpr double_double erf_inv_slope(double_double x) noexcept {
  double_double const y = erf_inv(x);
  if (!is_finite(y.high)) return is_nan(y.high) ? not_a_number() : positive_infinity();
  double_double const rest = double_double{1.0} - absolute(x);
  return erfcx(absolute(y)) / (rest * two_over_root_pi);
}
constexpr double_double normal_quantile_slope(double_double p) noexcept {
  double_double const z = normal_quantile(p);
  if (!is_finite(z.high)) return is_nan(z.high) ? not_a_number() : positive_infinity();
  double_double const tail = is_negative(z.high) ? p : double_double{1.0} - p;
  double_double const result = double_double{1.0} / inverse_mills(-absolute(z));
  int const exponent = exponent_of(tail.high);
  return scale(result / scale(tail, -exponent), -exponent);
}

}  // namespace constant

namespace detail {

/// At run time, to the precision of a double.
template <class T> T normal_quantile(T q, T tail) noexcept {
  constexpr T none = T(constant::not_a_number()), infinity = T(constant::positive_infinity());
  if (!(tail >= 0)) return none;
  if (same_value(tail, T(0))) return q < 0 ? -infinity : infinity;
  return rational_quantile(q, tail, [](T leibniz_t) { return std::sqrt(-std::log(leibniz_t)); });
}
template <class T> T smaller(T p) noexcept { return p < T(0.5) ? p : 1 - p; }

/// In a foreign type's own digits: Halley's iteration from the result in double, each time to three times as many.
template <class T> T refined_quantile(T const& p) {
  T z(constant::rounded<double>(
      constant::normal_quantile(constant::double_double{static_cast<double>(p)})));
  for (int k = 0; k < 3; ++k) {
    T const off = (math::normal_cdf(z) - p) / math::normal_pdf(z);
    z = z - off / (T(1) + z * off / T(2));
  }
  return z;
}

}  // namespace detail

/// The quantile of the standard normal distribution, the inverse of normal_cdf, for p from 0 to 1. In constant expressions
/// within 0.501 ulp; -inf at 0, inf at 1, NaN outside. At run time to 1e-16.
template <Arithmetic T>
constexpr real_t<T> normal_quantile(T p) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::normal_quantile, p);
  R const a = static_cast<R>(p);
  return detail::normal_quantile(a - R(0.5), detail::smaller(a));
}
template <Foreign T>
LEIBNIZ_INLINE T normal_quantile(T const& p) {
  return detail::refined_quantile(p);
}

/// The inverse of erf, from -1 to 1. In constant expressions within 0.501 ulp; infinite at the ends, NaN outside. At run
/// time to 1e-16.
template <Arithmetic T>
constexpr real_t<T> erf_inv(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::erf_inv, x);
  constexpr R scale = constant::rounded<R>(constant::root_half);
  R const a = static_cast<R>(x);
  return scale * detail::normal_quantile(R(0.5) * a, R(0.5) - R(0.5) * std::abs(a));
}
template <Foreign T>
LEIBNIZ_INLINE T erf_inv(T const& x) {
  return detail::refined_quantile(T((T(1) + x) / T(2))) / math::sqrt(T(2));
}

/// The derivatives of erf_inv and normal_quantile, accurate where the function itself, rounded, does not determine them.
template <Arithmetic T>
constexpr real_t<T> erf_inv_slope(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::erf_inv_slope, x);
  constexpr R scale = constant::rounded<R>(constant::two_over_root_pi);
  R const a = std::abs(static_cast<R>(x)), y = math::erf_inv(a);
  return same_value(a, R(1)) ? y : math::erfcx(y) / (scale * (1 - a));
}
template <Foreign T>
LEIBNIZ_INLINE T erf_inv_slope(T const& x) {
  T const y = math::erf_inv(x);
  return math::exp(T(y * y)) * math::sqrt(T(detail::pi_of<T>())) / T(2);
}
template <Arithmetic T>
constexpr real_t<T> normal_quantile_slope(T p) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::normal_quantile_slope, p);
  R const a = static_cast<R>(p), tail = detail::smaller(a);
  if (same_value(tail, R(0))) return R(constant::positive_infinity());
  return 1 / (tail * math::inverse_mills(-std::abs(math::normal_quantile(a))));
}
template <Foreign T>
LEIBNIZ_INLINE T normal_quantile_slope(T const& p) {
  return T(1) / math::normal_pdf(math::normal_quantile(p));
}

}  // namespace leibniz::math
