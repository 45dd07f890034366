// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/math.hpp"

// What the functions answer at zeros, infinities, NaN, poles and the ends of their ranges. Every
// group returns the line of its last unmet expectation, or 0. Nothing here needs a test framework:
// constant_expressions.cpp compiles this with many sets of flags.

namespace leibniz::test {

namespace special {

using math::constant::is_nan;
using math::constant::to_bits;

inline constexpr double inf = math::constant::positive_infinity();
inline constexpr double nan = math::constant::not_a_number();
inline constexpr double tiny = 0x1p-1074;
inline constexpr double pi = 0x1.921fb54442d18p+1;

/// The same bits; any NaN for a NaN.
struct expectations {
  int unmet_line = 0;

  constexpr void operator()(double actual, double expected, int line = __builtin_LINE()) {
    bool const met = is_nan(expected) ? is_nan(actual) : to_bits(actual) == to_bits(expected);
    if (!met) unmet_line = line;
  }
};

}  // namespace special

constexpr int exponential_functions() {
  using namespace special;
  expectations expect;
  expect(math::exp(1000.0), inf);
  expect(math::exp(-1000.0), 0.0);
  expect(math::exp(inf), inf);
  expect(math::exp(-inf), 0.0);
  expect(math::exp(nan), nan);
  expect(math::exp(0.0), 1.0);
  expect(math::exp(-745.0), tiny);
  expect(math::exp(709.9), inf);
  expect(math::expm1(-0.0), -0.0);
  expect(math::expm1(-inf), -1.0);
  expect(math::expm1(inf), inf);
  expect(math::expm1(800.0), inf);
  expect(math::expm1(tiny), tiny);
  expect(math::exp2(-1074.0), tiny);
  expect(math::exp2(-1080.0), 0.0);
  expect(math::exp2(1024.0), inf);
  expect(math::exp2(10), 1024.0);
  expect(math::exp2(-inf), 0.0);
  expect(math::exp2(nan), nan);
  expect(math::sigmoid(-inf), 0.0);
  expect(math::sigmoid(inf), 1.0);
  expect(math::sigmoid(nan), nan);
  expect(math::softplus(inf), inf);
  expect(math::softplus(-inf), 0.0);
  expect(math::softplus(nan), nan);
  expect(math::log_sigmoid(-inf), -inf);
  expect(math::log_sigmoid(inf), -0.0);
  expect(math::silu(-inf), -0.0);
  expect(math::silu(inf), inf);
  expect(math::silu(-0.0), -0.0);
  expect(math::silu(nan), nan);
  expect(math::normal_pdf(inf), 0.0);
  expect(math::normal_pdf(-inf), 0.0);
  expect(math::normal_pdf(1e200), 0.0);
  expect(math::normal_pdf(nan), nan);
  expect(math::normal_cdf(inf), 1.0);
  expect(math::normal_cdf(-inf), 0.0);
  expect(math::normal_cdf(-1e200), 0.0);
  expect(math::normal_cdf(nan), nan);
  expect(math::gelu_tanh(-inf), -0.0);
  expect(math::gelu_tanh(inf), inf);
  expect(math::gelu_tanh(1e200), 1e200);
  expect(math::mish(-inf), -0.0);
  expect(math::mish(inf), inf);
  expect(math::log_cosh(-inf), inf);
  expect(math::log_cosh(0.0), 0.0);
  expect(math::logit(0.0), -inf);
  expect(math::logit(1.0), inf);
  expect(math::logit(0.5), 0.0);
  expect(math::logit(-0.5), nan);
  expect(math::xlogy(0.0, 0.0), 0.0);
  expect(math::xlogy(0.0, -1.0), 0.0);
  expect(math::xlogy(0.0, nan), nan);
  expect(math::xlogy(2.0, 0.0), -inf);
  expect(math::xlogy(1.0, -1.0), nan);
  expect(math::xlog1py(0.0, -1.0), 0.0);
  expect(math::gelu(-inf), -0.0);
  expect(math::gelu(inf), inf);
  expect(math::gelu(-0.0), -0.0);
  expect(math::gelu(nan), nan);
  expect(math::sigmoid(-700.0) > 0 ? 1 : 0, 1);
  return expect.unmet_line;
}

constexpr int logarithms() {
  using namespace special;
  expectations expect;
  expect(math::log(0.0), -inf);
  expect(math::log(-0.0), -inf);
  expect(math::log(-1.0), nan);
  expect(math::log(inf), inf);
  expect(math::log(-inf), nan);
  expect(math::log(nan), nan);
  expect(math::log(1.0), 0.0);
  expect(math::log(tiny), -0x1.74385446d71c3p9);
  expect(math::log2(8.0), 3.0);
  expect(math::log2(tiny), -1074.0);
  expect(math::log2(0.0), -inf);
  expect(math::log2(-1.0), nan);
  expect(math::log2(nan), nan);
  expect(math::log10(1000.0), 3.0);
  expect(math::log10(1e22), 22.0);
  expect(math::log10(inf), inf);
  expect(math::log10(0.0), -inf);
  expect(math::log10(nan), nan);
  expect(math::log1p(-1.0), -inf);
  expect(math::log1p(-2.0), nan);
  expect(math::log1p(-0.0), -0.0);
  expect(math::log1p(inf), inf);
  expect(math::log1p(-inf), nan);
  expect(math::log1p(nan), nan);
  return expect.unmet_line;
}

constexpr int roots() {
  using namespace special;
  expectations expect;
  expect(math::sqrt(-1.0), nan);
  expect(math::sqrt(-0.0), -0.0);
  expect(math::sqrt(inf), inf);
  expect(math::sqrt(-inf), nan);
  expect(math::sqrt(4.0), 2.0);
  expect(math::sqrt(nan), nan);
  expect(math::sqrt(tiny), 0x1p-537);
  expect(math::cbrt(-0.0), -0.0);
  expect(math::cbrt(-inf), -inf);
  expect(math::cbrt(nan), nan);
  expect(math::hypot(3.0, 4.0), 5.0);
  expect(math::hypot(inf, nan), inf);
  expect(math::hypot(nan, -inf), inf);
  expect(math::hypot(nan, 1.0), nan);
  expect(math::hypot(0.0, -0.0), 0.0);
  expect(math::hypot(1.5e308, 1.5e308), inf);
  expect(math::hypot(2.0, 3.0, 6.0), 7.0);
  expect(math::hypot(tiny, 0.0), tiny);
  return expect.unmet_line;
}

constexpr int powers() {
  using namespace special;
  expectations expect;
  expect(math::pow(0.0, 0.0), 1.0);
  expect(math::pow(-8.0, 3.0), -512.0);
  expect(math::pow(-8.0, 0.5), nan);
  expect(math::pow(0.0, -1.0), inf);
  expect(math::pow(-0.0, -1.0), -inf);
  expect(math::pow(-0.0, -2.0), inf);
  expect(math::pow(-0.0, 3.0), -0.0);
  expect(math::pow(-0.0, 2.0), 0.0);
  expect(math::pow(-0.0, 0.5), 0.0);
  expect(math::pow(nan, 0.0), 1.0);
  expect(math::pow(1.0, nan), 1.0);
  expect(math::pow(nan, 1.0), nan);
  expect(math::pow(2.0, nan), nan);
  expect(math::pow(-1.0, inf), 1.0);
  expect(math::pow(-1.0, -inf), 1.0);
  expect(math::pow(0.5, inf), 0.0);
  expect(math::pow(0.5, -inf), inf);
  expect(math::pow(2.0, inf), inf);
  expect(math::pow(-2.0, inf), inf);
  expect(math::pow(2.0, -inf), 0.0);
  expect(math::pow(-inf, 3.0), -inf);
  expect(math::pow(-inf, 2.0), inf);
  expect(math::pow(-inf, -3.0), -0.0);
  expect(math::pow(-inf, -2.0), 0.0);
  expect(math::pow(-inf, 0.5), inf);
  expect(math::pow(inf, 0.5), inf);
  expect(math::pow(inf, -0.5), 0.0);
  expect(math::pow(0.0, inf), 0.0);
  expect(math::pow(0.0, -inf), inf);
  expect(math::pow(-0.0, -inf), inf);
  expect(math::pow(2.0, 1e300), inf);
  expect(math::pow(2.0, -1e300), 0.0);
  expect(math::pow(-2.0, 1e300), inf);
  expect(math::pow(-2.0, 1025.0), -inf);
  expect(math::pow(-2.0, -1077.0), -0.0);
  expect(math::pow(2.0, tiny), 1.0);
  expect(math::pow(3.0, 2), 9.0);
  expect(math::pow(-1.0, 0x1p52 + 1), -1.0);
  expect(math::pow(-1.0, 1e300), 1.0);
  expect(math::pow(0x1.fffffffffffffp-1, 1e300), 0.0);
  return expect.unmet_line;
}

constexpr int trigonometric_functions() {
  using namespace special;
  expectations expect;
  expect(math::sin(inf), nan);
  expect(math::sin(-0.0), -0.0);
  expect(math::sin(1e22), -0x1.b453ab76bf397p-1);
  expect(math::sin(tiny), tiny);
  expect(math::cos(inf), nan);
  expect(math::cos(-0.0), 1.0);
  expect(math::tan(-inf), nan);
  expect(math::tan(-0.0), -0.0);
  expect(math::sinpi(1.0), 0.0);
  expect(math::sinpi(-1.0), -0.0);
  expect(math::sinpi(2.0), 0.0);
  expect(math::sinpi(0.5), 1.0);
  expect(math::sinpi(-1.5), 1.0);
  expect(math::sinpi(1e300), 0.0);
  expect(math::sinpi(inf), nan);
  expect(math::sinpi(-0.0), -0.0);
  expect(math::sinpi(0x1p52 + 1), 0.0);
  expect(math::cospi(0.5), 0.0);
  expect(math::cospi(1.0), -1.0);
  expect(math::cospi(1.5), 0.0);
  expect(math::cospi(-0.5), 0.0);
  expect(math::cospi(1e300), 1.0);
  expect(math::cospi(inf), nan);
  expect(math::cospi(0x1p52 + 1), -1.0);
  expect(math::sinc(0.0), 1.0);
  expect(math::sinc(-0.0), 1.0);
  expect(math::sinc(inf), nan);
  expect(math::sinc(tiny), 1.0);
  expect(math::asin(1.0), pi / 2);
  expect(math::asin(-1.0), -pi / 2);
  expect(math::asin(1.1), nan);
  expect(math::asin(-0.0), -0.0);
  expect(math::asin(nan), nan);
  expect(math::acos(1.0), 0.0);
  expect(math::acos(-1.0), pi);
  expect(math::acos(0.0), pi / 2);
  expect(math::acos(-2.0), nan);
  expect(math::acos(inf), nan);
  expect(math::atan(inf), pi / 2);
  expect(math::atan(-inf), -pi / 2);
  expect(math::atan(-0.0), -0.0);
  expect(math::atan(1.0), pi / 4);
  expect(math::atan(1e300), pi / 2);
  expect(math::atan(nan), nan);
  expect(math::atan2(0.0, 1.0), 0.0);
  expect(math::atan2(-0.0, 1.0), -0.0);
  expect(math::atan2(0.0, -1.0), pi);
  expect(math::atan2(-0.0, -1.0), -pi);
  expect(math::atan2(0.0, 0.0), 0.0);
  expect(math::atan2(-0.0, 0.0), -0.0);
  expect(math::atan2(0.0, -0.0), pi);
  expect(math::atan2(-0.0, -0.0), -pi);
  expect(math::atan2(1.0, 0.0), pi / 2);
  expect(math::atan2(-1.0, -0.0), -pi / 2);
  expect(math::atan2(inf, inf), pi / 4);
  expect(math::atan2(inf, -inf), 0x1.2d97c7f3321d2p+1);
  expect(math::atan2(-inf, inf), -pi / 4);
  expect(math::atan2(1.0, inf), 0.0);
  expect(math::atan2(-1.0, inf), -0.0);
  expect(math::atan2(1.0, -inf), pi);
  expect(math::atan2(inf, 1.0), pi / 2);
  expect(math::atan2(nan, 1.0), nan);
  expect(math::atan2(1e-300, 1e300), 0.0);
  expect(math::atan2(1e300, -1e-300), pi / 2);
  expect(math::atan2(-1e-300, -1e300), -pi);
  expect(math::atan2(1e-310, 1e10), 1e-320);
  return expect.unmet_line;
}

constexpr int hyperbolic_functions() {
  using namespace special;
  expectations expect;
  expect(math::sinh(-0.0), -0.0);
  expect(math::sinh(inf), inf);
  expect(math::sinh(-711.0), -inf);
  expect(math::sinh(nan), nan);
  expect(math::cosh(-inf), inf);
  expect(math::cosh(0.0), 1.0);
  expect(math::cosh(711.0), inf);
  expect(math::cosh(nan), nan);
  expect(math::tanh(inf), 1.0);
  expect(math::tanh(-inf), -1.0);
  expect(math::tanh(-0.0), -0.0);
  expect(math::tanh(nan), nan);
  expect(math::tanh(400.0), 1.0);
  expect(math::asinh(-0.0), -0.0);
  expect(math::asinh(-inf), -inf);
  expect(math::asinh(nan), nan);
  expect(math::asinh(tiny), tiny);
  expect(math::acosh(1.0), 0.0);
  expect(math::acosh(0.5), nan);
  expect(math::acosh(inf), inf);
  expect(math::acosh(-inf), nan);
  expect(math::atanh(1.0), inf);
  expect(math::atanh(-1.0), -inf);
  expect(math::atanh(2.0), nan);
  expect(math::atanh(-0.0), -0.0);
  expect(math::constant::is_finite(math::sinh(710.0)) ? 1 : 0, 1);
  return expect.unmet_line;
}

constexpr int error_functions() {
  using namespace special;
  expectations expect;
  expect(math::erf(-0.0), -0.0);
  expect(math::erf(inf), 1.0);
  expect(math::erf(-inf), -1.0);
  expect(math::erf(nan), nan);
  expect(math::erf(30.0), 1.0);
  expect(math::erf(tiny), tiny);
  expect(math::erfc(inf), 0.0);
  expect(math::erfc(-inf), 2.0);
  expect(math::erfc(0.0), 1.0);
  expect(math::erfc(28.0), 0.0);
  expect(math::erfc(nan), nan);
  expect(math::erfc(tiny), 1.0);
  return expect.unmet_line;
}

constexpr int gamma_functions() {
  using namespace special;
  expectations expect;
  expect(math::lgamma(0.0), inf);
  expect(math::lgamma(-0.0), inf);
  expect(math::lgamma(-3.0), inf);
  expect(math::lgamma(inf), inf);
  expect(math::lgamma(-inf), inf);
  expect(math::lgamma(1.0), 0.0);
  expect(math::lgamma(2.0), 0.0);
  expect(math::lgamma(nan), nan);
  expect(math::lgamma(1e308), inf);
  expect(math::lgamma(-1e300), inf);
  expect(math::lgamma(tiny), 0x1.74385446d71c3p9);
  expect(math::tgamma(0.0), inf);
  expect(math::tgamma(-0.0), -inf);
  expect(math::tgamma(-1.0), nan);
  expect(math::tgamma(5.0), 24.0);
  expect(math::tgamma(inf), inf);
  expect(math::tgamma(-inf), nan);
  expect(math::tgamma(172.0), inf);
  expect(math::tgamma(nan), nan);
  expect(math::tgamma(tiny), inf);
  expect(math::tgamma(-190.5), -0.0);
  expect(math::tgamma(-191.5), 0.0);
  expect(math::tgamma(-tiny), -inf);
  expect(math::tgamma(-1e300), nan);
  expect(math::polygamma(1, 0.0), inf);
  expect(math::polygamma(2, 0.0), -inf);
  expect(math::polygamma(2, -0.0), inf);
  expect(math::polygamma(1, -3.0), inf);
  expect(math::polygamma(2, -3.0), nan);
  expect(math::polygamma(1, inf), 0.0);
  expect(math::polygamma(-1, 1.0), nan);
  expect(math::polygamma(21, 1.0), nan);
  expect(math::polygamma(1, nan), nan);
  expect(math::spherical_bessel(1, 0.0), 0.0);
  expect(math::spherical_bessel(0, 0.0), 1.0);
  expect(math::spherical_bessel(-1, 1.0), nan);
  expect(math::spherical_bessel(2, inf), nan);
  expect(math::digamma(0.0), -inf);
  expect(math::digamma(-0.0), inf);
  expect(math::digamma(-2.0), nan);
  expect(math::digamma(inf), inf);
  expect(math::digamma(-inf), nan);
  expect(math::digamma(tiny), -inf);
  expect(math::tgamma(-176.5) < 0 ? 1 : 0, 1);  // a subnormal
  return expect.unmet_line;
}

constexpr int roundings() {
  using namespace special;
  expectations expect;
  expect(math::floor(-0.5), -1.0);
  expect(math::floor(0.5), 0.0);
  expect(math::floor(-0.0), -0.0);
  expect(math::floor(inf), inf);
  expect(math::floor(nan), nan);
  expect(math::floor(1e300), 1e300);
  expect(math::floor(0x1p52 + 0.5), 0x1p52);
  expect(math::ceil(-0.5), -0.0);
  expect(math::ceil(0.5), 1.0);
  expect(math::ceil(nan), nan);
  expect(math::round(-0.5), -1.0);
  expect(math::round(0.49999999999999994), 0.0);
  expect(math::round(-0.2), -0.0);
  expect(math::round(2.5), 3.0);
  expect(math::round(-1e-300), -0.0);
  expect(math::round(-inf), -inf);
  expect(math::fmod(5.0, 3.0), 2.0);
  expect(math::fmod(-5.0, 3.0), -2.0);
  expect(math::fmod(5.0, 0.0), nan);
  expect(math::fmod(inf, 3.0), nan);
  expect(math::fmod(5.0, inf), 5.0);
  expect(math::fmod(5.0, nan), nan);
  expect(math::fmod(nan, 1.0), nan);
  expect(math::fmod(-6.0, 3.0), -0.0);
  expect(math::fmod(-0.0, 3.0), -0.0);
  expect(math::fmod(1.0, tiny), 0.0);
  expect(math::copysign(3.0, -0.0), -3.0);
  expect(math::copysign(-inf, 1.0), inf);
  expect(math::copysign(0.0, -2.0), -0.0);
  expect(math::fma(2.0, 3.0, 4.0), 10.0);
  expect(math::fma(0x1.0000000000001p0, 0x1.0000000000001p0, -0x1.0000000000002p0), 0x1p-104);
  expect(math::fma(0.0, -1.0, 0.0), 0.0);
  expect(math::fma(0.0, -1.0, -0.0), -0.0);
  expect(math::fma(inf, 0.0, 1.0), nan);
  expect(math::fma(inf, 1.0, -inf), nan);
  expect(math::fma(inf, -1.0, 5.0), -inf);
  expect(math::fma(1e300, 1e300, -inf), -inf);
  expect(math::fma(1e300, 1e300, -1e300), inf);
  expect(math::fma(0x1p-600, 0x1p-600, 1.0), 1.0);
  expect(math::fma(1.0, nan, 1.0), nan);
  expect(math::fma(1.0, 1.0, -1.0), 0.0);
  return expect.unmet_line;
}

constexpr int other_types() {
  using namespace special;
  expectations expect;
  expect(math::exp(static_cast<float>(nan)), nan);
  expect(math::exp(static_cast<float>(inf)), inf);
  expect(math::log(0.0f), -inf);
  expect(math::tanh(-0.0f), -0.0);
  expect(math::abs(-0.0f), 0.0);
  expect(static_cast<double>(math::exp(static_cast<long double>(nan))), nan);
  expect(static_cast<double>(math::exp(static_cast<long double>(-inf))), 0.0);
  expect(static_cast<double>(math::sqrt(-0.0L)), -0.0);
  expect(static_cast<double>(math::abs(static_cast<long double>(-inf))), inf);
  expect(static_cast<double>(math::floor(static_cast<long double>(nan))), nan);
  expect(static_cast<double>(math::fmod(static_cast<long double>(nan), 3)), nan);
  return expect.unmet_line;
}

constexpr int selections() {
  using namespace special;
  expectations expect;
  expect(math::abs(-0.0), 0.0);
  expect(math::abs(nan), nan);
  expect(math::abs(-inf), inf);
  expect(math::min(-0.0, 0.0), -0.0);
  expect(math::min(0.0, -0.0), 0.0);
  expect(math::max(nan, 1.0), nan);
  expect(math::max(1.0, nan), 1.0);
  expect(math::step(-0.5), 0.0);
  expect(math::step(0.0), 1.0);
  expect(math::step(-0.0), 1.0);
  expect(math::step(nan), nan);
  expect(math::sign(-0.0), -0.0);
  expect(math::sign(nan), nan);
  return expect.unmet_line;
}

}  // namespace leibniz::test
