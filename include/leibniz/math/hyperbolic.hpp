// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"

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

}  // namespace constant

/// The hyperbolic tangent. In constant expressions within 0.501 ulp; tanh(+-0) = +-0, tanh(+-inf) = +-1.
template <Arithmetic T>
constexpr real_t<T> tanh(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::tanh, x);
  return std::tanh(x);
}
template <Foreign T>
constexpr T tanh(T const& x) {
  using std::tanh;
  return tanh(x);
}

}  // namespace leibniz::math
