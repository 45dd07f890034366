// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/math/hyperbolic.hpp"

namespace leibniz {

struct sinh_entry : entry<sinh_entry, "sinh", 1> {
  static constexpr char const* latex = "\\sinh\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sinh(x); }
  static constexpr auto partials(auto, auto x) { return list(cosh(x)); }
};

struct cosh_entry : entry<cosh_entry, "cosh", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\cosh\\left(#1\\right)";
  static constexpr auto symmetry = parity::even;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::cosh(x); }
  static constexpr auto partials(auto, auto x) { return list(sinh(x)); }
};

struct tanh_entry;
/// 1/cosh², short for 1 − tanh², which cancels where tanh is near ±1.
struct sech_squared_entry : entry<sech_squared_entry, "sech_squared", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr bool bounded = true;
  static constexpr bool not_negative = true;
  static constexpr auto symmetry = parity::even;
  static constexpr char const* latex = "\\operatorname{sech}^{2}\\left(#1\\right)";
  static constexpr char const* c_source =
      "const #T q = 2/(exp#f(2*fabs#f(#1)) + 1);\n  return q*(2 - q);";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sech_squared(x); }
  static constexpr auto meaning(auto x) { return 1_c - square(call<tanh_entry>(x)); }
  static constexpr auto partials(auto y, auto x) { return list(-2_c * call<tanh_entry>(x) * y); }
};

struct tanh_entry : entry<tanh_entry, "tanh", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\tanh\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::tanh(x); }
  static constexpr auto partials(auto, auto x) { return list(call<sech_squared_entry>(x)); }
};

struct asinh_entry : entry<asinh_entry, "asinh", 1> {
  static constexpr char const* latex = "\\operatorname{arsinh}\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::asinh(x); }
  static constexpr auto partials(auto, auto x) { return list(1_c / hypot(x, 1_c)); }
};

struct acosh_entry : entry<acosh_entry, "acosh", 1> {
  static constexpr char const* latex = "\\operatorname{arcosh}\\left(#1\\right)";
  static constexpr char const* kink = "infinite at 1";
  static constexpr edge_point edges[] = {{1}};
  static constexpr double sample_from = 1.1, sample_to = 10;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::acosh(x); }
  static constexpr auto partials(auto, auto x) {
    return list(1_c / (sqrt(x - 1_c) * sqrt(x + 1_c)));  // of the product: infinite beyond 1e154
  }
};

struct atanh_entry : entry<atanh_entry, "atanh", 1> {
  static constexpr char const* latex = "\\operatorname{artanh}\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  static constexpr char const* kink = "infinite at -1 and 1";
  static constexpr edge_point edges[] = {{-1}, {1}};
  static constexpr double sample_from = -0.9, sample_to = 0.9;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::atanh(x); }
  static constexpr auto partials(auto, auto x) {
    return list(1_c / call<one_minus_square_entry>(x));
  }
};

LEIBNIZ_FUNCTION_1(sinh)
LEIBNIZ_FUNCTION_1(cosh)
LEIBNIZ_FUNCTION_1(tanh)
LEIBNIZ_FUNCTION_1(asinh)
LEIBNIZ_FUNCTION_1(acosh)
LEIBNIZ_FUNCTION_1(atanh)

}  // namespace leibniz
