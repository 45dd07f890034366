// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/c_forms_of_normal.hpp"
#include "leibniz/functions/normal.hpp"
#include "leibniz/math/log_normal_cdf.hpp"

namespace leibniz {

/// φ(x)/Φ(x), short for just that, where both are 0, too; and x plus that, which cancels far left.
struct inverse_mills_rest_entry : entry<inverse_mills_rest_entry, "inverse_mills_rest", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr bool not_negative = true;
  static constexpr char const* c_source = c_form::inverse_mills_rest;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::inverse_mills_rest(x); }
  static constexpr auto meaning(auto x) { return x + normal_pdf(x) / normal_cdf(x); }
  static constexpr auto partials(auto y, auto x) { return list(1_c - y * (y - x)); }
};
struct inverse_mills_entry : entry<inverse_mills_entry, "inverse_mills", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr bool not_negative = true;
  static constexpr char const* c_source = c_form::inverse_mills;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::inverse_mills(x); }
  static constexpr auto meaning(auto x) { return normal_pdf(x) / normal_cdf(x); }
  static constexpr auto partials(auto y, auto x) {
    return list(-(y * call<inverse_mills_rest_entry>(x)));
  }
};

/// log Φ(x), Φ the standard normal distribution function, also where that is 0 or 1
struct log_normal_cdf_entry : entry<log_normal_cdf_entry, "log_normal_cdf", 1> {
  static constexpr char const* latex = "\\ln\\Phi\\left(#1\\right)";
  static constexpr char const* c_source = c_form::log_normal_cdf;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::log_normal_cdf(x); }
  static constexpr auto partials(auto, auto x) { return list(call<inverse_mills_entry>(x)); }
};

LEIBNIZ_FUNCTION_1(log_normal_cdf)

}  // namespace leibniz
