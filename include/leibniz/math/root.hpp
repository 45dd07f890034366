// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <type_traits>

#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"

namespace leibniz::math {

namespace constant {

/// The square root of m in [1, 4), its high part correctly rounded (m.low = 0).
constexpr double_double sqrt_of_significand(double_double m) noexcept {
  // Halving the exponent field is within 6 % of the root; every step of Newton's iteration squares the error.
  double root = from_bits((to_bits(m.high) >> 1) + (to_bits(1.0) >> 1));
  for (int step = 0; step < 5; ++step) root = 0.5 * (root + m.high / root);
  // Newton stops within an ulp of the root. The root is never half way between two doubles, so the exact residual
  // says on which side of the half-way points above and below it lies.
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
  if (is_zero(x.high) || x.high == positive_infinity()) return x;
  if (x.high < 0) return not_a_number();
  int const exponent = exponent_of(x.high);
  int const half = (exponent - (exponent & 1)) / 2;
  return scale(sqrt_of_significand(scale(x, -2 * half)), half);
}

}  // namespace constant

/// The square root, correctly rounded in constant expressions (IEEE 754 asks for it); sqrt(-0) = -0,
/// sqrt(x < 0) = NaN, sqrt(inf) = inf.
template <Arithmetic T>
constexpr real_t<T> sqrt(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sqrt, x);
  return std::sqrt(x);
}
template <Foreign T>
constexpr T sqrt(T const& x) {
  using std::sqrt;
  return sqrt(x);
}

}  // namespace leibniz::math
