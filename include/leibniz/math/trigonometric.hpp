// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/inverse_trigonometric.hpp"
#include "leibniz/math/payne_hanek.hpp"
#include "leibniz/math/selection.hpp"
#include "leibniz/math/series.hpp"

namespace leibniz::math {

namespace constant {

/// sin(r) / r and cos(r) as power series in -r^2, to 2^-77 for |r| <= pi / 4.
inline constexpr auto sine_series = make_series<12>(5, [](int k) { return 2 * k * (2 * k + 1); });
inline constexpr auto cosine_series = make_series<13>(5, [](int k) { return (2 * k - 1) * 2 * k; });

constexpr double_double sine_of_rest(double_double r) noexcept {
  return r * sum(sine_series, -(r * r));
}
constexpr double_double cosine_of_rest(double_double r) noexcept {
  return sum(cosine_series, -(r * r));
}

constexpr double_double sine_of(quadrant q) noexcept {
  double_double const value =
      q.quarter_turns % 2 == 0 ? sine_of_rest(q.rest) : cosine_of_rest(q.rest);
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

/// pi x as a quadrant: the reduction is exact. From 2^53 on every double is an even integer.
constexpr quadrant reduce_half_turns(double_double x) noexcept {
  if (magnitude(x.high) >= 0x1p53) return {0, 0.0};
  double const n = static_cast<double>(nearest_integer(2 * x.high));
  return {static_cast<int>(nearest_integer(n) & 3), (x - 0.5 * n) * pi};
}

constexpr double_double sinpi(double_double x) noexcept {
  if (!is_finite(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return is_zero(x.high) ? x : x * pi;
  double_double const value = sine_of(reduce_half_turns(x));
  return is_zero(value.high) ? with_sign_of(double_double{}, x.high) : value;
}

constexpr double_double cospi(double_double x) noexcept {
  if (!is_finite(x.high)) return not_a_number();
  quadrant const q = reduce_half_turns(x);
  double_double const value = sine_of({(q.quarter_turns + 1) & 3, q.rest});
  return is_zero(value.high) ? double_double{} : value;
}

constexpr double_double sinc(double_double x) noexcept {
  if (!is_finite(x.high)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) return 1.0;
  // The quotient of a huge x: both are scaled down, the product of the division would overflow.
  int const exponent = exponent_of(x.high);
  return scale(sin(x) / scale(x, -exponent), -exponent);
}

}  // namespace constant

/// The sine. In constant expressions within 0.501 ulp at every double; sin(+-0) = +-0, sin(+-inf) =
/// NaN.
template <Arithmetic T>
constexpr real_t<T> sin(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sin, x);
  return LEIBNIZ_WITHOUT_ERRNO(sin)(static_cast<real_t<T>>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T sin(T const& x) {
  using std::sin;
  return sin(x);
}

/// The cosine. In constant expressions within 0.501 ulp at every double; cos(+-inf) = NaN.
template <Arithmetic T>
constexpr real_t<T> cos(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::cos, x);
  return LEIBNIZ_WITHOUT_ERRNO(cos)(static_cast<real_t<T>>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T cos(T const& x) {
  using std::cos;
  return cos(x);
}

/// The tangent. In constant expressions within 0.501 ulp at every double; tan(+-0) = +-0,
/// tan(+-inf) = NaN.
template <Arithmetic T>
constexpr real_t<T> tan(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::tan, x);
  return std::tan(x);
}
template <Foreign T>
LEIBNIZ_INLINE T tan(T const& x) {
  using std::tan;
  return tan(x);
}

/// sin(pi x), pi exact. In constant expressions within 0.501 ulp; sinpi(n) = +-0 with the sign of n
/// for every integer n, sinpi(+-inf) = NaN. At run time the reduction is exact and one product is
/// rounded before std::sin or std::cos.
template <Arithmetic T>
constexpr real_t<T> sinpi(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sinpi, x);
  using R = real_t<T>;
  constexpr R half_turn = constant::rounded<R>(constant::pi);
  R const r = std::remainder(std::abs(static_cast<R>(x)), R(2));
  R const a = std::abs(r);
  R const value = a <= R(0.25)   ? std::sin(half_turn * a)
                  : a <= R(0.75) ? std::cos(half_turn * (a - R(0.5)))
                                 : std::sin(half_turn * (1 - a));
  return std::copysign(R(1), static_cast<R>(x)) * (r < 0 ? -value : value);
}
template <Foreign T>
LEIBNIZ_INLINE T sinpi(T const& x) {
  return math::sin(T(x * detail::pi_of<T>()));
}

/// cos(pi x), pi exact. In constant expressions within 0.501 ulp; cospi(n + 1/2) = +0,
/// cospi(+-inf) = NaN. At run time as sinpi.
template <Arithmetic T>
constexpr real_t<T> cospi(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::cospi, x);
  using R = real_t<T>;
  constexpr R half_turn = constant::rounded<R>(constant::pi);
  R const a = std::abs(std::remainder(static_cast<R>(x), R(2)));
  return a <= R(0.25)   ? std::cos(half_turn * a)
         : a <= R(0.75) ? std::sin(half_turn * (R(0.5) - a))
                        : -std::cos(half_turn * (1 - a));
}
template <Foreign T>
LEIBNIZ_INLINE T cospi(T const& x) {
  return math::cos(T(x * detail::pi_of<T>()));
}

/// sin(x) / x, and 1 at 0 (not the normalised sinc of signal processing). In constant expressions
/// within 0.501 ulp; sinc(+-inf) = NaN.
template <Arithmetic T>
constexpr real_t<T> sinc(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::sinc, x);
  using R = real_t<T>;
  return same_value(x, T(0)) ? R(1) : std::sin(static_cast<R>(x)) / static_cast<R>(x);
}
template <Foreign T>
LEIBNIZ_INLINE T sinc(T const& x) {
  return math::select(leibniz::same_value(x, T(0)), T(1), T(math::sin(x) / x));
}

}  // namespace leibniz::math
