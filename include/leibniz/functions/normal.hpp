// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/math/normal.hpp"

namespace leibniz {

/// The density of the standard normal distribution
struct normal_pdf_entry : entry<normal_pdf_entry, "normal_pdf", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\varphi\\left(#1\\right)";
  static constexpr auto symmetry = parity::even;
  static constexpr char const* c_source =
      "const #T s = #1*#1, e = isfinite(s) ? fma#f(#1, #1, -s) : 0, p = exp#f(-0.5#f*s);\n  "
      "return 0.39894228040143267794#f*(p - p*(0.5#f*e));";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::normal_pdf(x); }
  static constexpr auto partials(auto y, auto x) { return list(-(x * y)); }
};

/// The standard normal distribution function, as accurate in its lower tail as elsewhere
struct normal_cdf_entry : entry<normal_cdf_entry, "normal_cdf", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\Phi\\left(#1\\right)";
  static constexpr char const* c_source =
      "const #T y = #1*-0.70710678118654752440#f, h = erfc#f(y)*0.5#f;\n  "
      "const #T d = fma#f(#1, -0.70710678118654752440#f, -y) + #1*(#T)(-0.70710678118654752440 - (double)-0.70710678118654752440#f + 0x1.bdd3413b26456p-55);\n  "
      "return (y > 0.5#f && y < 1000 ? h - h*(d*(y + sqrt#f(y*y + 1.2732395#f))) : h);";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::normal_cdf(x); }
  static constexpr auto partials(auto, auto x) { return list(call<normal_pdf_entry>(x)); }
};

LEIBNIZ_FUNCTION_1(normal_pdf)
LEIBNIZ_FUNCTION_1(normal_cdf)

}  // namespace leibniz
