// SPDX-License-Identifier: BSL-1.0 A program that only uses the run-time path. Its object file must
// hold none of the code and tables for constant expressions, even without optimisation:
// tests/math/CMakeLists.txt looks at its symbols.
#include "leibniz/math.hpp"

namespace math = leibniz::math;

template <class T> T all_of_them(T x) {
  return math::abs(x) + math::acos(x) + math::acosh(x) + math::asin(x) + math::asinh(x) +
         math::atan(x) + math::atan2(x, x) + math::atanh(x) + math::cbrt(x) + math::ceil(x) +
         math::copysign(x, x) + math::cos(x) + math::cosh(x) + math::cospi(x) + math::digamma(x) +
         math::erf(x) + math::erfc(x) + math::exp(x) + math::exp2(x) + math::expm1(x) +
         math::floor(x) + math::fma(x, x, x) + math::fmod(x, x) + math::gelu(x) +
         math::gelu_tanh(x) + math::hypot(x, x) + math::hypot(x, x, x) +
         math::integer_power<-7>(x) + math::lgamma(x) + math::log(x) + math::log10(x) +
         math::log1p(x) + math::log2(x) + math::log_sigmoid(x) + math::log_cosh(x) +
         math::logit(x) + math::max(x, x) + math::min(x, x) + math::mish(x) + math::normal_cdf(x) +
         math::normal_pdf(x) + math::polygamma(2, x) + math::pow(x, x) + math::round(x) +
         math::select(x < 0, x, x) + math::sigmoid(x) + math::sign(x) + math::silu(x) +
         math::sin(x) + math::sinc(x) + math::sinh(x) + math::sinpi(x) + math::softplus(x) +
         math::spherical_bessel(2, x) + math::bessel_of_square(2, x) + math::step(x) +
         math::sqrt(x) + math::tan(x) + math::tanh(x) + math::tgamma(x) + math::xlogy(x, x) +
         math::xlog1py(x, x);
}

template float all_of_them(float);
template double all_of_them(double);
template long double all_of_them(long double);
