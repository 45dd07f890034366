// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/erfcx.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/normal.hpp"
#include "leibniz/math/selection.hpp"

// Of the standard normal distribution, with z = -x / sqrt 2 and E_n of erfcx.hpp: the density is e^(-z^2) / sqrt(2 pi), the
// distribution function e^(-z^2) E_0(z) / 2. Their quotient, the inverse Mills ratio, is sqrt(2 / pi) / E_0(z), and
// x plus that, which cancels far left, is sqrt 2 E_1(z) / E_0(z).

namespace leibniz::math {

namespace constant {

inline constexpr double_double root_two_over_pi = {0x1.9884533d43651p-1, -0x1.cbc0d30ebfd15p-55};

constexpr double_double log_normal_cdf(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 0) return log1p(-normal_cdf(-x));
  if (x.high < -1e160) return -positive_infinity();
  return log(erfcx(-x * root_half) * 0.5) - x * x * 0.5;
}
constexpr double_double inverse_mills(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high < -1e15) return -x;
  return x.high > 0 ? normal_pdf(x) / normal_cdf(x) : root_two_over_pi / erfcx(-x * root_half);
}
constexpr double_double inverse_mills_rest(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high > 40) return x;
  if (x.high > 0) return x + inverse_mills(x);
  if (is_infinite(x.high)) return 0.0;
  if (x.high < -1e15) {
    int const exponent = exponent_of(x.high);
    return scale(double_double{-1.0} / scale(x, -exponent), -exponent);
  }
  double_double const z = -x * root_half;
  return root_half * 2.0 * repeated_erfcx(1, z) / erfcx(z);
}

}  // namespace constant

namespace detail {

/// Left of this the functions come from erfcx.
inline constexpr int far_left = -5;

template <class T> T log_normal_cdf(T x) noexcept {
  if (x > 0) return std::log1p(-math::normal_cdf(-x));
  if (x > far_left) return std::log(math::normal_cdf(x));
  constexpr T scale = constant::rounded<T>(-constant::root_half);
  return std::log(T(0.5) * math::erfcx(x * scale)) - T(0.5) * x * x;
}
template <class T> T inverse_mills(T x) noexcept {
  if (!(x < far_left)) return math::normal_pdf(x) / math::normal_cdf(x);
  constexpr T scale = constant::rounded<T>(-constant::root_half),
              factor = constant::rounded<T>(constant::root_two_over_pi);
  return factor / math::erfcx(x * scale);
}
template <class T> T inverse_mills_rest(T x) noexcept {
  if (!(x < -1)) return x + detail::inverse_mills(x);
  if (x < -1 / std::numeric_limits<T>::epsilon()) return -1 / x;
  constexpr T scale = constant::rounded<T>(-constant::root_half),
              factor = constant::rounded<T>(constant::root_half * 2.0);
  T const z = x * scale;
  return factor * math::repeated_erfcx(1, z) / math::erfcx(z);
}

}  // namespace detail

/// log(normal_cdf(x)), where that is 0 or 1, too. In constant expressions within 0.501 ulp; log_normal_cdf(-inf) = -inf.
template <Arithmetic T>
constexpr real_t<T> log_normal_cdf(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::log_normal_cdf, x);
  return detail::log_normal_cdf(static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T log_normal_cdf(T const& x) {
  return math::log(math::normal_cdf(x));
}

/// The inverse Mills ratio normal_pdf(x) / normal_cdf(x), where both are 0, too.
template <Arithmetic T>
constexpr real_t<T> inverse_mills(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::inverse_mills, x);
  return detail::inverse_mills(static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T inverse_mills(T const& x) {
  return math::normal_pdf(x) / math::normal_cdf(x);
}

/// x + inverse_mills(x), without cancellation.
template <Arithmetic T>
constexpr real_t<T> inverse_mills_rest(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::inverse_mills_rest, x);
  return detail::inverse_mills_rest(static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T inverse_mills_rest(T const& x) {
  return x + math::inverse_mills(x);
}

}  // namespace leibniz::math
