// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/math/root.hpp"
#include "leibniz/math/selection.hpp"
#include "leibniz/math/trigonometric.hpp"

// Sine and cosine as functions of the squared angle: f_n(s) = j_n(√s) / √s^n with the spherical Bessel functions j_n,
// for n ≥ −1. f_−1(s) = cos √s, f_0(s) = sin(√s)/√s; all are entire, and f_n′ = −f_{n+1}/2. With them, a rotation is a
// smooth function of its rotation vector, at 0 too.

namespace leibniz::math {

namespace detail {

/// The power series (Abramowitz, Stegun, 10.1.2). `done(sum, term)` ends it.
template <class T, class Done> constexpr T small_bessel_of_square(int n, T const& s, Done done) {
  T term = T(1.0);
  for (int k = 1; k <= n; ++k) term = term / math::whole<T>(2 * k + 1);
  T sum = term;
  T const half = s * T(-0.5);
  for (int k = 1; k < 400; ++k) {
    term = term * half / math::whole<T>(k * (2 * n + 2 * k + 1));
    if (done(sum, term)) break;
    sum = sum + term;
  }
  return sum;
}
/// Where the series is used. Orders −1 and 0 need none for s > 0.
template <class T> constexpr bool bessel_of_square_is_small(int n, T s) {
  return !(s > 0) ||
         (n > 0 && (s < static_cast<T>(2 * n + 3) || s < static_cast<T>((n + 1) * (n + 1))));
}
/// From orders −1 and 0 upwards (Abramowitz, Stegun, 10.1.19).
template <class T>
constexpr T bessel_of_square_upwards(int n, T const& s, T const& t, T const& sine,
                                     T const& cosine) {
  if (n < 0) return cosine;
  T before = cosine;
  T at = sine / t;
  for (int k = 0; k < n; ++k) {
    T const next = (at * math::whole<T>(2 * k + 1) - before) / s;
    before = at;
    at = next;
  }
  return at;
}

}  // namespace detail

namespace constant {

constexpr double_double bessel_of_square(int n, double_double s) noexcept {
  if (n < -1 || !is_finite(s.high)) return not_a_number();
  if (detail::bessel_of_square_is_small(n, s.high))
    return detail::small_bessel_of_square(n, s, [](double_double sum, double_double term) {
      return magnitude(term.high) <= 0x1p-110 * magnitude(sum.high);
    });
  double_double const t = sqrt(s);
  return detail::bessel_of_square_upwards(n, s, t, sin(t), cos(t));
}

}  // namespace constant

/// j_n(√s) / √s^n for n ≥ −1 (else NaN): cos √s for −1, sin(√s)/√s for 0. Of negative s, too: cosh √−s, …
template <Arithmetic T>
constexpr real_t<T> bessel_of_square(int n, T s) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated())
    return constant::rounded<R>(
        constant::bessel_of_square(n, constant::extended(static_cast<R>(s))));
  R const x = static_cast<R>(s);
  if (n < -1) return std::numeric_limits<R>::quiet_NaN();
  if (detail::bessel_of_square_is_small(n, x))
    return detail::small_bessel_of_square(n, x, [](R leibniz_sum, R leibniz_term) {
      return same_value(leibniz_sum + leibniz_term, leibniz_sum);
    });
  R const t = std::sqrt(x);
  return detail::bessel_of_square_upwards(n, x, t, std::sin(t), std::cos(t));
}
template <Foreign T>
constexpr T bessel_of_square(int n, T const& s) {
  if (detail::bessel_of_square_is_small(n, static_cast<double>(s)))
    return detail::small_bessel_of_square(n, s, [](T const& leibniz_sum, T const& leibniz_term) {
      return leibniz::same_value(T(leibniz_sum + leibniz_term), leibniz_sum);
    });
  T const t(math::sqrt(s));
  return detail::bessel_of_square_upwards(n, s, t, T(math::sin(t)), T(math::cos(t)));
}

}  // namespace leibniz::math
