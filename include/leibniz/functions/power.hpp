// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/math/power.hpp"
#include "leibniz/math/root.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/piecewise.hpp"

namespace leibniz {

LEIBNIZ_CONTRACTION_BEGIN
struct square_entry : entry<square_entry, "square", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "(#1)^{2}";
  static constexpr char const* c_source = "#1*#1";
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x) { return x * x; }
  static constexpr auto partials(auto, auto x) { return list(2_c * x); }
};
LEIBNIZ_CONTRACTION_END

struct sqrt_entry : entry<sqrt_entry, "sqrt", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\sqrt{#1}";
  static constexpr char const* kink = "infinite at 0";
  static constexpr bool calls_library = false;
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sqrt(x); }
  static constexpr auto partials(auto y, auto) { return list(1_c / (2_c * y)); }
};

struct cbrt_entry : entry<cbrt_entry, "cbrt", 1> {
  static constexpr char const* latex = "\\sqrt[3]{#1}";
  static constexpr auto symmetry = parity::odd;
  static constexpr char const* kink = "infinite at 0";
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::cbrt(x); }
  static constexpr auto partials(auto y, auto) { return list(1_c / (3_c * (y * y))); }
};

/// sqrt(x² + y²), without overflow
struct hypot_entry : entry<hypot_entry, "hypot", 2> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\sqrt{(#1)^{2} + (#2)^{2}}";
  static constexpr char const* kink = "0 at (0, 0)";
  static constexpr bool commutative = true;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::hypot(x, y); }
  static constexpr auto partials(auto h, auto x, auto y) {
    return list(where(equal_to(h, 0_c), 0_c, x / h), where(equal_to(h, 0_c), 0_c, y / h));
  }
};

/// x^n for a constant exponent n. Of an integer up to 32 it is repeated multiplication (and a reciprocal).
struct power_entry : entry<power_entry, "^", 2> {
  static constexpr char const* latex = "(#1)^{#2}";
  static constexpr char const* c_source = "pow#f(#1, #2)";
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 5;
  static constexpr char const* kink = "at 0 as the formula n x^(n-1) gives it";
  static constexpr double sample_from = 0.01, sample_to = 10;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& n) { return math::pow(x, n); }
  static constexpr auto partials(auto, auto x, auto n) {
    return list(n * call<power_entry>(x, n - 1_c), 0_c);
  }
};

/// x^p for any exponent.
struct pow_entry : entry<pow_entry, "pow", 2> {
  static constexpr char const* latex = "(#1)^{#2}";
  static constexpr char const* kink = "by p at x = 0: 0; by x at x = 0: as p x^(p-1) gives it";
  static constexpr double sample_from = 0.01, sample_to = 10;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& p) { return math::pow(x, p); }
  // p x^(p-1) is p y/x, which needs no second power; x = 0 is a case of its own, right to every order
  static constexpr auto partials(auto y, auto x, auto p) {
    auto at_zero = where(equal_to(p, 0_c), 0_c, p * call<pow_entry>(x, p - 1_c));
    return list(where(equal_to(x, 0_c), at_zero, p * (y / x)),
                where(equal_to(x, 0_c), 0_c, y * log(x)));
  }
};

LEIBNIZ_FUNCTION_1(square)
LEIBNIZ_FUNCTION_1(sqrt)
LEIBNIZ_FUNCTION_1(cbrt)
LEIBNIZ_FUNCTION_2(hypot)

/// x to the power p. Give constant exponents as constants, `pow(x, 2_c)`: the library then knows them and
/// multiplies. In a traced function every number is known.
template <Operand X, Operand P>
requires(Formula<X> || Formula<P>)
constexpr auto pow(X const& x, P const& p) {
  if constexpr (*as_formula_type<P>::description().operation == operation::constant)
    return call<power_entry>(x, p);
  else return call<pow_entry>(x, p);
}
constexpr traced pow(traced const& x, traced const& p) {
  return p.is_constant() ? call<power_entry>(x, p) : call<pow_entry>(x, p);
}
template <math::Arithmetic X, math::Arithmetic P> constexpr auto pow(X x, P p) {
  return call<pow_entry>(x, p);
}
template <class X, class P>
requires(Formula<X> || Formula<P> || std::same_as<X, traced> || std::same_as<P, traced>)
constexpr auto operator^(X const& x, P const& p) {
  static_assert(never<X>, "leibniz: ^ is no power in C++: write pow(x, 2_c)");
  if constexpr (std::is_arithmetic_v<X>) return p;
  else return x;
}

}  // namespace leibniz
