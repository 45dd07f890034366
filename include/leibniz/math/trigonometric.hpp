// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/payne_hanek.hpp"

namespace leibniz::math {

namespace constant {

/// sin(r) / r and cos(r) as power series in -r^2, to 2^-77 for |r| <= pi / 4.
inline constexpr auto sine_series = make_series<12>(5, [](int k) { return 2 * k * (2 * k + 1); });
inline constexpr auto cosine_series = make_series<13>(5, [](int k) { return (2 * k - 1) * 2 * k; });

constexpr double_double sine_of_rest(double_double r) noexcept { return r * sum(sine_series, -(r * r)); }
constexpr double_double cosine_of_rest(double_double r) noexcept { return sum(cosine_series, -(r * r)); }

constexpr double_double sine_of(quadrant q) noexcept {
  double_double const value = q.quarter_turns % 2 == 0 ? sine_of_rest(q.rest) : cosine_of_rest(q.rest);
  return q.quarter_turns < 2 ? value : -value;
}

constexpr double_double sin(double_double x) noexcept {
  if (!is_finite(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return x;
  return sine_of(reduce(x));
}

constexpr double_double cos(double_double x) noexcept {
  if (!is_finite(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return 1.0;
  quadrant const q = reduce(x);
  return sine_of({(q.quarter_turns + 1) & 3, q.rest});
}

constexpr double_double tan(double_double x) noexcept {
  if (!is_finite(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return x;
  quadrant const q = reduce(x);
  double_double const sine = sine_of_rest(q.rest);
  double_double const cosine = cosine_of_rest(q.rest);
  return q.quarter_turns % 2 == 0 ? sine / cosine : -cosine / sine;
}

}  // namespace constant

/// The sine. In constant expressions within 0.501 ulp at every double; sin(+-0) = +-0, sin(+-inf) = NaN.
template <Arithmetic T>
constexpr real_t<T> sin(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sin, x);
  return std::sin(x);
}
template <Foreign T>
constexpr T sin(T const& x) {
  using std::sin;
  return sin(x);
}

/// The cosine. In constant expressions within 0.501 ulp at every double; cos(+-inf) = NaN.
template <Arithmetic T>
constexpr real_t<T> cos(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::cos, x);
  return std::cos(x);
}
template <Foreign T>
constexpr T cos(T const& x) {
  using std::cos;
  return cos(x);
}

/// The tangent. In constant expressions within 0.501 ulp at every double; tan(+-0) = +-0, tan(+-inf) = NaN.
template <Arithmetic T>
constexpr real_t<T> tan(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::tan, x);
  return std::tan(x);
}
template <Foreign T>
constexpr T tan(T const& x) {
  using std::tan;
  return tan(x);
}

}  // namespace leibniz::math
