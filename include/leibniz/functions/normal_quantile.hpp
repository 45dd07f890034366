// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/c_forms_of_normal.hpp"
#include "leibniz/functions/mathematical_constants.hpp"
#include "leibniz/functions/normal.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/math/normal_quantile.hpp"

namespace leibniz {

struct normal_quantile_entry;
/// 1/φ(z) with z = normal_quantile(p), short for just that: z, rounded, does not determine it.
struct normal_quantile_slope_entry
    : entry<normal_quantile_slope_entry, "normal_quantile_slope", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr bool not_negative = true;
  static constexpr double sample_from = 0.02, sample_to = 0.98;
  static constexpr char const* c_source = c_form::normal_quantile_slope;
  LEIBNIZ_INLINE static auto value(auto const& p) { return math::normal_quantile_slope(p); }
  static constexpr auto meaning(auto p) { return 1_c / normal_pdf(call<normal_quantile_entry>(p)); }
  static constexpr auto partials(auto y, auto p) {
    return list(call<normal_quantile_entry>(p) * square(y));
  }
};
/// The inverse of normal_cdf
struct normal_quantile_entry : entry<normal_quantile_entry, "normal_quantile", 1> {
  static constexpr double sample_from = 0.02, sample_to = 0.98;
  static constexpr char const* latex = "\\Phi^{-1}\\left(#1\\right)";
  static constexpr char const* c_source = c_form::normal_quantile;
  static constexpr char const* kink = "infinite at 0 and 1";
  static constexpr edge_point edges[] = {{0}, {1}};
  LEIBNIZ_INLINE static auto value(auto const& p) { return math::normal_quantile(p); }
  static constexpr auto partials(auto, auto p) {
    return list(call<normal_quantile_slope_entry>(p));
  }
};

struct erf_inv_entry;
/// √π/2 e^(y²) with y = erf_inv(x), short for just that: y, rounded, does not determine it.
struct erf_inv_slope_entry : entry<erf_inv_slope_entry, "erf_inv_slope", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr bool not_negative = true;
  static constexpr auto symmetry = parity::even;
  static constexpr double sample_from = -0.98, sample_to = 0.98;
  static constexpr char const* c_source = c_form::erf_inv_slope;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::erf_inv_slope(x); }
  static constexpr auto meaning(auto x) {
    return sqrt(pi) / 2_c * exp(square(call<erf_inv_entry>(x)));
  }
  static constexpr auto partials(auto y, auto x) {
    return list(2_c * call<erf_inv_entry>(x) * square(y));
  }
};
/// The inverse of erf
struct erf_inv_entry : entry<erf_inv_entry, "erf_inv", 1> {
  static constexpr auto symmetry = parity::odd;
  static constexpr double sample_from = -0.98, sample_to = 0.98;
  static constexpr char const* latex = "\\operatorname{erf}^{-1}\\left(#1\\right)";
  static constexpr char const* c_source = c_form::erf_inv;
  static constexpr char const* kink = "infinite at -1 and 1";
  static constexpr edge_point edges[] = {{-1}, {1}};
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::erf_inv(x); }
  static constexpr auto partials(auto, auto x) { return list(call<erf_inv_slope_entry>(x)); }
};

LEIBNIZ_FUNCTION_1(normal_quantile)
LEIBNIZ_FUNCTION_1(erf_inv)

}  // namespace leibniz
