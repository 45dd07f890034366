// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/difference.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/math/log_sum.hpp"

namespace leibniz {

/// log(e^x + e^y), without overflow
struct logaddexp_entry : entry<logaddexp_entry, "logaddexp", 2> {
  static constexpr bool commutative = true;
  static constexpr char const* latex = "\\ln\\left(e^{#1} + e^{#2}\\right)";
  static constexpr char const* c_source =
      "const #T d = #1 - #2;\n  "
      "return isnan(d) ? (#1 <= #2 && #1 >= #2 ? #1 : #1 + #2) : (#1 < #2 ? #2 : #1) + log1p#f(exp#f(-fabs#f(d)));";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::logaddexp(x, y); }
  static constexpr auto partials(auto, auto x, auto y) {
    return list(sigmoid(call<difference_entry>(x, y)), sigmoid(call<difference_entry>(y, x)));
  }
};

/// −1/(e^−x − 1), short for just that: its derivative y (1 − y) neither over- nor underflows.
struct log1mexp_slope_entry : entry<log1mexp_slope_entry, "log1mexp_slope", 1> {
  static constexpr bool abbreviation = true;
  static constexpr double sample_from = -5, sample_to = -0.1;
  static constexpr char const* c_source = "-1/expm1#f(-#1)";
  LEIBNIZ_INLINE static auto value(auto const& x) { return -1 / math::expm1(-x); }
  static constexpr auto meaning(auto x) { return -1_c / expm1(-x); }
  static constexpr auto partials(auto y, auto) { return list(y * (1_c - y)); }
};

/// log(1 − e^x) of x below 0
struct log1mexp_entry : entry<log1mexp_entry, "log1mexp", 1> {
  static constexpr char const* latex = "\\ln\\left(1 - e^{#1}\\right)";
  static constexpr char const* kink = "infinite at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr double sample_from = -5, sample_to = -0.1;
  static constexpr char const* c_source =
      "#1 > -0.69#f ? log#f(-expm1#f(#1)) : log1p#f(-exp#f(#1))";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log1mexp(x); }
  static constexpr auto partials(auto, auto x) { return list(call<log1mexp_slope_entry>(x)); }
};

LEIBNIZ_FUNCTION_2(logaddexp)
LEIBNIZ_FUNCTION_1(log1mexp)

}  // namespace leibniz
