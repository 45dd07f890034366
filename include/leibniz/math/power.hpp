// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/selection.hpp"

namespace leibniz::math {

namespace constant {

/// x^y for x = 0 or infinite, or y infinite: IEEE 754-2019, 9.2.1. `odd` says whether y is an odd
/// integer.
constexpr double pow_at_limits(double x, double y, bool odd) noexcept {
  double const sign_source = odd ? x : 1.0;
  if (is_infinite(y)) {
    if (same_value(magnitude(x), 1.0)) return 1.0;
    return (magnitude(x) > 1) == (y > 0) ? positive_infinity() : 0.0;
  }
  bool const vanishes = is_zero(x) == (y > 0);
  return with_sign_of(vanishes ? 0.0 : positive_infinity(), sign_source);
}

/// x^y = e^(y log |x|), the product kept in double-double.
constexpr double_double pow(double_double x, double_double y) noexcept {
  if (is_zero(y.high) || (same_value(x.high, 1.0) && is_zero(x.low))) return 1.0;
  if (is_nan(x.high) || is_nan(y.high)) return not_a_number();
  bool const integer = is_integer(y.high) && is_integer(y.low);
  bool const odd = integer && is_odd_integer(y.high) != is_odd_integer(y.low);
  if (is_zero(x.high) || !is_finite(x.high) || is_infinite(y.high))
    return pow_at_limits(x.high, y.high, odd);
  if (is_negative(x.high) && !integer) return not_a_number();

  double const sign_source = odd ? x.high : 1.0;
  double_double const logarithm = log(absolute(x));
  if (is_zero(logarithm.high)) return with_sign_of(double_double{1.0}, sign_source);
  // |log x| >= 2^-53 except for a long double, so such a y overflows or underflows; and a tiny one
  // changes nothing.
  if (magnitude(y.high) > 0x1p80) {
    bool const grows = (y.high > 0) == (logarithm.high > 0);
    return with_sign_of(grows ? positive_infinity() : 0.0, sign_source);
  }
  if (magnitude(y.high) < 0x1p-120) return with_sign_of(double_double{1.0}, sign_source);
  return with_sign_of(exp(y * logarithm), sign_source);
}

/// x^(y-1) and x^(y-2).
constexpr double_double pow_below(double_double x, double_double y) noexcept {
  return pow(x, y - 1.0);
}
constexpr double_double pow_two_below(double_double x, double_double y) noexcept {
  return pow(x, y - 2.0);
}

}  // namespace constant

/// x^y. In constant expressions within 0.501 ulp, with the special values of IEEE 754-2019, 9.2.1:
/// pow(x, 0) = pow(1, y) = 1 even for NaN, pow(+-0, y < 0) = inf (-0 and an odd y: -inf), pow(x <
/// 0, y) = NaN unless y is an integer, pow(-1, +-inf) = 1.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> pow(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::pow, x, y);
  return std::pow(static_cast<R>(x), static_cast<R>(y));
}
template <class T, class U>
requires Foreign<T> || Foreign<U>
LEIBNIZ_INLINE common_number_t<T, U> pow(T const& x, U const& y) {
  using std::pow;
  return pow(x, y);
}

namespace detail {

template <class T> LEIBNIZ_INLINE auto is_finite_and_not_zero(T const& x) {
  return !leibniz::same_value(x, T(0)) && leibniz::same_value(T(x * T(0)), T(0));
}
/// x^(y-1) and x^(y-2), where y - 1 and y - 2 would be rounded as x^y over x and over x^2: below 1/2 neither over- nor
/// underflows where the result does not.
template <class T> LEIBNIZ_INLINE T quotient_below(T const& x, T const& y) {
  if constexpr (requires { x < y; }) {
    auto const divided = y < T(0.5) && is_finite_and_not_zero(x);
    T const power = math::pow(x, math::select(divided, y, T(y - T(1))));
    return math::select(divided, T(power / x), power);
  } else {
    return math::pow(x, T(y - T(1)));
  }
}
template <class T> LEIBNIZ_INLINE T quotient_two_below(T const& x, T const& y) {
  if constexpr (requires { x < y; }) {
    auto const finite = is_finite_and_not_zero(x);
    auto const once = finite && y < T(1), twice = finite && y < T(0.5);
    T const power =
        math::pow(x, math::select(twice, y, math::select(once, T(y - T(1)), T(y - T(2)))));
    T const over_x = power / x;
    return math::select(twice, T(over_x / x), math::select(once, over_x, power));
  } else {
    return math::pow(x, T(y - T(2)));
  }
}

}  // namespace detail

/// x^(y-1), without a rounding of y - 1. In constant expressions within 0.501 ulp.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> pow_below(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::pow_below, x, y);
  return detail::quotient_below(static_cast<R>(x), static_cast<R>(y));
}
template <Foreign T>
LEIBNIZ_INLINE T pow_below(T const& x, T const& y) {
  return detail::quotient_below(x, y);
}
/// x^(y-2), the same way.
template <Arithmetic T, Arithmetic U>
constexpr common_number_t<T, U> pow_two_below(T x, U y) noexcept {
  using R = common_number_t<T, U>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::pow_two_below, x, y);
  return detail::quotient_two_below(static_cast<R>(x), static_cast<R>(y));
}
template <Foreign T>
LEIBNIZ_INLINE T pow_two_below(T const& x, T const& y) {
  return detail::quotient_two_below(x, y);
}

namespace detail {

template <unsigned long long N, class T>
constexpr T repeated_product(T const& x) {
  if constexpr (N == 1) {
    return x;
  } else {
    T const root = detail::repeated_product<N / 2>(x);
    if constexpr (N % 2 == 0) {
      return root * root;
    } else {
      return root * root * x;
    }
  }
}

}  // namespace detail

/// x^N for an integer known at compile time, by repeated squaring from the leading bit down (Knuth,
/// TAOCP 2, 4.6.3); x^0 = 1 and x^-n = 1 / x^n. About log2 |N| multiplications, in T's own
/// arithmetic, each rounded.
template <long long N, class T>
constexpr T integer_power(T const& x) {
  static_assert(N >= 0 || !std::is_integral_v<T>,
                "a negative power of an integer is no integer: take a double");
  if constexpr (N == 0) {
    return T(1);
  } else if constexpr (N > 0) {
    return detail::repeated_product<static_cast<unsigned long long>(N)>(x);
  } else {
    return math::literal<T>(1) /
           detail::repeated_product<0ull - static_cast<unsigned long long>(N)>(x);
  }
}

}  // namespace leibniz::math
