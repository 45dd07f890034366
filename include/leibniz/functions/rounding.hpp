// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/entry.hpp"
#include "leibniz/math/rounding.hpp"

namespace leibniz {

/// The columns that functions to integers share: the derivative is zero, also at the jumps.
template <class Entry, fixed_string Name> struct rounding : entry<Entry, Name, 1> {
  static constexpr char const* kink = "0 at the jumps";
  static constexpr bool passive = true;
};

struct floor_entry : rounding<floor_entry, "floor"> {
  static constexpr char const* latex = "\\left\\lfloor #1 \\right\\rfloor";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::floor(x); }
};
struct ceil_entry : rounding<ceil_entry, "ceil"> {
  static constexpr char const* latex = "\\left\\lceil #1 \\right\\rceil";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::ceil(x); }
};
struct round_entry : rounding<round_entry, "round"> {
  static constexpr char const* latex = "\\operatorname{round}\\left(#1\\right)";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::round(x); }
};

LEIBNIZ_FUNCTION_1(floor)
LEIBNIZ_FUNCTION_1(ceil)
LEIBNIZ_FUNCTION_1(round)

}  // namespace leibniz
