// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/hyperbolic.hpp"
#include "leibniz/math/inverse_trigonometric.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/root.hpp"
#include "leibniz/math/selection.hpp"

namespace leibniz::math {

namespace constant {

constexpr double_double softplus(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 80) return x;
  if (x.high < -80) return exp(x);
  double_double const rest = log1p(exp(-absolute(x)));
  return is_negative(x.high) ? rest : x + rest;
}

constexpr double_double log_sigmoid(double_double x) noexcept { return -softplus(-x); }

constexpr double_double silu(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 80) return x;
  if (x.high < -760) return {-0.0, -0.0};
  if (x.high > -50) return is_zero(x.high) ? x : x * sigmoid(x);
  scaled const e = scaled_exp(x);
  return scale(x * e.significand, e.exponent);
}

/// tanh(log(1 + e^x)) = s (1 + u) / (1 + u^2) with s = 1 / (1 + e^-x) and u = 1 - s, where nothing cancels.
constexpr double_double tanh_softplus(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 80) return 1.0;
  if (x.high < -80) return exp(x);
  double_double const u = sigmoid(-x);
  return sigmoid(x) * (u + 1.0) / (u * u + 1.0);
}

constexpr double_double mish(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 80 || is_zero(x.high)) return x;
  if (x.high < -760) return {-0.0, -0.0};
  if (x.high > -50) return x * tanh_softplus(x);
  scaled const e = scaled_exp(x);
  return scale(x * e.significand, e.exponent);
}

/// x / (1 + e^-u) with u = sqrt(8 / pi) (x + 0.044715 x^3).
constexpr double_double gelu_tanh(double_double x) noexcept {
  constexpr double_double factor = {0x1.9884533d43651p+0, -0x1.cbc0d30ebfd15p-54};
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 30 || is_zero(x.high)) return x;
  if (x.high < -30) return {-0.0, -0.0};
  double_double const u = factor * x * (x * x * 44715.0 / 1e6 + 1.0);
  if (u.high > -50) return x * sigmoid(u);
  scaled const e = scaled_exp(u);
  return scale(x * e.significand, e.exponent);
}

/// log cosh x = |x| + log1p(e^-2|x|) - log 2, and log1p(sinh^2 x) / 2 near 0, where that cancels.
constexpr double_double log_cosh(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (is_infinite(x.high)) return positive_infinity();
  double_double const a = absolute(x);
  if (a.high < 0x1p-500) return 0.0;
  if (a.high < 1) {
    double_double const s = sinh(a);
    return log1p(s * s) * 0.5;
  }
  return a.high > 80 ? a - ln_2 : a + log1p(exp(a * -2.0)) - ln_2;
}

/// log(x / (1 - x)).
constexpr double_double logit(double_double x) noexcept {
  if (is_nan(x.high) || x.high < 0 || x.high > 1) return not_a_number();
  if (is_zero(x.high)) return -positive_infinity();
  double_double const rest = double_double{1.0} - x;
  if (is_zero(rest.high)) return positive_infinity();
  if (x.high < 0.4 || x.high > 0.6) return log(x / rest);
  return log1p((x - rest) / rest);
}

/// x log y for finite arguments.
constexpr double_double xlogy(double_double x, double_double y) noexcept {
  if (is_nan(x.high) || is_nan(y.high)) return not_a_number();
  if (is_zero(x.high)) return 0.0;
  double_double const factor = log(y);
  if (is_nan(factor.high)) return not_a_number();
  if (is_infinite(factor.high) || is_infinite(x.high))
    return is_zero(factor.high)                              ? not_a_number()
           : is_negative(x.high) == is_negative(factor.high) ? positive_infinity()
                                                             : -positive_infinity();
  return x * factor;
}

}  // namespace constant

/// log(1 + e^x) without overflow. In constant expressions within 0.501 ulp; softplus(-inf) = 0,
/// softplus(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> softplus(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::softplus, x);
  using R = real_t<T>;
  R const a = static_cast<R>(x);
  return math::max(a, R(0)) + std::log1p(std::exp(-std::abs(a)));
}
template <Foreign T>
LEIBNIZ_INLINE T softplus(T const& x) {
  return math::max(x, T(0)) + math::log1p(math::exp(T(-math::abs(x))));
}

/// log(1 / (1 + e^-x)) = -softplus(-x). In constant expressions within 0.501 ulp; log_sigmoid(-inf)
/// = -inf, log_sigmoid(inf) = -0.
template <Arithmetic T>
constexpr real_t<T> log_sigmoid(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::log_sigmoid, x);
  return -math::softplus(-static_cast<real_t<T>>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T log_sigmoid(T const& x) {
  return -math::softplus(T(-x));
}

/// The sigmoid linear unit x / (1 + e^-x). In constant expressions within 0.501 ulp; silu(-inf) =
/// -0, silu(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> silu(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::silu, x);
  using R = real_t<T>;
  return math::above_minus_infinity(x) * math::sigmoid(static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T silu(T const& x) {
  return x * math::sigmoid(x);
}

/// tanh(log(1 + e^x)). In constant expressions within 0.501 ulp.
template <Arithmetic T>
constexpr real_t<T> tanh_softplus(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::tanh_softplus, x);
  return std::tanh(math::softplus(static_cast<real_t<T>>(x)));
}
template <Foreign T>
LEIBNIZ_INLINE T tanh_softplus(T const& x) {
  return math::tanh(math::softplus(x));
}

/// x tanh(log(1 + e^x)). In constant expressions within 0.501 ulp; mish(-inf) = -0, mish(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> mish(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::mish, x);
  using R = real_t<T>;
  return math::above_minus_infinity(x) * math::tanh_softplus(static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T mish(T const& x) {
  return x * math::tanh_softplus(x);
}

/// x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2, the approximation of gelu, without cancellation. In constant
/// expressions within 0.501 ulp; gelu_tanh(-inf) = -0, gelu_tanh(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> gelu_tanh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::gelu_tanh, x);
  using R = real_t<T>;
  constexpr R factor = static_cast<R>(1.595769121605730711759784239737527473903L);
  R const a = math::above_minus_infinity(x);
  return a * math::sigmoid(factor * a * (1 + static_cast<R>(0.044715L) * (a * a)));
}
template <Foreign T>
LEIBNIZ_INLINE T gelu_tanh(T const& x) {
  T const factor = math::sqrt(T(T(8) / detail::pi_of<T>()));
  return x * math::sigmoid(T(factor * x * (T(1) + x * x * (T(44715) / T(1000000)))));
}

/// log(cosh(x)) without overflow. In constant expressions within 0.501 ulp; log_cosh(+-inf) = inf.
template <Arithmetic T>
constexpr real_t<T> log_cosh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::log_cosh, x);
  using R = real_t<T>;
  constexpr R log_2 = constant::rounded<R>(constant::ln_2);
  R const a = std::abs(static_cast<R>(x));
  if (a < 2) {
    R const s = std::sinh(a);
    return R(0.5) * std::log1p(s * s);
  }
  return a - (log_2 - std::log1p(std::exp(-2 * a)));
}
template <Foreign T>
LEIBNIZ_INLINE T log_cosh(T const& x) {
  T const a = math::abs(x), s = math::sinh(math::min(a, T(2)));
  return math::select(a < T(2), T(T(0.5) * math::log1p(T(s * s))),
                      T(a + (math::log1p(math::exp(T(T(-2) * a))) - math::log(T(2)))));
}

/// log(x / (1 - x)), the inverse of sigmoid. In constant expressions within 0.501 ulp; logit(0) = -inf, logit(1) =
/// inf, NaN outside of them.
template <Arithmetic T>
constexpr real_t<T> logit(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::logit, x);
  using R = real_t<T>;
  R const a = static_cast<R>(x), rest = 1 - a;
  // near 1/2 the quotient is near 1, and its logarithm would cancel; 2 a - 1 is exact there
  return a > R(0.25) && a < R(0.75) ? 2 * std::atanh(2 * a - 1) : std::log(a / rest);
}
template <Foreign T>
LEIBNIZ_INLINE T logit(T const& x) {
  T const log_of_quotient = math::log(T(x / (T(1) - x)));
  return math::select(
      x < T(0.25), log_of_quotient,
      math::select(x < T(0.75), T(T(2) * math::atanh(T(T(2) * x - T(1)))), log_of_quotient));
}

/// x log(y), and 0 where x is 0, whatever number y is. In constant expressions within 0.501 ulp.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> xlogy(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::xlogy, x, y);
  R const a = static_cast<R>(x), b = static_cast<R>(y);
  return same_value(a, R(0)) && same_value(b, b) ? R(0) : a * std::log(b);
}
template <Foreign T>
LEIBNIZ_INLINE T xlogy(T const& x, T const& y) {
  return math::select(leibniz::same_value(x, T(0)), T(0), T(x * math::log(y)));
}

/// x log1p(y), and 0 where x is 0.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> xlog1py(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  R const a = static_cast<R>(x), b = static_cast<R>(y);
  return same_value(a, R(0)) && same_value(b, b) ? R(0) : a * math::log1p(b);
}
template <Foreign T>
LEIBNIZ_INLINE T xlog1py(T const& x, T const& y) {
  return math::select(leibniz::same_value(x, T(0)), T(0), T(x * math::log1p(y)));
}

}  // namespace leibniz::math
