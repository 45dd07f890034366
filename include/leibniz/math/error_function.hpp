// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/series.hpp"
#include "leibniz/math/square.hpp"

namespace leibniz::math {

namespace constant {

constexpr double_double exp_minus_square(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  return magnitude(x.high) > 30 ? double_double{0.0} : exp(-(x * x));
}

/// erf(x) / (2 x / sqrt(pi)) as a power series in -x^2, to 2^-80 for |x| <= 1/2.
inline constexpr auto erf_series = [] {
  series<17> result{{1.0}, 7};
  for (int k = 1; k < result.size; ++k) {
    result.coefficient[k] = exponential_series.coefficient[k - 1] / static_cast<double>(2 * k + 1);
  }
  return result;
}();
inline constexpr double_double two_over_root_pi = {0x1.20dd750429b6dp+0, 0x1.1ae3a914fed80p-56};

/// The trapezoidal rule for erfc: step h = 3/8 and the weights e^(-n^2 h^2).
struct trapezoid {
  static constexpr double step = 0.375;
  static constexpr int size = 21;
  double_double weight[size];
};
inline constexpr trapezoid erfc_trapezoid = [] {
  trapezoid result{};
  // Every weight is the one before times a ratio, which itself shrinks by a constant ratio.
  double_double ratio = exp(-result.step * result.step);
  double_double const ratio_of_ratios = ratio * ratio;
  result.weight[0] = 1.0;
  for (int n = 1; n < result.size; ++n) {
    result.weight[n] = result.weight[n - 1] * ratio;
    ratio = ratio * ratio_of_ratios;
  }
  return result;
}();

/// erfc(x) for x >= 1/2, to 2^-80 of the value: the trapezoidal rule for erfc(x) = (2 x e^(-x^2) /
/// pi) times the integral over t > 0 of e^(-t^2) / (t^2 + x^2), less the residue at the pole t = i
/// x, which counts while x is well below pi / h (Hunter, Regan, "A note on the evaluation of the
/// complementary error function", Math. Comp. 26, 1972).
constexpr double_double trapezoidal_rule(double_double x, double_double square) noexcept {
  double_double integral = double_double{0.5} / square;
  for (int n = 1; n < trapezoid::size; ++n) {
    double const node = n * n * trapezoid::step * trapezoid::step;
    integral = integral + erfc_trapezoid.weight[n] / (square + node);
  }
  return integral * x * (2 * trapezoid::step) / pi;
}
constexpr double_double residue_at_pole(double_double x) noexcept {
  return double_double{2.0} / expm1(pi * x * 2.0 / trapezoid::step);
}
constexpr scaled scaled_erfc(double_double x) noexcept {
  double_double const square = x * x;
  scaled result = scaled_exp(-square);
  result.significand = result.significand * trapezoidal_rule(x, square);
  if (x.high < 6)
    result.significand = result.significand - scale(residue_at_pole(x), -result.exponent);
  return result;
}
/// erfc(x) e^(x^2) the same way.
constexpr double_double trapezoidal_erfcx(double_double x) noexcept {
  double_double const square = x * x, result = trapezoidal_rule(x, square);
  return x.high < 6 ? result - exp(square) * residue_at_pole(x) : result;
}

constexpr double_double small_erf(double_double x) noexcept {
  return x * two_over_root_pi * sum(erf_series, -(x * x));
}

constexpr double_double erfc(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-120) return 1.0;
  if (magnitude(x.high) < 0.5) return double_double{1.0} - small_erf(x);
  if (magnitude(x.high) > 28) return is_negative(x.high) ? 2.0 : 0.0;
  scaled const tail = scaled_erfc(absolute(x));
  double_double const value = scale(tail.significand, tail.exponent);
  return is_negative(x.high) ? double_double{2.0} - value : value;
}

constexpr double_double erf(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (is_zero(x.high)) return x;
  if (magnitude(x.high) < 0.5) return small_erf(x);
  if (magnitude(x.high) > 9) return with_sign_of(double_double{1.0, -0x1p-115}, x.high);
  return with_sign_of(double_double{1.0} - erfc(absolute(x)), x.high);
}

}  // namespace constant

/// e^(-x^2). In constant expressions within 0.501 ulp; at run time the rounding of x^2 is made up for, so that the tail
/// is as accurate as the middle.
template <Arithmetic T>
constexpr real_t<T> exp_minus_square(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::exp_minus_square, x);
  R const a = static_cast<R>(x), square = a * a, power = std::exp(-square);
  return power - power * detail::square_rest(a, square);
}
template <Foreign T>
LEIBNIZ_INLINE T exp_minus_square(T const& x) {
  return math::exp(T(-(x * x)));
}

/// The error function. In constant expressions within 0.501 ulp; erf(+-0) = +-0, erf(+-inf) = +-1.
template <Arithmetic T>
constexpr real_t<T> erf(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::erf, x);
  return std::erf(x);
}
template <Foreign T>
LEIBNIZ_INLINE T erf(T const& x) {
  using std::erf;
  return erf(x);
}

/// 1 - erf(x) without cancellation. In constant expressions within 0.501 ulp; erfc(inf) = 0,
/// erfc(-inf) = 2.
template <Arithmetic T>
constexpr real_t<T> erfc(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::erfc, x);
  return std::erfc(x);
}
template <Foreign T>
LEIBNIZ_INLINE T erfc(T const& x) {
  using std::erfc;
  return erfc(x);
}

}  // namespace leibniz::math
