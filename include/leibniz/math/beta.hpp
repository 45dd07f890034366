// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/gamma.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/polygamma.hpp"
#include "leibniz/math/secant.hpp"
#include "leibniz/math/selection.hpp"

// The logarithm of the beta function, and what its derivatives need: differences of polygamma functions that do not cancel
// where one argument is small beside the other.

namespace leibniz::math {

namespace detail {

constexpr constant::double_double log_of(constant::double_double x) { return constant::log(x); }
constexpr constant::double_double log1p_of(constant::double_double x) { return constant::log1p(x); }
template <Arithmetic T> constexpr T log_of(T x) { return math::log(x); }
template <Arithmetic T> constexpr T log1p_of(T x) { return math::log1p(x); }
template <class T> constexpr secant<T> log_of(secant<T> const& x) {
  return {log_of(x.here), log_of(x.there), log1p_of(x.difference / x.here)};
}

/// digamma(x) for x > 0, as in constant::digamma. `high` is x as a double.
template <class T> constexpr T polygamma_0_of_positive(T x, double high) {
  T harmonic(0.0);
  for (; high < 16; high += 1, x = x + T(1.0)) harmonic = harmonic + T(1.0) / x;
  T const inverse = T(1.0) / x, square = inverse * inverse;
  T sum(0.0);
  for (int k = 10; k > 0; --k) {
    constant::bernoulli const b = constant::bernoulli_numbers[k - 1];
    sum = (sum + T(b.numerator) / T(2 * k * b.denominator)) * square;
  }
  return log_of(x) - inverse * T(0.5) - sum - harmonic;
}

}  // namespace detail

namespace constant {

/// What log Gamma(z) has beside (z - 1/2) log z - z + log(2 pi) / 2.
constexpr double_double stirling_rest(double_double z) noexcept {
  double_double const inverse = double_double{1.0} / z;
  return inverse * sum(lgamma_series, inverse * inverse);
}

/// log B(p, q): both are raised to 16 and more by B(p, q) = B(p + 1, q) (p + q) / p, then Stirling's formula, whose large
/// terms are combined (after TOMS 708, DiDonato, Morris, 1992).
constexpr double_double lbeta(double_double p, double_double q) noexcept {
  if (is_nan(p.high) || is_nan(q.high) || p.high < 0 || q.high < 0) return not_a_number();
  if (is_zero(p.high) || is_zero(q.high))
    return is_infinite(p.high) || is_infinite(q.high) ? not_a_number() : positive_infinity();
  if (is_infinite(p.high) || is_infinite(q.high)) return -positive_infinity();
  if (p.high > q.high) return lbeta(q, p);
  double_double raised = 0.0;
  for (; p.high < 16; p = p + 1.0) raised = raised + log(p * 0.5) - log(p * 0.5 + q * 0.5);
  for (; q.high < 16; q = q + 1.0) raised = raised + log(q) - log(p + q);
  double_double const half_sum = p * 0.5 + q * 0.5, share = p * 0.5 / half_sum;
  double_double const rests = stirling_rest(p) + stirling_rest(q) - stirling_rest(half_sum * 2.0);
  return (p - 0.5) * log(share) + q * log1p(-share) - log(q) * 0.5 + log_root_two_pi + rests -
         raised;
}

constexpr double_double polygamma_difference(int n, double_double x, double_double step) noexcept {
  if (n < 0 || n > detail::highest_polygamma || !is_finite(x.high) || !is_finite(step.high) ||
      x.high <= 0 || step.high < 0)
    return not_a_number();
  detail::secant<double_double> const both(x, x + step, step);
  return n == 0 ? detail::polygamma_0_of_positive(both, x.high).difference
                : detail::polygamma_of_positive(n, both, x.high).difference *
                      (n % 2 == 0 ? -1.0 : 1.0);
}

}  // namespace constant

namespace detail {

template <class T> T stirling_rest(T z) noexcept {
  constexpr T coefficients[] = {T(1) / 12,   -T(1) / 360,      T(1) / 1260, -T(1) / 1680,
                                T(1) / 1188, -T(691) / 360360, T(1) / 156,  -T(3617) / 122400};
  T const inverse = 1 / z, square = inverse * inverse;
  T sum = 0;
  for (int k = 7; k >= 0; --k) sum = sum * square + coefficients[k];
  return inverse * sum;
}

template <class T> T lbeta(T p, T q) noexcept {
  if (p > q) return detail::lbeta(q, p);
  if (!(p > 0) || q > std::numeric_limits<T>::max())
    return same_value(p, T(0)) && q <= std::numeric_limits<T>::max() ? 1 / (p * p)
           : p > 0                                                   ? -q
                                                                     : (p - p) / (p - p);
  if (q < 10) return std::log(std::tgamma(p) * (std::tgamma(q) / std::tgamma(p + q)));
  constexpr T log_root_two_pi = constant::rounded<T>(constant::log_root_two_pi);
  T const half_sum = p * T(0.5) + q * T(0.5), share = p * T(0.5) / half_sum;
  T const log_sum = std::log(half_sum) + constant::rounded<T>(constant::ln_2);
  T const rests = stirling_rest(q) - stirling_rest(2 * half_sum);
  if (p < 10) return std::lgamma(p) + rests + (p - p * log_sum + (q - T(0.5)) * std::log1p(-share));
  return (p - T(0.5)) * std::log(share) + q * std::log1p(-share) - T(0.5) * std::log(q) +
         (log_root_two_pi + (stirling_rest(p) + rests));
}

template <class T> T polygamma_difference(int n, T x, T step) noexcept {
  if (n < 0 || n > highest_polygamma || !(x > 0) || !(step >= 0)) return (x - x) / (x - x);
  secant<T> const both(x, x + step, step);
  double const high = static_cast<double>(x);
  if (n == 0) return polygamma_0_of_positive(both, high).difference;
  T const result = polygamma_of_positive(n, both, high).difference;
  return n % 2 == 0 ? -result : result;
}

}  // namespace detail

/// log B(x, y) = log Gamma(x) + log Gamma(y) - log Gamma(x + y) of positive numbers, without cancellation. In constant
/// expressions within 0.501 ulp, but near zeros of the function only to 1e-28.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> lbeta(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::lbeta, x, y);
  return detail::lbeta(static_cast<R>(x), static_cast<R>(y));
}
template <Foreign T>
LEIBNIZ_INLINE T lbeta(T const& x, T const& y) {
  return math::lgamma(x) + math::lgamma(y) - math::lgamma(T(x + y));
}

/// polygamma(n, x + step) - polygamma(n, x) of positive x and step (digamma for n = 0), without cancellation.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> polygamma_difference(int n, T x, U step) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated())
    return constant::rounded<R>(constant::polygamma_difference(
        n, constant::extended(static_cast<R>(x)), constant::extended(static_cast<R>(step))));
  return detail::polygamma_difference(n, static_cast<R>(x), static_cast<R>(step));
}
template <Foreign T>
LEIBNIZ_INLINE T polygamma_difference(int n, T const& x, T const& step) {
  if (n == 0) return math::digamma(T(x + step)) - math::digamma(x);
  return math::polygamma(n, T(x + step)) - math::polygamma(n, x);
}

}  // namespace leibniz::math
