// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/selection.hpp"

namespace leibniz::math {

namespace constant {

constexpr double_double logaddexp(double_double x, double_double y) noexcept {
  if (is_nan(x.high) || is_nan(y.high)) return not_a_number();
  if (is_infinite(x.high) || is_infinite(y.high)) return x.high < y.high ? y : x;
  double_double const less = x - y;
  return (less.high < 0 ? y : x) + log1p(exp(-absolute(less)));
}

/// log(1 - e^x) = log(-expm1(x)) near 0, else log1p(-e^x) (Maechler, "Accurately computing log(1 - exp(-|a|))", 2012).
constexpr double_double log1mexp(double_double x) noexcept {
  if (is_nan(x.high) || x.high > 0) return not_a_number();
  return x.high > -0.69 ? log(-expm1(x)) : log1p(-exp(x));
}

}  // namespace constant

/// log(e^x + e^y) without overflow; inf where either is, -inf where both are. In constant expressions within 0.501 ulp,
/// but near zeros of the function only to 1e-30.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> logaddexp(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::logaddexp, x, y);
  R const a = static_cast<R>(x), b = static_cast<R>(y), less = a - b;
  if (!same_value(less, less)) return same_value(a, b) ? a : a + b;
  return math::max(a, b) + std::log1p(std::exp(-std::abs(less)));
}
template <Foreign T>
LEIBNIZ_INLINE T logaddexp(T const& x, T const& y) {
  return math::max(x, y) + math::log1p(math::exp(T(-math::abs(T(x - y)))));
}

/// log(1 - e^x) of x < 0. In constant expressions within 0.501 ulp; log1mexp(0) = -inf, NaN above.
template <Arithmetic T>
constexpr real_t<T> log1mexp(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::log1mexp, x);
  R const a = static_cast<R>(x);
  return a > R(-0.69) ? std::log(-std::expm1(a)) : std::log1p(-std::exp(a));
}
template <Foreign T>
LEIBNIZ_INLINE T log1mexp(T const& x) {
  return math::select(x > T(-0.69), math::log(T(-math::expm1(x))), math::log1p(T(-math::exp(x))));
}

}  // namespace leibniz::math
