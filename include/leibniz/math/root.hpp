// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"

namespace leibniz::math {

namespace constant {

/// The square root of m in [1, 4), its high part correctly rounded (m.low = 0).
constexpr double_double sqrt_of_significand(double_double m) noexcept {
  // Halving the exponent field is within 6 % of the root; every step of Newton's iteration squares
  // the error.
  double root = from_bits((to_bits(m.high) >> 1) + (to_bits(1.0) >> 1));
  for (int step = 0; step < 5; ++step) root = 0.5 * (root + m.high / root);
  // Newton stops within an ulp of the root. The root is never half way between two doubles, so the
  // exact residual says on which side of the half-way points above and below it lies.
  constexpr double ulp = 0x1p-52;
  double_double residual = m - two_product(root, root);
  double_double const half_way = {root * ulp, 0x1p-106};
  if ((residual - half_way).high > 0) {
    root += ulp;
  } else if ((residual + double_double{root * ulp, -0x1p-106}).high < 0) {
    root -= ulp;
  }
  residual = m - two_product(root, root);
  double const correction = residual.high / (2 * root);
  return is_zero(m.low) ? double_double{root, correction} : fast_two_sum(root, correction);
}

constexpr double_double sqrt(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (is_zero(x.high) || same_value(x.high, positive_infinity())) return x;
  if (x.high < 0) return not_a_number();
  int const exponent = exponent_of(x.high);
  int const half = (exponent - (exponent & 1)) / 2;
  return scale(sqrt_of_significand(scale(x, -2 * half)), half);
}

/// The cube root of m in [1, 8): Newton's iteration in double, then its last step in double-double.
constexpr double_double cbrt_of_significand(double_double m) noexcept {
  double root = 1 + (m.high - 1) / 7;
  for (int step = 0; step < 6; ++step) root -= (root - m.high / (root * root)) / 3;
  double_double const residual = m - two_product(root, root) * root;
  return fast_two_sum(root, residual.high / (3 * root * root));
}

constexpr double_double cbrt(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (is_zero(x.high) || is_infinite(x.high)) return x;
  int const exponent = exponent_of(x.high);
  int const third = (exponent + 3 * 400) / 3 - 400;
  double_double const root = cbrt_of_significand(scale(absolute(x), -3 * third));
  return with_sign_of(scale(root, third), x.high);
}

constexpr double_double hypot_3(double_double x, double_double y, double_double z) noexcept {
  if (is_infinite(x.high) || is_infinite(y.high) || is_infinite(z.high)) return positive_infinity();
  if (is_nan(x.high) || is_nan(y.high) || is_nan(z.high)) return not_a_number();
  double largest = magnitude(x.high);
  if (magnitude(y.high) > largest) largest = magnitude(y.high);
  if (magnitude(z.high) > largest) largest = magnitude(z.high);
  if (is_zero(largest)) return 0.0;
  int const exponent = exponent_of(largest);
  double_double const a = scale(x, -exponent);
  double_double const b = scale(y, -exponent);
  double_double const c = scale(z, -exponent);
  return scale(sqrt(a * a + b * b + c * c), exponent);
}

constexpr double_double hypot(double_double x, double_double y) noexcept {
  return hypot_3(x, y, 0.0);
}

}  // namespace constant

/// The square root, correctly rounded in constant expressions (IEEE 754 asks for it); sqrt(-0) =
/// -0, sqrt(x < 0) = NaN, sqrt(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> sqrt(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sqrt, x);
  return LEIBNIZ_WITHOUT_ERRNO(sqrt)(static_cast<real_t<T>>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T sqrt(T const& x) {
  using std::sqrt;
  return sqrt(x);
}

/// The cube root. In constant expressions within 0.501 ulp; cbrt(+-0) = +-0, cbrt(+-inf) = +-inf.
template <Arithmetic T>
constexpr real_t<T> cbrt(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::cbrt, x);
  return std::cbrt(x);
}
template <Foreign T>
LEIBNIZ_INLINE T cbrt(T const& x) {
  using std::cbrt;
  return cbrt(x);
}

/// sqrt(x^2 + y^2) without overflow or underflow on the way. In constant expressions within 0.501
/// ulp; an infinite argument gives inf, even beside NaN.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> hypot(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::hypot, x, y);
  return std::hypot(static_cast<R>(x), static_cast<R>(y));
}
namespace foreign {
using std::hypot;
template <class T> concept has_hypot = requires(T const& x) { hypot(x, x); };
template <class T> LEIBNIZ_INLINE T hypot_of(T const& x, T const& y) { return hypot(x, y); }
}  // namespace foreign
/// Complex numbers have no hypot: there the holomorphic root of x^2 + y^2 is meant.
template <Foreign T>
LEIBNIZ_INLINE T hypot(T const& x, T const& y) {
  if constexpr (foreign::has_hypot<T>) return foreign::hypot_of(x, y);
  else return math::sqrt(T(x * x + y * y));
}

/// sqrt(x^2 + y^2 + z^2), as with two arguments.
template <Arithmetic T, Arithmetic U, Arithmetic V>
constexpr common_number_t<common_number_t<T, U>, V> hypot(T x, U y, V z) noexcept {
  using R = common_number_t<common_number_t<T, U>, V>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::hypot_3, x, y, z);
  return std::hypot(static_cast<R>(x), static_cast<R>(y), static_cast<R>(z));
}
template <Foreign T>
LEIBNIZ_INLINE T hypot(T const& x, T const& y, T const& z) {
  return math::sqrt(T(x * x + y * y + z * z));
}

}  // namespace leibniz::math
