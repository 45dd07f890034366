// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/c_forms_of_normal.hpp"
#include "leibniz/math/erfcx.hpp"

namespace leibniz {

/// e^(x²) iⁿerfc(x) for a constant n ≥ −1: the n-th repeated integral of erfc, scaled; erfcx for n = 0. Its derivative is
/// one more of them, where nothing cancels.
struct repeated_erfcx_entry : entry<repeated_erfcx_entry, "repeated_erfcx", 2> {
  static constexpr char const* c_source = c_form::repeated_erfcx;
  static constexpr char const* latex =
      "e^{(#2)^{2}} \\operatorname{i}^{#1}\\!\\operatorname{erfc}\\left(#2\\right)";
  LEIBNIZ_INLINE static auto value(auto const& n, auto const& x) {
    return math::repeated_erfcx(static_cast<int>(n), x);
  }
  static constexpr auto partials(auto, auto n, auto x) {
    return list(0_c, -2_c * (n + 1_c) * call<repeated_erfcx_entry>(n + 1_c, x));
  }
};

/// e^(x²) erfc(x)
struct erfcx_entry : entry<erfcx_entry, "erfcx", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* c_source = c_form::erfcx;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::erfcx(x); }
  static constexpr auto partials(auto, auto x) {
    return list(-2_c * call<repeated_erfcx_entry>(1_c, x));
  }
};

LEIBNIZ_FUNCTION_1(erfcx)

}  // namespace leibniz
