// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/math/error_function.hpp"

namespace leibniz {

struct erf_entry : entry<erf_entry, "erf", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\operatorname{erf}\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::erf(x); }
  static constexpr auto partials(auto, auto x) { return list(2_c / sqrt(pi) * exp(-(x * x))); }
};

struct erfc_entry : entry<erfc_entry, "erfc", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\operatorname{erfc}\\left(#1\\right)";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::erfc(x); }
  static constexpr auto partials(auto, auto x) { return list(-(2_c / sqrt(pi) * exp(-(x * x)))); }
};

LEIBNIZ_FUNCTION_1(erf)
LEIBNIZ_FUNCTION_1(erfc)

}  // namespace leibniz
