// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/math/error_function.hpp"

namespace leibniz {

/// e^(−x²), short for just that, where the rounding of x² does not show.
struct exp_minus_square_entry : entry<exp_minus_square_entry, "exp_minus_square", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr bool bounded = true;
  static constexpr bool not_negative = true;
  static constexpr auto symmetry = parity::even;
  static constexpr char const* latex = "e^{-(#1)^{2}}";
  static constexpr char const* c_source =
      "const #T s = #1*#1, e = isfinite(s) ? fma#f(#1, #1, -s) : 0, p = exp#f(-s);\n  return p - p*e;";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::exp_minus_square(x); }
  static constexpr auto meaning(auto x) { return exp(-(x * x)); }
  static constexpr auto partials(auto y, auto x) { return list(-(2_c * x * y)); }
};

struct erf_entry : entry<erf_entry, "erf", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\operatorname{erf}\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::erf(x); }
  static constexpr auto partials(auto, auto x) {
    return list(2_c / sqrt(pi) * call<exp_minus_square_entry>(x));
  }
};

struct erfc_entry : entry<erfc_entry, "erfc", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\operatorname{erfc}\\left(#1\\right)";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::erfc(x); }
  static constexpr auto partials(auto, auto x) {
    return list(-(2_c / sqrt(pi) * call<exp_minus_square_entry>(x)));
  }
};

LEIBNIZ_FUNCTION_1(erf)
LEIBNIZ_FUNCTION_1(erfc)

}  // namespace leibniz
