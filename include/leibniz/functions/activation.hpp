// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/generic.hpp"
#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/normal.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/math/activation.hpp"

// No partial here holds a difference that cancels, nor a product of a large and a vanishing factor that is NaN: both
// sigmoid(x) and sigmoid(-x) are accurate, and 1 - sigmoid(x) is not.

namespace leibniz {

/// log(sigmoid(x)), without cancellation
struct log_sigmoid_entry : entry<log_sigmoid_entry, "log_sigmoid", 1> {
  static constexpr char const* latex = "\\ln\\sigma\\left(#1\\right)";
  static constexpr char const* c_source = "-((-#1 < 0 ? 0 : -#1) + log1p#f(exp#f(-fabs#f(#1))))";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log_sigmoid(x); }
  static constexpr auto partials(auto, auto x) { return list(sigmoid(-x)); }
};

/// log(x/(1 − x)), the inverse of sigmoid
struct logit_entry : entry<logit_entry, "logit", 1> {
  static constexpr double sample_from = 0.02, sample_to = 0.98;
  static constexpr char const* c_source =
      "#1 > 0.25#f && #1 < 0.75#f ? 2*atanh#f(2*#1 - 1) : log#f(#1/(1 - #1))";
  static constexpr char const* kink = "infinite at 0 and 1";
  static constexpr edge_point edges[] = {{0}, {1}};
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::logit(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / (x * (1_c - x))); }
};

/// x sigmoid(x)
struct silu_entry : entry<silu_entry, "silu", 1> {
  static constexpr char const* c_source = "const #T x = isinf(#1) && #1 < 0 ? -1e30#f : #1;\n  "
                                          "return x*(1/(1 + exp#f(-#1)));";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::silu(x); }
  static constexpr auto partials(auto, auto x) {
    return list(sigmoid(x) * (1_c + x * sigmoid(-x)));
  }
};

/// x Φ(x), Φ the normal distribution function
struct gelu_entry : entry<gelu_entry, "gelu", 1> {
  static constexpr char const* c_source =
      "const #T x = isinf(#1) && #1 < 0 ? -1e30#f : #1;\n  "
      "const #T y = x*-0.70710678118654752440#f, h = erfc#f(y)*0.5#f;\n  "
      "const #T d = fma#f(x, -0.70710678118654752440#f, -y) + x*(#T)(-0.70710678118654752440 - (double)-0.70710678118654752440#f + 0x1.bdd3413b26456p-55);\n  "
      "return x*(y > 0.5#f && y < 1000 ? h - h*(d*(y + sqrt#f(y*y + 1.2732395#f))) : h);";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::gelu(x); }
  static constexpr auto partials(auto, auto x) { return list(normal_cdf(x) + x * normal_pdf(x)); }
};

/// x (1 + tanh(√(2/π)(x + 0.044715 x³)))/2, which is x sigmoid(u) with u = √(8/π)(x + 0.044715 x³)
struct gelu_tanh_entry : entry<gelu_tanh_entry, "gelu_tanh", 1> {
  static constexpr double sample_from = -1, sample_to = 3;  // further left u's rounding shows
  static constexpr char const* c_source =
      "const #T x = isinf(#1) && #1 < 0 ? -1e30#f : #1;\n  "
      "return x*(1/(1 + exp#f(-(1.59576912160573071176#f*x*(1 + 0.044715#f*(x*x))))));";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::gelu_tanh(x); }
  // beyond ±60 sigmoid(±u) is 0 or 1 in every built-in type, and u may overflow
  static constexpr auto partials(auto, auto x) {
    auto c = clamp(x, -60_c, 60_c);
    auto k = sqrt(8_c / pi);
    auto u = k * c * (1_c + 0.044715_c * square(c));
    auto slope = k * (1_c + 0.134145_c * square(c));
    return list(sigmoid(u) * (1_c + c * sigmoid(-u) * slope));
  }
};

/// tanh(softplus(x)), the factor of mish
struct tanh_softplus_entry : entry<tanh_softplus_entry, "tanh_softplus", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex =
      "\\tanh\\left(\\operatorname{softplus}\\left(#1\\right)\\right)";
  static constexpr char const* c_source = "tanh#f((#1 < 0 ? 0 : #1) + log1p#f(exp#f(-fabs#f(#1))))";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::tanh_softplus(x); }
  // 1 − tanh² is (2u/(1 + u²))² with u = e^−softplus(x) = sigmoid(−x)
  static constexpr auto partials(auto, auto x) {
    auto u = sigmoid(-x);
    return list(sigmoid(x) * square(2_c * u / (1_c + square(u))));
  }
};

/// x tanh(softplus(x))
struct mish_entry : entry<mish_entry, "mish", 1> {
  static constexpr char const* c_source =
      "const #T x = isinf(#1) && #1 < 0 ? -1e30#f : #1;\n  "
      "return x*tanh#f((#1 < 0 ? 0 : #1) + log1p#f(exp#f(-fabs#f(#1))));";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::mish(x); }
  static constexpr auto partials(auto, auto x) {
    auto u = sigmoid(-x);
    return list(call<tanh_softplus_entry>(x) +
                x * (sigmoid(x) * square(2_c * u / (1_c + square(u)))));
  }
};

LEIBNIZ_FUNCTION_1(log_sigmoid)
LEIBNIZ_FUNCTION_1(logit)
LEIBNIZ_FUNCTION_1(silu)
LEIBNIZ_FUNCTION_1(gelu)
LEIBNIZ_FUNCTION_1(gelu_tanh)
LEIBNIZ_FUNCTION_1(tanh_softplus)
LEIBNIZ_FUNCTION_1(mish)

/// x above 0, slope·x elsewhere; at 0 its derivative is the slope.
template <detail::Scalar X, detail::Scalar Slope>
requires detail::Scalars<X, Slope>
constexpr auto leaky_relu(X const& x, Slope const& slope) {
  auto const zero = detail::number_beside<X, Slope>(0_c);
  return detail::choose(x > zero, x, slope * x);
}
template <detail::Scalar X> constexpr auto leaky_relu(X const& x) {
  return leaky_relu(x, detail::number_beside<X>(0.01_c));
}

/// x above 0, alpha·(e^x − 1) elsewhere; at 0 its derivative is alpha.
template <detail::Scalar X, detail::Scalar Alpha>
requires detail::Scalars<X, Alpha>
constexpr auto elu(X const& x, Alpha const& alpha) {
  auto const zero = detail::number_beside<X, Alpha>(0_c);
  return detail::choose(x > zero, x, alpha * expm1(x));
}
template <detail::Scalar X> constexpr auto elu(X const& x) {
  return elu(x, detail::number_beside<X>(1_c));
}

/// elu with the two constants that keep mean 0 and variance 1 (Klambauer et al., Self-Normalizing Neural Networks,
/// 2017); at 0 its derivative is that of the left side.
template <detail::Scalar X> constexpr auto selu(X const& x) {
  constexpr auto scale = 1.0507009873554805_c;
  constexpr auto alpha = 1.6732632423543773_c;
  return detail::number_beside<X>(scale) * elu(x, detail::number_beside<X>(alpha));
}

/// (x + 3)/6, not below 0 and not above 1; its derivative at ±3 is 1/6.
template <detail::Scalar X> constexpr auto hard_sigmoid(X const& x) {
  auto const number = [](auto leibniz_n) { return detail::number_beside<X>(leibniz_n); };
  return clamp((x + number(3_c)) / number(6_c), number(0_c), number(1_c));
}

/// x, not below −1 and not above 1; its derivative at ±1 is 1.
template <detail::Scalar X> constexpr auto hard_tanh(X const& x) {
  return clamp(x, detail::number_beside<X>(-1_c), detail::number_beside<X>(1_c));
}

}  // namespace leibniz
