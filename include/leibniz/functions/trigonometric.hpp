// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/math/bessel_of_square.hpp"
#include "leibniz/math/spherical_bessel.hpp"
#include "leibniz/math/trigonometric.hpp"
#include "leibniz/functions/c_forms.hpp"
#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/mathematical_constants.hpp"

namespace leibniz {

struct sin_entry : entry<sin_entry, "sin", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\sin\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sin(x); }
  static constexpr auto partials(auto, auto x) { return list(cos(x)); }
};

struct cos_entry : entry<cos_entry, "cos", 1> {
  static constexpr bool bounded = true;
  static constexpr char const* latex = "\\cos\\left(#1\\right)";
  static constexpr auto symmetry = parity::even;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::cos(x); }
  static constexpr auto partials(auto, auto x) { return list(-sin(x)); }
};

struct tan_entry : entry<tan_entry, "tan", 1> {
  static constexpr char const* latex = "\\tan\\left(#1\\right)";
  static constexpr auto symmetry = parity::odd;
  static constexpr double sample_from = -1.5, sample_to = 1.5;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::tan(x); }
  static constexpr auto partials(auto y, auto) { return list(1_c + y * y); }
};

struct cospi_entry;
/// sin(πx)
struct sinpi_entry : entry<sinpi_entry, "sinpi", 1> {
  static constexpr char const* latex = "\\sin\\left(\\pi #1\\right)";
  static constexpr auto symmetry = parity::odd;
  static constexpr char const* c_source =
      "const #T r = remainder#f(fabs#f(#1), 2), a = fabs#f(r);\n  "
      "const #T y = a <= 0.25#f ? sin#f(3.14159265358979323846#f*a) : a <= 0.75#f ? cos#f(3.14159265358979323846#f*(a - 0.5#f)) : sin#f(3.14159265358979323846#f*(1 - a));\n  "
      "return copysign#f(1, #1)*(r < 0 ? -y : y);";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sinpi(x); }
  static constexpr auto partials(auto, auto x) { return list(pi * call<cospi_entry>(x)); }
};

/// cos(πx)
struct cospi_entry : entry<cospi_entry, "cospi", 1> {
  static constexpr char const* latex = "\\cos\\left(\\pi #1\\right)";
  static constexpr auto symmetry = parity::even;
  static constexpr char const* c_source =
      "const #T a = fabs#f(remainder#f(#1, 2));\n  "
      "return a <= 0.25#f ? cos#f(3.14159265358979323846#f*a) : a <= 0.75#f ? sin#f(3.14159265358979323846#f*(0.5#f - a)) : -cos#f(3.14159265358979323846#f*(1 - a));";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::cospi(x); }
  static constexpr auto partials(auto, auto x) { return list(-(pi * call<sinpi_entry>(x))); }
};

/// The spherical Bessel function j_n(x) for a constant n ≥ 0; j₀ is sinc. Its derivative is one more sum of them,
/// which has no quotient that is 0/0 at 0.
struct spherical_bessel_entry : entry<spherical_bessel_entry, "spherical_bessel", 2> {
  static constexpr char const* c_source = c_form::spherical_bessel;
  static constexpr char const* latex = "j_{#1}\\left(#2\\right)";
  LEIBNIZ_INLINE static auto value(auto const& n, auto const& x) {
    return math::spherical_bessel(static_cast<int>(n), x);
  }
  // (Abramowitz, Stegun, 10.1.20)
  static constexpr auto partials(auto, auto n, auto x) {
    return list(0_c, (n * call<spherical_bessel_entry>(n - 1_c, x) -
                      (n + 1_c) * call<spherical_bessel_entry>(n + 1_c, x)) /
                         (2_c * n + 1_c));
  }
};

/// sin(x)/x, and 1 at 0
struct sinc_entry : entry<sinc_entry, "sinc", 1> {
  static constexpr auto symmetry = parity::even;
  static constexpr char const* c_source = "#1 <= 0 && #1 >= 0 ? 1 : sin#f(#1)/#1";
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sinc(x); }
  static constexpr auto partials(auto, auto x) {
    return list(-call<spherical_bessel_entry>(1_c, x));
  }
};

/// j_n(√s)/√s^n for a constant n ≥ −1: cos √s, sin(√s)/√s, and their derivatives, all smooth at 0.
struct bessel_of_square_entry : entry<bessel_of_square_entry, "bessel_of_square", 2> {
  static constexpr char const* c_source = c_form::bessel_of_square;
  static constexpr char const* latex = "(#2)^{-#1/2} j_{#1}\\left(\\sqrt{#2}\\right)";
  static constexpr double sample_from = -2, sample_to = 30;
  LEIBNIZ_INLINE static auto value(auto const& n, auto const& s) {
    return math::bessel_of_square(static_cast<int>(n), s);
  }
  static constexpr auto partials(auto, auto n, auto s) {
    return list(0_c, -1_c / 2_c * call<bessel_of_square_entry>(n + 1_c, s));
  }
};

LEIBNIZ_FUNCTION_1(sinpi)
LEIBNIZ_FUNCTION_1(cospi)
LEIBNIZ_FUNCTION_1(sinc)
LEIBNIZ_FUNCTION_1(sin)
LEIBNIZ_FUNCTION_1(cos)
LEIBNIZ_FUNCTION_1(tan)

}  // namespace leibniz
