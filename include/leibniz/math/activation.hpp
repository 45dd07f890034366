// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/logarithm.hpp"
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
constexpr T softplus(T const& x) {
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
constexpr T log_sigmoid(T const& x) {
  return -math::softplus(T(-x));
}

/// The sigmoid linear unit x / (1 + e^-x). In constant expressions within 0.501 ulp; silu(-inf) =
/// -0, silu(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> silu(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::silu, x);
  using R = real_t<T>;
  constexpr R lowest = std::numeric_limits<R>::lowest();
  // -inf times the 0 of sigmoid(-inf) would be NaN.
  return (x < lowest ? lowest : static_cast<R>(x)) * math::sigmoid(static_cast<R>(x));
}
template <Foreign T>
constexpr T silu(T const& x) {
  return x * math::sigmoid(x);
}

}  // namespace leibniz::math
