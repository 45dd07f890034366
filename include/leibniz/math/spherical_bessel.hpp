// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/math/selection.hpp"
#include "leibniz/math/trigonometric.hpp"

// The spherical Bessel functions j_n. The derivatives of sin(x) / x = j_0(x) are sums of them, and computed so they do
// not cancel near 0.

namespace leibniz::math {

namespace detail {

/// j_n(x) where a = |x| is small: the power series (Abramowitz, Stegun, 10.1.2). `done(sum, term)` ends it.
template <class T, class Done> constexpr T small_spherical_bessel(int n, T const& x, Done done) {
  T front = T(1.0), sum = front, term = front;
  T const square = x * x * T(-0.5);
  for (int k = 1; k <= n; ++k) front = front * x / math::whole<T>(2 * k + 1);
  for (int k = 1; k < 400; ++k) {
    term = term * square / math::whole<T>(k * (2 * n + 2 * k + 1));
    if (done(sum, term)) break;
    sum = sum + term;
  }
  return front * sum;
}
template <class T> constexpr bool spherical_bessel_is_small(int n, T a) {
  return a * a < static_cast<T>(2 * n + 3) || a < static_cast<T>(n + 1);
}

/// From j_0 and j_1 upwards, which is stable for |x| > n (Abramowitz, Stegun, 10.1.19).
template <class T> constexpr T spherical_bessel_upwards(int n, T const& x, T const& sine,
                                                        T const& cosine) {
  T before = sine / x;
  if (n == 0) return before;
  T at = (before - cosine) / x;
  for (int k = 1; k < n; ++k) {
    T const next = at * math::whole<T>(2 * k + 1) / x - before;
    before = at;
    at = next;
  }
  return at;
}

}  // namespace detail

namespace constant {

constexpr double_double spherical_bessel(int n, double_double x) noexcept {
  if (n < 0 || !is_finite(x.high)) return not_a_number();
  if (n == 0) return sinc(x);
  if (detail::spherical_bessel_is_small(n, magnitude(x.high)))
    return detail::small_spherical_bessel(n, x, [](double_double s, double_double t) {
      return magnitude(t.high) < 0x1p-90 * magnitude(s.high);
    });
  int const e = magnitude(x.high) > 0x1p900 ? -600 : 0;  // the quotient of a huge x
  if (e == 0) return detail::spherical_bessel_upwards(n, x, sin(x), cos(x));
  double_double const sine = n % 2 == 0 ? sin(x) : cos(x);
  double_double const value = scale(sine / scale(x, e), e);
  return (n + 1) / 2 % 2 == 0 ? value : -value;
}

}  // namespace constant

/// The spherical Bessel function of the first kind j_n, n >= 0 (else NaN); j_0(x) = sin(x) / x. In constant
/// expressions within 0.501 ulp, but near its zeros only to 1e-22; at run time within a few ulp of the larger of the
/// value and 1 / x.
template <Arithmetic T>
constexpr real_t<T> spherical_bessel(int n, T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated())
    return constant::rounded<R>(
        constant::spherical_bessel(n, constant::extended(static_cast<R>(x))));
  R const a = static_cast<R>(x);
  if (n < 0) return std::numeric_limits<R>::quiet_NaN();
  if (n == 0) return math::sinc(a);
  if (detail::spherical_bessel_is_small(n, std::abs(a)))
    return detail::small_spherical_bessel(n, a, [](R leibniz_s, R leibniz_t) {
      return same_value(leibniz_s + leibniz_t, leibniz_s);
    });
  return detail::spherical_bessel_upwards(n, a, std::sin(a), std::cos(a));
}
template <Foreign T>
constexpr T spherical_bessel(int n, T const& x) {
  if (detail::spherical_bessel_is_small(n, static_cast<double>(math::abs(x))))
    return detail::small_spherical_bessel(n, x, [](T const& leibniz_s, T const& leibniz_t) {
      return leibniz::same_value(T(leibniz_s + leibniz_t), leibniz_s);
    });
  return detail::spherical_bessel_upwards(n, x, T(math::sin(x)), T(math::cos(x)));
}

}  // namespace leibniz::math
