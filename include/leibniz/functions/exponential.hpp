// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/math/exponential.hpp"
#include "leibniz/math/hyperbolic.hpp"
#include "leibniz/math/logarithm.hpp"
#include "leibniz/functions/entry.hpp"

namespace leibniz {

struct exp_entry : entry<exp_entry, "exp", 1> {
  static constexpr auto latex = std::string_view("e^{#1}");
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::exp(x); }
  static constexpr auto partials(auto y, auto) { return list(y); }
};

struct log_entry : entry<log_entry, "log", 1> {
  static constexpr auto latex = std::string_view("\\ln\\left(#1\\right)");
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / x); }
};

struct tanh_entry : entry<tanh_entry, "tanh", 1> {
  static constexpr auto latex = std::string_view("\\tanh\\left(#1\\right)");
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::tanh(x); }
  static constexpr auto partials(auto y, auto) { return list(1_c - y * y); }
};

/// 1 / (1 + e^−x)
struct sigmoid_entry : entry<sigmoid_entry, "sigmoid", 1> {
  static constexpr auto latex = std::string_view("\\sigma\\left(#1\\right)");
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sigmoid(x); }
  static constexpr auto partials(auto y, auto) { return list(y * (1_c - y)); }
};

LEIBNIZ_FUNCTION_1(exp)
LEIBNIZ_FUNCTION_1(log)
LEIBNIZ_FUNCTION_1(tanh)
LEIBNIZ_FUNCTION_1(sigmoid)

}  // namespace leibniz
