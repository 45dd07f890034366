// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/math/inverse_trigonometric.hpp"

namespace leibniz {

struct asin_entry : entry<asin_entry, "asin", 1> {
  static constexpr char const* latex = "\\arcsin\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  static constexpr char const* kink = "infinite at -1 and 1";
  static constexpr edge_point edges[] = {{-1}, {1}};
  static constexpr double sample_from = -0.9, sample_to = 0.9;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::asin(x); }
  static constexpr auto partials(auto, auto x) {
    return list(1_c / sqrt(call<one_minus_square_entry>(x)));
  }
};

struct acos_entry : entry<acos_entry, "acos", 1> {
  static constexpr char const* latex = "\\arccos\\left(#1\\right)";
  static constexpr char const* kink = "infinite at -1 and 1";
  static constexpr edge_point edges[] = {{-1}, {1}};
  static constexpr double sample_from = -0.9, sample_to = 0.9;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::acos(x); }
  static constexpr auto partials(auto, auto x) {
    return list(-(1_c / sqrt(call<one_minus_square_entry>(x))));
  }
};

struct atan_entry : entry<atan_entry, "atan", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\arctan\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::atan(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / (1_c + x * x)); }
};

/// The angle of the point (x, y), in (−π, π].
struct atan2_entry : entry<atan2_entry, "atan2", 2> {
  static constexpr char const* latex = "\\operatorname{atan2}\\left(#1, #2\\right)";
  static constexpr char const* kink =
      "no derivative at (0, 0): NaN; none of the jump where y = 0, x < 0";
  static constexpr edge_point edges[] = {{0, 0}, {0, -1}};
  LEIBNIZ_INLINE static auto value(auto const& y, auto const& x) { return math::atan2(y, x); }
  static constexpr auto partials(auto, auto y, auto x) {
    return list(call<over_hypot_squared_entry>(x, y), -call<over_hypot_squared_entry>(y, x));
  }
};

LEIBNIZ_FUNCTION_1(asin)
LEIBNIZ_FUNCTION_1(acos)
LEIBNIZ_FUNCTION_1(atan)
LEIBNIZ_FUNCTION_2(atan2)

}  // namespace leibniz
