// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/math/rounding.hpp"

namespace leibniz {

/// The columns that functions to integers share: the derivative is zero, also at the jumps.
template <class Entry, fixed_string Name> struct rounding : entry<Entry, Name, 1> {
  static constexpr char const* kink = "0 at the jumps";
  static constexpr bool passive = true;
};

struct floor_entry : rounding<floor_entry, "floor"> {
  static constexpr char const* latex = "\\left\\lfloor #1 \\right\\rfloor";
  static constexpr edge_point edges[] = {{0}, {1}, {-1}};
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::floor(x); }
};
struct ceil_entry : rounding<ceil_entry, "ceil"> {
  static constexpr char const* latex = "\\left\\lceil #1 \\right\\rceil";
  static constexpr edge_point edges[] = {{0}, {1}, {-1}};
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::ceil(x); }
};
struct round_entry : rounding<round_entry, "round"> {
  static constexpr char const* latex = "\\operatorname{round}\\left(#1\\right)";
  static constexpr edge_point edges[] = {{0.5}, {1.5}, {-0.5}};
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::round(x); }
};

/// 0 below 0, 1 at 0 and above
struct step_entry : entry<step_entry, "step", 1> {
  static constexpr char const* kink = "0 at the jump";
  static constexpr edge_point edges[] = {{0}};
  static constexpr bool not_negative = true;
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
  static constexpr char const* c_source = "#1 < 0 ? 0 : 0 <= #1 ? 1 : #1";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::step(x); }
};

/// The rest of x/y cut to an integer, with the sign of x
struct fmod_entry : entry<fmod_entry, "fmod", 2> {
  static constexpr char const* kink = "by y: as the quotient stands; the jumps count as 0";
  static constexpr edge_point edges[] = {{6, 2}, {-6, 2}, {0, 1}, {1, 0}};
  static constexpr double sample_from = 1, sample_to = 7;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::fmod(x, y); }
  // x - y q with a whole number q, which rounding makes of (r - x)/y again
  static constexpr auto partials(auto r, auto x, auto y) { return list(1_c, round((r - x) / y)); }
};

/// |x| with the sign of y
struct copysign_entry : entry<copysign_entry, "copysign", 2> {
  static constexpr char const* kink = "by x at x = 0: 0; by y: 0, also at the jump";
  static constexpr edge_point edges[] = {{0, 1}, {0, -1}, {1, 0}, {0, 0}};
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::copysign(x, y); }
  static constexpr auto partials(auto, auto x, auto y) {
    return list(sign(x) * call<copysign_entry>(1_c, y), 0_c);
  }
};

LEIBNIZ_FUNCTION_1(step)
LEIBNIZ_FUNCTION_2(fmod)
LEIBNIZ_FUNCTION_2(copysign)
LEIBNIZ_FUNCTION_1(floor)
LEIBNIZ_FUNCTION_1(ceil)
LEIBNIZ_FUNCTION_1(round)

}  // namespace leibniz
