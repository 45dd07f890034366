// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/root.hpp"

namespace leibniz::math {

namespace constant {

/// tanh |x| = t / (t + 2) with t = e^(2 |x|) - 1: nothing cancels, near 0 as elsewhere.
constexpr double_double tanh(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return x;
  if (magnitude(x.high) > 40) return with_sign_of(double_double{1.0, -0x1p-115}, x.high);
  double_double const t = expm1(absolute(x) * 2.0);
  return with_sign_of(t / (t + 2.0), x.high);
}

/// sinh |x| = (t + t / (t + 1)) / 2 with t = e^|x| - 1.
constexpr double_double sinh(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return x;
  if (magnitude(x.high) > 711) return with_sign_of(positive_infinity(), x.high);
  if (magnitude(x.high) > 40) {
    scaled const e = scaled_exp(absolute(x));
    return with_sign_of(scale(e.significand, e.exponent - 1), x.high);
  }
  double_double const t = expm1(absolute(x));
  return with_sign_of((t + t / (t + 1.0)) * 0.5, x.high);
}

constexpr double_double cosh(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (magnitude(x.high) > 711) return positive_infinity();
  scaled const e = scaled_exp(absolute(x));
  if (magnitude(x.high) > 40) return scale(e.significand, e.exponent - 1);
  double_double const growing = scale(e.significand, e.exponent);
  return (growing + double_double{1.0} / growing) * 0.5;
}

/// 1 / cosh^2 x = 4 e / (1 + e)^2 with e = e^(-2 |x|).
constexpr double_double sech_squared(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (magnitude(x.high) > 400) return 0.0;
  scaled const e = scaled_exp(absolute(x) * -2.0);
  if (magnitude(x.high) > 40) return scale(e.significand, e.exponent + 2);
  double_double const falling = scale(e.significand, e.exponent), sum = falling + 1.0;
  return falling * 4.0 / (sum * sum);
}

/// asinh |x| = log1p(|x| + x^2 / (1 + sqrt(1 + x^2))) (Kahan, "Branch cuts for complex elementary
/// functions", 1987).
constexpr double_double asinh(double_double x) noexcept {
  if (!is_finite(x.high) || is_zero(x.high)) return x;
  double_double const a = absolute(x);
  if (a.high < 0x1p-30) return x - x * (x * x) / 6.0;
  if (a.high > 0x1p60) return with_sign_of(log(a) + ln_2, x.high);
  double_double const square = a * a;
  return with_sign_of(log1p(a + square / (sqrt(square + 1.0) + 1.0)), x.high);
}

constexpr double_double acosh(double_double x) noexcept {
  if (is_nan(x.high) || x.high < 1) return not_a_number();
  if (is_infinite(x.high)) return x;
  if (x.high > 0x1p60) return log(x) + ln_2;
  double_double const t = x - 1.0;
  return log1p(t + sqrt(t * (t + 2.0)));
}

/// artanh |x| = log1p(2 |x| / (1 - |x|)) / 2.
constexpr double_double atanh(double_double x) noexcept {
  if (is_nan(x.high) || magnitude(x.high) > 1) return not_a_number();
  if (same_value(magnitude(x.high), 1.0)) return with_sign_of(positive_infinity(), x.high);
  if (magnitude(x.high) < 0x1p-100) return x;
  double_double const a = absolute(x);
  return with_sign_of(log1p(a * 2.0 / (double_double{1.0} - a)) * 0.5, x.high);
}

}  // namespace constant

/// The hyperbolic tangent. In constant expressions within 0.501 ulp; tanh(+-0) = +-0, tanh(+-inf) =
/// +-1.
template <Arithmetic T>
constexpr real_t<T> tanh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::tanh, x);
  return std::tanh(x);
}
template <Foreign T>
LEIBNIZ_INLINE T tanh(T const& x) {
  using std::tanh;
  return tanh(x);
}

/// The hyperbolic sine. In constant expressions within 0.501 ulp; sinh(+-0) = +-0, overflow gives
/// +-inf.
template <Arithmetic T>
constexpr real_t<T> sinh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sinh, x);
  return std::sinh(x);
}
template <Foreign T>
LEIBNIZ_INLINE T sinh(T const& x) {
  using std::sinh;
  return sinh(x);
}

/// The hyperbolic cosine. In constant expressions within 0.501 ulp; overflow gives inf.
template <Arithmetic T>
constexpr real_t<T> cosh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::cosh, x);
  return std::cosh(x);
}
template <Foreign T>
LEIBNIZ_INLINE T cosh(T const& x) {
  using std::cosh;
  return cosh(x);
}

/// 1 / cosh^2 x = 1 - tanh^2 x, without cancellation. In constant expressions within 0.501 ulp. At run time q (2 - q)
/// with q = 1 - tanh |x| = 2 / (e^(2 |x|) + 1).
template <Arithmetic T>
constexpr real_t<T> sech_squared(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::sech_squared, x);
  R const rest = 2 / (std::exp(2 * std::abs(static_cast<R>(x))) + 1);
  return rest * (2 - rest);
}
/// Complex numbers have no such |x|: there it is 1 - tanh^2 x.
template <Foreign T>
LEIBNIZ_INLINE T sech_squared(T const& x) {
  if constexpr (requires { x < x; }) {
    auto const one = math::literal<T>(1), two = math::literal<T>(2);
    T const rest = two / (math::exp(T(two * math::abs(x))) + one);
    return rest * (two - rest);
  } else {
    T const y = math::tanh(x);
    return math::literal<T>(1) - y * y;
  }
}

/// The inverse hyperbolic sine. In constant expressions within 0.501 ulp; asinh(+-0) = +-0,
/// asinh(+-inf) = +-inf.
template <Arithmetic T>
constexpr real_t<T> asinh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::asinh, x);
  return std::asinh(x);
}
template <Foreign T>
LEIBNIZ_INLINE T asinh(T const& x) {
  using std::asinh;
  return asinh(x);
}

/// The inverse hyperbolic cosine. In constant expressions within 0.501 ulp; acosh(x < 1) = NaN,
/// acosh(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> acosh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::acosh, x);
  return std::acosh(x);
}
template <Foreign T>
LEIBNIZ_INLINE T acosh(T const& x) {
  using std::acosh;
  return acosh(x);
}

/// The inverse hyperbolic tangent. In constant expressions within 0.501 ulp; atanh(+-0) = +-0,
/// atanh(+-1) = +-inf, atanh(|x| > 1) = NaN.
template <Arithmetic T>
constexpr real_t<T> atanh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::atanh, x);
  return std::atanh(x);
}
template <Foreign T>
LEIBNIZ_INLINE T atanh(T const& x) {
  using std::atanh;
  return atanh(x);
}

}  // namespace leibniz::math
