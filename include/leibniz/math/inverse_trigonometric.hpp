// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/root.hpp"
#include "leibniz/math/series.hpp"

namespace leibniz::math {

namespace constant {

/// arctan(d) for |d| <= 1/16.
constexpr double_double small_arctan(double_double d) noexcept {
  return d * sum(inverse_odd_series, -(d * d));
}

/// arctan(k / 8) for k = 0 to 8.
inline constexpr double_double arctan_of_eighths[] = {
    {0x0.0p+0, 0x0.0p+0},
    {0x1.fd5ba9aac2f6ep-4, -0x1.cd37686760c17p-59},
    {0x1.f5b75f92c80ddp-3, 0x1.8ab6e3cf7afbdp-57},
    {0x1.6f61941e4def1p-2, -0x1.c63aae6f6e918p-56},
    {0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56},
    {0x1.1e00babdefeb4p-1, -0x1.928df287a668fp-58},
    {0x1.4978fa3269ee1p-1, 0x1.2419a87f2a458p-56},
    {0x1.700a7c5784634p-1, -0x1.8c34d25aadef6p-56},
    {0x1.921fb54442d18p-1, 0x1.1a62633145c07p-55}};

/// The angle of the point (x, y) for x, y >= 0, not both 0, and neither beyond 2^+-300: from the
/// nearest k / 8 below the diagonal the rest is arctan(d) with d = (y - x k / 8) / (x + y k / 8),
/// |d| <= 1/16.
constexpr double_double first_quadrant_angle(double_double y, double_double x) noexcept {
  if (y.high > x.high) return half_pi - first_quadrant_angle(x, y);
  int const k = static_cast<int>(nearest_integer(8 * y.high / x.high));
  double const t = k * 0.125;
  return arctan_of_eighths[k] + small_arctan((y - x * t) / (x + y * t));
}

/// The angle of the point (x, y) for y >= 0.
constexpr double_double upper_half_angle(double_double y, double_double x) noexcept {
  return x.high < 0 ? pi - first_quadrant_angle(y, -x) : first_quadrant_angle(y, x);
}

constexpr double_double atan(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return x;
  if (magnitude(x.high) > 0x1p200) return with_sign_of(half_pi, x.high);
  return with_sign_of(first_quadrant_angle(absolute(x), 1.0), x.high);
}

constexpr double_double asin(double_double x) noexcept {
  if (is_nan(x.high) || magnitude(x.high) > 1) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return x;
  double_double const a = absolute(x);
  return with_sign_of(first_quadrant_angle(a, sqrt((double_double{1.0} - a) * (a + 1.0))), x.high);
}

constexpr double_double acos(double_double x) noexcept {
  if (is_nan(x.high) || magnitude(x.high) > 1) return not_a_number();
  double_double const a = absolute(x);
  if (a.high < 0x1p-200) return half_pi;
  return upper_half_angle(sqrt((double_double{1.0} - a) * (a + 1.0)), x);
}

constexpr double_double atan2(double_double y, double_double x) noexcept {
  if (is_nan(x.high) || is_nan(y.high)) return not_a_number();
  // On the axes and at infinity only the direction counts.
  if (is_infinite(x.high) || is_infinite(y.high)) {
    double_double const angle = upper_half_angle(
        is_infinite(y.high) ? 1.0 : 0.0, is_infinite(x.high) ? with_sign_of(1.0, x.high) : 0.0);
    return with_sign_of(angle, y.high);
  }
  if (is_zero(y.high)) return with_sign_of(is_negative(x.high) ? pi : double_double{0.0}, y.high);
  if (is_zero(x.high)) return with_sign_of(half_pi, y.high);
  int const exponent = exponent_of(x.high);
  int const steepness = exponent_of(y.high) - exponent;
  if (steepness > 200) return with_sign_of(half_pi, y.high);
  double_double const a = scale(absolute(y), -exponent_of(y.high));
  double_double const b = scale(x, -exponent);
  if (steepness < -200)
    return with_sign_of(is_negative(x.high) ? pi : scale(a / b, steepness), y.high);
  return with_sign_of(upper_half_angle(scale(a, steepness), b), y.high);
}

}  // namespace constant

/// The inverse tangent. In constant expressions within 0.501 ulp; atan(+-0) = +-0, atan(+-inf) =
/// +-pi / 2.
template <Arithmetic T>
constexpr real_t<T> atan(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::atan, x);
  return std::atan(x);
}
template <Foreign T>
LEIBNIZ_INLINE T atan(T const& x) {
  using std::atan;
  return atan(x);
}

/// The inverse sine. In constant expressions within 0.501 ulp; asin(+-0) = +-0, asin(|x| > 1) =
/// NaN.
template <Arithmetic T>
constexpr real_t<T> asin(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::asin, x);
  return std::asin(x);
}
template <Foreign T>
LEIBNIZ_INLINE T asin(T const& x) {
  using std::asin;
  return asin(x);
}

/// The inverse cosine, from 0 to pi. In constant expressions within 0.501 ulp; acos(1) = 0,
/// acos(|x| > 1) = NaN.
template <Arithmetic T>
constexpr real_t<T> acos(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::acos, x);
  return std::acos(x);
}
template <Foreign T>
LEIBNIZ_INLINE T acos(T const& x) {
  using std::acos;
  return acos(x);
}

/// The angle of the point (x, y), from -pi to pi, with the sign of y. In constant expressions
/// within 0.501 ulp, with the special values of IEEE 754-2019, 9.2.1: atan2(+-0, x) = +-0 for x >=
/// +0 and +-pi for x <= -0.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> atan2(T y, U x) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::atan2, y, x);
  return std::atan2(static_cast<R>(y), static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T atan2(T const& y, T const& x) {
  using std::atan2;
  return atan2(y, x);
}

namespace detail {

/// pi as a T: to its own precision where that is known to exceed double's.
template <Foreign T>
LEIBNIZ_INLINE T pi_of() {
  if constexpr (std::numeric_limits<T>::digits > 53) return T(4) * math::atan(T(1));
  else return T(constant::pi.high);
}

}  // namespace detail

}  // namespace leibniz::math
