// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/math/normal.hpp"

namespace leibniz {

/// The density of the standard normal distribution
struct normal_pdf_entry : entry<normal_pdf_entry, "normal_pdf", 1> {
  static constexpr bool not_negative = true;
  static constexpr auto latex = std::string_view("\\varphi\\left(#1\\right)");
  static constexpr auto symmetry = parity::even;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::normal_pdf(x); }
  static constexpr auto partials(auto y, auto x) { return list(-(x * y)); }
};

/// The standard normal distribution function, as accurate in its lower tail as elsewhere
struct normal_cdf_entry : entry<normal_cdf_entry, "normal_cdf", 1> {
  static constexpr bool not_negative = true;
  static constexpr auto latex = std::string_view("\\Phi\\left(#1\\right)");
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::normal_cdf(x); }
  static constexpr auto partials(auto, auto x) { return list(normal_pdf(x)); }
};

LEIBNIZ_FUNCTION_1(normal_pdf)
LEIBNIZ_FUNCTION_1(normal_cdf)

}  // namespace leibniz
