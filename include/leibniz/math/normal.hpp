// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/error_function.hpp"
#include "leibniz/math/inverse_trigonometric.hpp"
#include "leibniz/math/root.hpp"

namespace leibniz::math {

namespace constant {

inline constexpr double_double root_half = {0x1.6a09e667f3bcdp-1, -0x1.bdd3413b26456p-55};
inline constexpr double_double inverse_root_two_pi = {0x1.9884533d43651p-2, -0x1.cbc0d30ebfd15p-56};

/// e^(-x^2 / 2) / sqrt(2 pi).
constexpr double_double normal_pdf(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (magnitude(x.high) > 40) return 0.0;
  scaled const e = scaled_exp(x * x * -0.5);
  return scale(e.significand * inverse_root_two_pi, e.exponent);
}

/// erfc(-x / sqrt 2) / 2.
constexpr double_double normal_cdf(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 40) return 1.0;
  if (x.high < -40) return 0.0;
  if (x.high > -1) return erfc(-x * root_half) * 0.5;
  scaled const tail = scaled_erfc(-x * root_half);
  return scale(tail.significand, tail.exponent - 1);
}

/// (x / 2) erfc(-x / sqrt 2).
constexpr double_double gelu(double_double x) noexcept {
  if (!is_finite(x.high))
    return is_negative(x.high) && !is_nan(x.high) ? double_double{-0.0, -0.0} : x;
  if (x.high > 40 || is_zero(x.high)) return x;
  if (x.high < -40) return {-0.0, -0.0};
  if (x.high > -1) return x * 0.5 * erfc(-x * root_half);
  scaled const tail = scaled_erfc(-x * root_half);
  return scale(x * tail.significand, tail.exponent - 1);
}

}  // namespace constant

/// The density of the standard normal distribution. In constant expressions within 0.501 ulp; at
/// run time the rounding of x^2 is made up for, so that the tail is as accurate as the middle.
template <Arithmetic T>
constexpr real_t<T> normal_pdf(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::normal_pdf, x);
  using R = real_t<T>;
  R const a = static_cast<R>(x), square = a * a, power = std::exp(R(-0.5) * square);
  constexpr R scale = constant::rounded<R>(constant::inverse_root_two_pi);
  return scale * (power - power * (R(0.5) * detail::square_rest(a, square)));
}
template <Foreign T>
LEIBNIZ_INLINE T normal_pdf(T const& x) {
  return math::exp(T(x * x * T(-0.5))) / math::sqrt(T(T(2) * detail::pi_of<T>()));
}

/// The standard normal distribution function erfc(-x / sqrt 2) / 2. In constant expressions within
/// 0.501 ulp; at run time the rounding of erfc's argument is made up for.
template <Arithmetic T>
constexpr real_t<T> normal_cdf(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::normal_cdf, x);
  using R = real_t<T>;
  constexpr R scale = constant::rounded<R>(-constant::root_half);
  constexpr R scale_rest = constant::rounded<R>(-constant::root_half - constant::extended(scale));
  R const a = static_cast<R>(x), y = a * scale, tail = std::erfc(y) * R(0.5);
  if (!(y > R(0.5) && y < 1000)) return tail;
  // erfc'(y) / erfc(y) is close to -(y + sqrt(y^2 + 4/pi)) (Abramowitz, Stegun, 7.1.13)
  R const lacking = std::fma(a, scale, -y) + a * scale_rest;
  return tail - tail * (lacking * (y + std::sqrt(y * y + R(1.2732395))));
}
template <Foreign T>
LEIBNIZ_INLINE T normal_cdf(T const& x) {
  return T(0.5) * math::erfc(T(-x / math::sqrt(T(2))));
}

/// The Gaussian error linear unit x Phi(x) = (x / 2) erfc(-x / sqrt 2). In constant expressions
/// within 0.501 ulp; gelu(-inf) = -0, gelu(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> gelu(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::gelu, x);
  real_t<T> const a = math::above_minus_infinity(x);
  return a * math::normal_cdf(a);
}
template <Foreign T>
LEIBNIZ_INLINE T gelu(T const& x) {
  return x * math::normal_cdf(x);
}

}  // namespace leibniz::math
