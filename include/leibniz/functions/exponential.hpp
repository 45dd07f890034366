// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/math/activation.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/functions/entry.hpp"

namespace leibniz {

struct exp_entry : entry<exp_entry, "exp", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "e^{#1}";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::exp(x); }
  static constexpr auto partials(auto y, auto) { return list(y); }
};

struct log_entry : entry<log_entry, "log", 1> {
  static constexpr char const* latex = "\\ln\\left(#1\\right)";
  static constexpr char const* kink = "1/x everywhere: infinite at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / x); }
};

struct exp2_entry : entry<exp2_entry, "exp2", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "2^{#1}";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::exp2(x); }
  static constexpr auto partials(auto y, auto) { return list(call<log_entry>(2_c) * y); }
};

/// e^x − 1
struct expm1_entry : entry<expm1_entry, "expm1", 1> {
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::expm1(x); }
  static constexpr auto partials(auto, auto x) { return list(exp(x)); }  // y + 1 cancels below 0
};

struct log2_entry : entry<log2_entry, "log2", 1> {
  static constexpr char const* latex = "\\log_2\\left(#1\\right)";
  static constexpr char const* kink = "1/(x log 2) everywhere: infinite at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log2(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / (call<log_entry>(2_c) * x)); }
};

struct log10_entry : entry<log10_entry, "log10", 1> {
  static constexpr char const* latex = "\\log_{10}\\left(#1\\right)";
  static constexpr char const* kink = "1/(x log 10) everywhere: infinite at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log10(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / (call<log_entry>(10_c) * x)); }
};

/// log(1 + x)
struct log1p_entry : entry<log1p_entry, "log1p", 1> {
  static constexpr char const* kink = "1/(1 + x) everywhere: infinite at -1";
  static constexpr edge_point edges[] = {{-1}};
  static constexpr double sample_from = -0.9, sample_to = 10;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log1p(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / (1_c + x)); }
};

/// 1 / (1 + u) with u = e^−x, and y (1 − y) of it: what sigmoid(x) and its derivative become where both are computed.
struct sigmoid_of_exp_entry : entry<sigmoid_of_exp_entry, "sigmoid_of_exp", 2> {
  static constexpr bool calls_library = false, has_pole = true;
  static constexpr double sample_from = 0.1;
  static constexpr char const* c_source = "1/(1 + #1)";
  LEIBNIZ_INLINE static auto value(auto const& u, auto const& x) {
    return math::sigmoid_of_exp(u, x);
  }
  static constexpr auto partials(auto y, auto, auto) { return list(-(y * y), 0_c); }
};
struct slope_of_sigmoid_entry : entry<slope_of_sigmoid_entry, "slope_of_sigmoid", 2> {
  static constexpr bool calls_library = false;
  static constexpr double sample_from = 0.1, sample_to = 0.9;
  static constexpr char const* c_source = "(#1*#2 < 1 ? #1*#2 : 1)*#2";
  LEIBNIZ_INLINE static auto value(auto const& u, auto const& y) {
    return math::slope_of_sigmoid(u, y);
  }
  static constexpr auto partials(auto, auto u, auto y) { return list(y * y, 2_c * u * y); }
};

struct sigmoid_entry;
/// sigmoid(x) (1 − sigmoid(x)), short for just that, without cancellation where sigmoid is near 1.
struct sigmoid_slope_entry : entry<sigmoid_slope_entry, "sigmoid_slope", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;  // see simplify/tidy.hpp
  static constexpr bool bounded = true;
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\sigma'\\left(#1\\right)";
  static constexpr char const* c_source =
      "const #T e = exp#f(-#1), y = 1/(1 + e);\n  return (e*y < 1 ? e*y : 1)*y;";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sigmoid_slope(x); }
  static constexpr auto meaning(auto x) {
    return call<sigmoid_entry>(x) * (1_c - call<sigmoid_entry>(x));
  }
  static constexpr auto partials(auto y, auto x) {
    return list(y * (1_c - 2_c * call<sigmoid_entry>(x)));
  }
};

/// 1 / (1 + e^−x)
struct sigmoid_entry : entry<sigmoid_entry, "sigmoid", 1> {
  static constexpr bool bounded = true;
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\sigma\\left(#1\\right)";
  static constexpr char const* c_source = "1/(1 + exp#f(-#1))";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sigmoid(x); }
  static constexpr auto partials(auto, auto x) { return list(call<sigmoid_slope_entry>(x)); }
};

/// log(1 + e^x), without overflow
struct softplus_entry : entry<softplus_entry, "softplus", 1> {
  static constexpr char const* c_source = "(#1 < 0 ? 0 : #1) + log1p#f(exp#f(-fabs#f(#1)))";
  static constexpr bool not_negative = true;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::softplus(x); }
  static constexpr auto partials(auto, auto x) { return list(call<sigmoid_entry>(x)); }
};

LEIBNIZ_FUNCTION_1(exp)
LEIBNIZ_FUNCTION_1(log)
LEIBNIZ_FUNCTION_1(exp2)
LEIBNIZ_FUNCTION_1(expm1)
LEIBNIZ_FUNCTION_1(log2)
LEIBNIZ_FUNCTION_1(log10)
LEIBNIZ_FUNCTION_1(log1p)
LEIBNIZ_FUNCTION_1(sigmoid)
LEIBNIZ_FUNCTION_1(softplus)

}  // namespace leibniz
