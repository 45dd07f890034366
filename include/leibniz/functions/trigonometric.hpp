// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/math/trigonometric.hpp"
#include "leibniz/functions/arithmetic.hpp"

namespace leibniz {

struct sin_entry : entry<sin_entry, "sin", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\sin\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sin(x); }
  static constexpr auto partials(auto, auto x) { return list(cos(x)); }
};

struct cos_entry : entry<cos_entry, "cos", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\cos\\left(#1\\right)";
  static constexpr auto symmetry = parity::even;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::cos(x); }
  static constexpr auto partials(auto, auto x) { return list(-sin(x)); }
};

struct tan_entry : entry<tan_entry, "tan", 1> {
  static constexpr char const* latex = "\\tan\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  static constexpr double sample_from = -1.5, sample_to = 1.5;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::tan(x); }
  static constexpr auto partials(auto y, auto) { return list(1_c + y * y); }
};

LEIBNIZ_FUNCTION_1(sin)
LEIBNIZ_FUNCTION_1(cos)
LEIBNIZ_FUNCTION_1(tan)

}  // namespace leibniz
