// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/gamma.hpp"

namespace leibniz::math {

namespace detail {

/// x^n for n >= 0.
template <class T> constexpr T whole_power(T const& x, int n) {
  T result = T(1.0);
  for (int k = 0; k < n; ++k) result = result * x;
  return result;
}
constexpr double factorial(int n) {
  double result = 1;
  for (int k = 2; k <= n; ++k) result *= k;
  return result;
}

/// n! sum of 1 / (x + k)^(n+1) for x > 0: terms up to z >= 16 + 2 n, then the asymptotic series (Abramowitz,
/// Stegun, 6.4.10 and 6.4.11), to 2^-75. `high` is x as a double.
template <class T> constexpr T polygamma_of_positive(int n, T x, double high) {
  T rest = T(0.0);
  for (; high < 16 + 2 * n; high += 1, x = x + T(1.0)) rest = rest + T(1.0) / whole_power(x, n + 1);
  T const inverse = T(1.0) / x, square = inverse * inverse;
  // the coefficient of z^-2k is B_2k = numerator / denominator times 2k + n - 1 over 2k
  constexpr double numerator[] = {1, -1, 1, -1, 5, -691, 7, -3617, 43867, -174611};
  constexpr double denominator[] = {6, 30, 42, 30, 66, 2730, 6, 510, 798, 330};
  double binomial[11] = {1};
  for (int k = 1; k <= 10; ++k)
    binomial[k] = binomial[k - 1] * (2 * k + n - 2) / (2 * k - 1) * (2 * k + n - 1) / (2 * k);
  T sum = T(0.0);
  for (int k = 10; k > 0; --k) {
    sum = (sum + T(numerator[k - 1]) * T(binomial[k]) / T(denominator[k - 1])) * square;
  }
  sum = sum + T(1.0) + inverse * T(0.5 * n);
  T const leading = whole_power(inverse, n) * sum / T(static_cast<double>(n));
  return (rest + leading) * T(factorial(n));
}

/// The n-th derivative of cot(pi x), over pi^n, from c = cot(pi x): P_0 = c, P_k+1 = -(1 + c^2) P_k'.
template <class T> constexpr T cotangent_derivative(int n, T const& c) {
  double p[24] = {0, 1};
  for (int k = 0; k < n; ++k) {
    double next[24] = {};
    for (int i = 1; i <= k + 1; ++i) {
      next[i - 1] -= i * p[i];
      next[i + 1] -= i * p[i];
    }
    for (int i = 0; i < 24; ++i) p[i] = next[i];
  }
  T const square = c * c;  // all powers are even, or all are odd, and of one sign
  T sum = T(0.0);
  for (int i = n + 1; i >= 0; i -= 2) sum = sum * square + T(p[i]);
  return n % 2 == 0 ? sum * c : sum;
}

inline constexpr int highest_polygamma = 20;

}  // namespace detail

namespace constant {

constexpr double_double polygamma(int n, double_double x) noexcept {
  double const sign = n % 2 == 0 ? -1 : 1;
  if (n == 0) return digamma(x);
  if (n < 0 || n > detail::highest_polygamma || is_nan(x.high)) return not_a_number();
  if (is_infinite(x.high))
    return x.high > 0 ? double_double{0.0 * sign} : double_double{not_a_number()};
  if (is_zero(x.high))
    return n % 2 == 1 || is_negative(x.high) ? positive_infinity() : -positive_infinity();
  int const exponent = exponent_of(x.high);
  double_double const significand = scale(x, -exponent);
  if (exponent < -100)  // what is left is the pole
    return scale(double_double{sign * detail::factorial(n)} /
                     detail::whole_power(significand, n + 1),
                 -exponent * (n + 1));
  if (x.high > 0x1p120)
    return scale(double_double{sign * detail::factorial(n - 1)} /
                     detail::whole_power(significand, n),
                 -exponent * n);
  if (x.high > 0) return detail::polygamma_of_positive(n, x, x.high) * sign;
  // The reflection formula (Abramowitz, Stegun, 6.4.7).
  double_double const sine = sinpi(x);
  if (is_zero(sine.high)) return n % 2 == 1 ? positive_infinity() : not_a_number();
  double_double const poles =
      detail::cotangent_derivative(n, cospi(x) / sine) * detail::whole_power(pi, n + 1);
  double_double const reflected = double_double{1.0} - x;
  return -poles - detail::polygamma_of_positive(n, reflected, reflected.high);
}

}  // namespace constant

namespace detail {

/// polygamma in T's own arithmetic.
template <class T> T polygamma(int n, T x) noexcept {
  // constants: the functions themselves stay out of the program, and -ffast-math warns of std's
  constexpr T infinity = T(constant::positive_infinity()), none = T(constant::not_a_number());
  T const sign = n % 2 == 0 ? T(-1) : T(1);
  if (n == 0) return detail::digamma(x);
  if (n < 0 || n > highest_polygamma) return none;
  if (x > 0) {
    if (x > 1 / std::numeric_limits<T>::epsilon())
      return sign * static_cast<T>(factorial(n - 1)) / whole_power(x, n);
    return sign * polygamma_of_positive(n, x, static_cast<double>(x));
  }
  constexpr T half_turn = constant::rounded<T>(constant::pi);
  T const sine = math::sinpi(x);
  if (same_value(sine, T(0))) {
    if (n % 2 == 1) return infinity;
    return same_value(x, T(0)) ? -1 / x : sine / sine;
  }
  T const poles = cotangent_derivative(n, math::cospi(x) / sine) * whole_power(half_turn, n + 1);
  return -poles - polygamma_of_positive(n, 1 - x, static_cast<double>(1 - x));
}

}  // namespace detail

namespace adl {

void polygamma();  // ends unqualified lookup here, see selection.hpp

template <class T>
constexpr T call_polygamma(int n, T const& x) {
  return polygamma(n, x);
}

}  // namespace adl

/// The n-th derivative of digamma, for n from 0 to 20 (else NaN). In constant expressions within 0.501 ulp,
/// but near its zeros only to 1e-22; at 0 and the negative integers infinite for odd n, NaN for even n except at
/// +-0. At run time as digamma. A foreign type brings its own polygamma(int, x).
template <Arithmetic T>
constexpr real_t<T> polygamma(int n, T x) noexcept {
  if (__builtin_is_constant_evaluated())
    return constant::rounded<real_t<T>>(
        constant::polygamma(n, constant::extended(static_cast<real_t<T>>(x))));
  return detail::polygamma(n, static_cast<real_t<T>>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T polygamma(int n, T const& x) {
  return adl::call_polygamma(n, x);
}

}  // namespace leibniz::math
