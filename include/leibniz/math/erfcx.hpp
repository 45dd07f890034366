// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/error_function.hpp"
#include "leibniz/math/inverse_trigonometric.hpp"
#include "leibniz/math/root.hpp"
#include "leibniz/math/square.hpp"

// E_n(x) = e^(x^2) i^n erfc(x), where i^n erfc is the n-th repeated integral of erfc from x on (Abramowitz, Stegun, 7.2).
// E_0 is erfcx, E_-1 is 2 / sqrt(pi); E_n' = -2 (n + 1) E_n+1, so that no derivative of erfcx cancels.

namespace leibniz::math {

namespace detail {

/// x as a number to compare with, and 2 / sqrt(pi) of a T.
template <class T> constexpr T high_part(T x) { return x; }
constexpr double high_part(constant::double_double x) { return x.high; }

/// E_n(x) of x >= 1/2 by the recurrence E_n-1 = 2 x E_n + 2 (n + 1) E_n+1 downwards from an order where any start will do
/// (Miller; Gautschi, "Computational aspects of three-term recurrence relations", 1967): all terms are positive. The
/// start is forgotten like e^(-2 x sqrt(2 n)); `bits` are asked for.
template <class T> constexpr T repeated_erfcx_down(int n, T x, int bits, T two_over_root_pi) {
  auto const at = detail::high_part(x);
  using R = std::remove_cv_t<decltype(at)>;
  constexpr R large = std::is_same_v<R, float> ? R(1e18f) : R(1e100);
  R const reach = static_cast<R>(bits) * R(0.347) / at;  // log(2) / 2
  R const start = reach * (reach / 2 + (n == 0 ? R(0) : 2 + static_cast<R>(n) / 4));
  if (at * std::numeric_limits<R>::epsilon() > 1) {  // what is left is the first term
    T result = two_over_root_pi;
    for (int k = 0; k <= n; ++k) result = result / x * T(R(0.5));
    return result;
  }
  T const twice = x * T(R(2));
  T above(R(0)), current = T(1 / large), wanted(R(0));
  for (int k = n + bits / 4 + static_cast<int>(start); k >= 0; --k) {
    if (k == n) wanted = current;
    T const below = twice * current + T(static_cast<R>(2 * (k + 1))) * above;
    above = current;
    current = below;
    if (detail::high_part(current) > large) {
      above = above * T(1 / large);
      current = current * T(1 / large);
      wanted = wanted * T(1 / large);
    }
  }
  return wanted / current * two_over_root_pi;
}
/// E_n(x) from E_0(x) by the recurrence upwards: for x below 1/2, where it loses next to nothing.
template <class T> constexpr T repeated_erfcx_up(int n, T const& x, T const& erfcx,
                                                 T const& two_over_root_pi) {
  T below = two_over_root_pi, current = erfcx;
  for (int k = 1; k <= n; ++k) {
    T const above = (below - (x + x) * current) / math::whole<T>(2 * k);
    below = current;
    current = above;
  }
  return current;
}

}  // namespace detail

namespace constant {

/// E_n(x) where its first term, 2 / sqrt(pi) / (2 x)^(n+1), is all that is left.
constexpr double_double first_of_repeated_erfcx(int n, double_double x) noexcept {
  if (is_infinite(x.high)) return 0.0;
  int const exponent = exponent_of(x.high);
  double_double const inverse = double_double{0.5} / scale(x, -exponent);
  double_double result = two_over_root_pi;
  for (int k = 0; k <= n; ++k) result = result * inverse;
  return scale(result, -exponent * (n + 1));
}

constexpr double_double erfcx(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (x.high < -27) return positive_infinity();
  if (x.high > 0x1p80) return first_of_repeated_erfcx(0, x);
  if (x.high > 1e10) return detail::repeated_erfcx_down(0, x, 80, two_over_root_pi);
  if (x.high < 0.5) return exp(x * x) * erfc(x);
  return trapezoidal_erfcx(x);
}

constexpr double_double repeated_erfcx(int n, double_double x) noexcept {
  if (n < -1 || is_nan(x.high)) return not_a_number();
  if (n < 0) return two_over_root_pi;
  if (n == 0 || x.high < -27) return erfcx(x);
  if (x.high > 0x1p80) return first_of_repeated_erfcx(n, x);
  return x.high < 0.5 ? detail::repeated_erfcx_up(n, x, erfcx(x), two_over_root_pi)
                      : detail::repeated_erfcx_down(n, x, 80, two_over_root_pi);
}

}  // namespace constant

namespace detail {

template <class T> T repeated_erfcx(int n, T x) noexcept {
  constexpr T first = constant::rounded<T>(constant::two_over_root_pi);
  if (n < 0) return first;
  if (x >= (n == 0 ? T(2) : T(0.5)))
    return repeated_erfcx_down(n, x, std::numeric_limits<T>::digits + 3, first);
  T const square = x * x, power = std::exp(square);
  T const exact =
      power <= std::numeric_limits<T>::max() ? power + power * square_rest(x, square) : power;
  return repeated_erfcx_up(n, x, std::erfc(x) * exact, first);
}

}  // namespace detail

/// The scaled complementary error function e^(x^2) erfc(x). In constant expressions within 0.501 ulp; erfcx(inf) = 0,
/// overflow gives inf.
template <Arithmetic T>
constexpr real_t<T> erfcx(T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated()) return constant::at<R>(constant::erfcx, x);
  return detail::repeated_erfcx(0, static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T erfcx(T const& x) {
  return math::exp(T(x * x)) * math::erfc(x);
}

/// E_n(x) for n from -1 on. A foreign type loses digits where x is large.
template <Arithmetic T>
constexpr real_t<T> repeated_erfcx(int n, T x) noexcept {
  using R = real_t<T>;
  if (__builtin_is_constant_evaluated())
    return constant::rounded<R>(constant::repeated_erfcx(n, constant::extended(static_cast<R>(x))));
  return detail::repeated_erfcx(n, static_cast<R>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T repeated_erfcx(int n, T const& x) {
  T const first = T(2) / math::sqrt(T(detail::pi_of<T>()));
  return n < 0 ? first : detail::repeated_erfcx_up(n, x, math::erfcx(x), first);
}

}  // namespace leibniz::math
