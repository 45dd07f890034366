// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/math/selection.hpp"

namespace leibniz {

/// x − y, short for just that, but of equal infinities the limit that exponentials of it need: 0 of ∞ − ∞, −∞ of −∞ + ∞.
struct difference_entry : entry<difference_entry, "difference", 2> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr bool calls_library = false;
  static constexpr char const* latex = "(#1) - (#2)";
  static constexpr char const* c_source =
      "const #T d = #1 - #2;\n  return isnan(d) && #1 <= #2 && #1 >= #2 ? (#1 > 0 ? 0 : #1) : d;";
  template <class T> LEIBNIZ_INLINE static T value(T const& x, T const& y) {
    T const d = x - y;
    return math::select(!leibniz::same_value(d, d) && leibniz::same_value(x, y),
                        math::select(x > T(0), T(0), x), d);
  }
  static constexpr auto meaning(auto x, auto y) { return x - y; }
  static constexpr auto partials(auto, auto, auto) { return list(1_c, -1_c); }
};

}  // namespace leibniz
