// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/math/series.hpp"
#include "leibniz/math/trigonometric.hpp"

namespace leibniz::math {

namespace constant {

/// The Bernoulli numbers B_2, B_4, ... B_20 over the factors that Stirling's series for log Gamma
/// and its derivative divide them by (Abramowitz, Stegun, 6.1.40 and 6.3.18), with z >= 16 to
/// 2^-78.
struct bernoulli {
  double numerator;
  double denominator;
};
inline constexpr bernoulli bernoulli_numbers[] = {
    {1, 6},       {-1, 30}, {1, 42},      {-1, 30},     {5, 66},
    {-691, 2730}, {7, 6},   {-3617, 510}, {43867, 798}, {-174611, 330}};

/// `divisor(n)` is what B_n is divided by.
template <class Divisor>
constexpr series<10> make_stirling_series(Divisor divisor) noexcept {
  series<10> result{{}, 3};
  for (int k = 0; k < result.size; ++k) {
    bernoulli const b = bernoulli_numbers[k];
    result.coefficient[k] = double_double{b.numerator} / (b.denominator * divisor(2 * k + 2));
  }
  return result;
}
inline constexpr auto lgamma_series = make_stirling_series([](int n) { return n * (n - 1); });
inline constexpr auto digamma_series = make_stirling_series([](int n) { return n; });
inline constexpr double_double log_root_two_pi = {0x1.d67f1c864beb5p-1, -0x1.65b5a1b7ff5dfp-55};

/// Gamma(x) = Gamma(z) / product with z >= 16.
struct shifted_argument {
  double_double z;
  double_double product;
};
constexpr shifted_argument shift_up(double_double x) noexcept {
  shifted_argument result{x, 1.0};
  for (; result.z.high < 16; result.z = result.z + 1.0) result.product = result.product * result.z;
  return result;
}

/// log Gamma(z) for 16 <= z < 2^200.
constexpr double_double stirling(double_double z) noexcept {
  double_double const inverse = double_double{1.0} / z;
  return (z - 0.5) * log(z) - z + log_root_two_pi + inverse * sum(lgamma_series, inverse * inverse);
}

/// log Gamma(1 + t) / -t as a power series in -t: Euler's constant, then zeta(k) / k (Abramowitz,
/// Stegun, 6.1.33), to 2^-80 for |t| <= 2^-7. It keeps the relative accuracy at the zeros 1 and 2.
inline constexpr series<11> lgamma_at_one_series = {{{0x1.2788cfc6fb619p-1, -0x1.6cb90701fbfabp-58},
                                                     {0x1.a51a6625307d3p-1, 0x1.1873d8912200cp-56},
                                                     {0x1.9a4d55beab2d7p-2, -0x1.4c26d1b465993p-59},
                                                     {0x1.151322ac7d848p-2, 0x1.b5f91211196e5p-57},
                                                     {0x1.a8b9c17aa6149p-3, 0x1.2e826a4fdae1ap-58},
                                                     {0x1.5b40cb100c306p-3, 0x1.4a79940f15696p-59},
                                                     {0x1.2703a1dcea3aep-3, 0x1.6307fd0794ac4p-57},
                                                     {0x1.010b36af86397p-3, -0x1.741a635b224a6p-59},
                                                     {0x1.c806706d57db4p-4, 0x1.56aa806fdd3eep-58},
                                                     {0x1.9a01e385d5f8fp-4, 0x1.813418f3768cdp-59},
                                                     {0x1.748c33114c6d6p-4, 0x1.ea57624080720p-61}},
                                                    11};
constexpr double_double lgamma_near_one(double_double t) noexcept {
  return -t * sum(lgamma_at_one_series, -t);
}

/// log Gamma(x) for x > 0.
constexpr double_double positive_lgamma(double_double x) noexcept {
  if (x.high > 0x1p1015) return positive_infinity();
  // Here the rest of Stirling's formula is too small to see, and the product is kept from
  // overflowing.
  if (x.high > 0x1p200) return scale(scale(x, -200) * (log(x) - 1.0), 200);
  if (x.high < 0x1p-100) return -log(x);
  double_double const t = x - (x.high < 1.5 ? 1.0 : 2.0);
  if (is_zero(t.high)) return 0.0;
  if (magnitude(t.high) < 0x1p-7)
    return x.high < 1.5 ? lgamma_near_one(t) : lgamma_near_one(t) + log1p(t);
  shifted_argument const shifted = shift_up(x);
  return stirling(shifted.z) - log(shifted.product);
}

constexpr double_double lgamma(double_double x) noexcept {
  if (is_nan(x.high)) return not_a_number();
  if (is_infinite(x.high)) return positive_infinity();
  if (x.high > 0) return positive_lgamma(x);
  if (x.high > -0x1p-100) return -log(-x);
  // The reflection formula (Abramowitz, Stegun, 6.1.17).
  double_double const sine = sinpi(x);
  if (is_zero(sine.high)) return positive_infinity();
  return log(pi / absolute(sine)) - positive_lgamma(double_double{1.0} - x);
}

/// Gamma(x) for 1/2 <= x < 200.
constexpr scaled scaled_gamma(double_double x) noexcept {
  shifted_argument const shifted = shift_up(x);
  scaled result = scaled_exp(stirling(shifted.z));
  result.significand = result.significand / shifted.product;
  return result;
}

constexpr double_double tgamma(double_double x) noexcept {
  if (is_nan(x.high) || same_value(x.high, -positive_infinity())) return not_a_number();
  if (x.high > 172) return positive_infinity();
  if (is_zero(x.high)) return with_sign_of(positive_infinity(), x.high);
  if (x.high < 0 && is_integer(x.high) && is_zero(x.low)) return not_a_number();
  if (magnitude(x.high) < 0x1p-100) {
    int const exponent = exponent_of(x.high);
    return scale(double_double{1.0} / scale(x, -exponent), -exponent);
  }
  if (x.high < -190) return with_sign_of(0.0, sinpi(x).high);
  if (x.high < 0.5) {
    scaled const reflected = scaled_gamma(double_double{1.0} - x);
    return scale(pi / (sinpi(x) * reflected.significand), -reflected.exponent);
  }
  scaled const result = scaled_gamma(x);
  return scale(result.significand, result.exponent);
}

constexpr double_double digamma(double_double x) noexcept {
  if (is_nan(x.high) || same_value(x.high, -positive_infinity())) return not_a_number();
  if (is_infinite(x.high)) return x;
  if (is_zero(x.high)) return with_sign_of(positive_infinity(), -x.high);
  if (magnitude(x.high) < 0x1p-120) return -tgamma(x);
  if (x.high > 0x1p200) return log(x);
  if (x.high < 0) {
    // The reflection formula (Abramowitz, Stegun, 6.3.7).
    double_double const sine = sinpi(x);
    if (is_zero(sine.high)) return not_a_number();
    return digamma(double_double{1.0} - x) - pi * cospi(x) / sine;
  }
  double_double z = x;
  double_double harmonic;
  for (; z.high < 16; z = z + 1.0) harmonic = harmonic + double_double{1.0} / z;
  double_double const inverse = double_double{1.0} / z;
  double_double const square = inverse * inverse;
  return log(z) - inverse * 0.5 - square * sum(digamma_series, square) - harmonic;
}

}  // namespace constant

namespace detail {

/// digamma(x) for x from 1 to 2, accurate next to its zero, too: x less the zero times a rational approximation to 4e-20
/// (John Maddock, Boost.Math 1.74, digamma.hpp, there for 64 bits; BSL-1.0).
template <class T> T digamma_from_1_to_2(T x) noexcept {
  constexpr constant::double_double zero = {0x1.762d86356be3fp+0, 0x1.b86a722197829p-54};
  constexpr T head = constant::rounded<T>(zero),
              tail = constant::rounded<T>(zero - constant::extended(head));
  constexpr T above[] = {T(0.254798510611315515235L),   T(-0.314628554532916496608L),
                         T(-0.665836341559876230295L),  T(-0.314767657147375752913L),
                         T(-0.0541156266153505273939L), T(-0.00289268368333918761452L)};
  constexpr T below[] = {T(1),
                         T(2.1195759927055347547L),
                         T(1.54350554664961128724L),
                         T(0.486986018231042975162L),
                         T(0.0660481487173569812846L),
                         T(0.00298999662592323990972L),
                         T(-0.165079794012604905639e-5L),
                         T(0.317940243105952177571e-7L)};
  T const t = x - 1, g = (x - head) - tail;
  T p = above[5], q = below[7];
  for (int k = 4; k >= 0; --k) p = p * t + above[k];
  for (int k = 6; k >= 0; --k) q = q * t + below[k];
  return g * T(0.99558162689208984375L) + g * (p / q);
}

/// digamma(x) in T's own arithmetic: by psi(x) = psi(x + 1) - 1/x from the interval from 1 to 2 (Abramowitz, Stegun, 6.3.5)
/// or, from 12 on, by the asymptotic series (6.3.18).
template <class T>
T digamma(T x) noexcept {
  constexpr T coefficients[] = {T(1) / 12,  -T(1) / 120,     T(1) / 252, -T(1) / 240,
                                T(1) / 132, -T(691) / 32760, T(1) / 12,  -T(3617) / 8160};
  if (same_value(x, T(0))) return -1 / x;
  T result = 0;
  if (x < 0) {
    constexpr T half_turn = constant::rounded<T>(constant::pi);
    T const sine = math::sinpi(x);
    if (same_value(sine, T(0))) return sine / sine;
    result = -half_turn * math::cospi(x) / sine;
    x = 1 - x;
  }
  if (x < 12) {
    if (x < 1) {
      result -= 1 / x;
      x += 1;
    }
    for (; x > 2; result += 1 / x) x -= 1;
    return result + digamma_from_1_to_2(x);
  }
  T const square = 1 / (x * x);
  T sum = 0;
  for (int k = 7; k >= 0; --k) sum = sum * square + coefficients[k];
  return result + std::log(x) - T(0.5) / x - square * sum;
}

}  // namespace detail

namespace adl {

void digamma();  // ends unqualified lookup here, see selection.hpp

template <class T>
LEIBNIZ_INLINE T call_digamma(T const& x) {
  return digamma(x);
}

}  // namespace adl

/// log |Gamma(x)|. In constant expressions within 0.501 ulp, but near its negative zeros only to
/// 1e-22; lgamma of 0, of a negative integer and of +-inf is inf. At run time std::lgamma, which on
/// POSIX systems writes the global `signgam`.
template <Arithmetic T>
constexpr real_t<T> lgamma(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::lgamma, x);
  return std::lgamma(x);
}
template <Foreign T>
LEIBNIZ_INLINE T lgamma(T const& x) {
  using std::lgamma;
  return lgamma(x);
}

/// The gamma function. In constant expressions within 0.501 ulp; tgamma(+-0) = +-inf, tgamma of a
/// negative integer and of -inf is NaN, overflow gives inf.
template <Arithmetic T>
constexpr real_t<T> tgamma(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::tgamma, x);
  return std::tgamma(x);
}
template <Foreign T>
LEIBNIZ_INLINE T tgamma(T const& x) {
  using std::tgamma;
  return tgamma(x);
}

/// The digamma function, the derivative of log Gamma. In constant expressions within 0.501 ulp, but
/// near its zeros only to 1e-22; digamma(+-0) = -+inf, digamma of a negative integer and of -inf is
/// NaN. At run time in T's own arithmetic: within a few ulp, but near its negative zeros only
/// to a few ulp of 1. A foreign type brings its own.
template <Arithmetic T>
constexpr real_t<T> digamma(T x) noexcept {
  if (__builtin_is_constant_evaluated()) return constant::at<real_t<T>>(constant::digamma, x);
  return detail::digamma(static_cast<real_t<T>>(x));
}
template <Foreign T>
LEIBNIZ_INLINE T digamma(T const& x) {
  return adl::call_digamma(x);
}

}  // namespace leibniz::math
