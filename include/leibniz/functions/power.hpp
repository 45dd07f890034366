// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "leibniz/math/power.hpp"
#include "leibniz/math/root.hpp"
#include "leibniz/functions/arithmetic.hpp"
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
  static constexpr bool has_pole = true;
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\sqrt{#1}";
  static constexpr char const* kink = "infinite at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr bool calls_library = false;
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sqrt(x); }
  static constexpr auto partials(auto y, auto) { return list(1_c / (2_c * y)); }
};

/// x² as a term of the norm of four and more scalars: 2x is a slope of its corner.
struct norm_square_entry : entry<norm_square_entry, "norm_square", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool not_negative = true;
  static constexpr char const* c_source = square_entry::c_source;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x) { return square_entry::value(x); }
  static constexpr auto meaning(auto x) { return call<square_entry>(x); }
  static constexpr auto partials(auto, auto x) {
    return list(call<corner_slope_entry>(2_c * x, 0_c, x));
  }
};
/// The root of the sum of such terms
struct norm_root_entry : entry<norm_root_entry, "norm_root", 1> {
  static constexpr char const* kink = "0 at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr bool has_pole = true;
  static constexpr std::string_view name = "sqrt";
  static constexpr bool not_negative = true;
  static constexpr char const* latex = sqrt_entry::latex;
  static constexpr char const* c_source = "sqrt#f(#1)";
  static constexpr bool calls_library = false;
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sqrt(x); }
  static constexpr auto partials(auto y, auto) {
    auto const r = where(equal_to(y, 0_c), 1_c, y);
    return list(where(equal_to(y, 0_c), 0_c, call<corner_slope_entry>(1_c / (2_c * r), y, y)));
  }
};

struct cbrt_entry;
/// 1/(3 y²) with y = cbrt(x), short for just that; its derivative has y once more, not three times.
struct cbrt_slope_entry : entry<cbrt_slope_entry, "cbrt_slope", 1> {
  static constexpr bool abbreviation = true;
  static constexpr auto symmetry = parity::even;
  static constexpr double sample_from = 0.01, sample_to = 100;
  static constexpr char const* c_source = "1/(3*(cbrt#f(#1)*cbrt#f(#1)))";
  LEIBNIZ_INLINE static auto value(auto const& x) {
    auto const y = math::cbrt(x);
    return 1 / (3 * (y * y));
  }
  static constexpr auto meaning(auto x) {
    return 1_c / (3_c * call<square_entry>(call<cbrt_entry>(x)));
  }
  static constexpr auto partials(auto y, auto x) { return list(-2_c / 3_c * (y / x)); }
};

struct cbrt_entry : entry<cbrt_entry, "cbrt", 1> {
  static constexpr char const* latex = "\\sqrt[3]{#1}";
  static constexpr auto symmetry = parity::odd;
  static constexpr char const* kink = "infinite at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr double sample_from = 0.01, sample_to = 100;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::cbrt(x); }
  static constexpr auto partials(auto, auto x) { return list(call<cbrt_slope_entry>(x)); }
};

struct hypot_entry;
/// x/hypot(x, y), short for just that, with derivatives in which nothing cancels: (y/h)²/h, −(x/h)(y/h)/h.
struct over_hypot_entry : entry<over_hypot_entry, "over_hypot", 2> {
  static constexpr bool abbreviation = true;
  static constexpr double sample_from = 0.1;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x / math::hypot(x, y); }
  static constexpr auto meaning(auto x, auto y) { return x / call<hypot_entry>(x, y); }
  static constexpr auto partials(auto cosine, auto x, auto y) {
    auto const sine = call<over_hypot_entry>(y, x);
    auto const h = call<hypot_entry>(x, y);
    return list(call<square_entry>(sine) / h, -(cosine * sine / h));
  }
};

/// x/(x² + y²), short for x/h/h with h = hypot(x, y), which neither overflows nor loses what is tiny.
struct over_hypot_squared_entry : entry<over_hypot_squared_entry, "over_hypot_squared", 2> {
  static constexpr bool abbreviation = true;
  static constexpr double sample_from = 0.1;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) {
    auto const h = math::hypot(x, y);
    return x / h / h;
  }
  static constexpr auto meaning(auto x, auto y);
  static constexpr auto partials(auto a, auto x, auto y) {
    auto const b = call<over_hypot_squared_entry>(y, x);
    return list((b - a) * (b + a), -2_c * a * b);
  }
};

/// sqrt(x² + y²), without overflow
struct hypot_entry : entry<hypot_entry, "hypot", 2> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\sqrt{(#1)^{2} + (#2)^{2}}";
  static constexpr char const* kink = "0 at (0, 0)";
  static constexpr edge_point edges[] = {{0, 0}};
  static constexpr bool commutative = true;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::hypot(x, y); }
  static constexpr auto partials(auto h, auto x, auto y) {
    // composed: `call` would ask of each operand whether it is a number
    auto const corner = call<equal_to_entry>(h, 0_c);
    auto const u = compose<corner_slope_entry>(call<over_hypot_entry>(x, y), h, x);
    auto const v = compose<corner_slope_entry>(call<over_hypot_entry>(y, x), h, y);
    return list(compose<where_entry>(corner, 0_c, u), compose<where_entry>(corner, 0_c, v));
  }
};

constexpr auto over_hypot_squared_entry::meaning(auto x, auto y) {
  // hypot's row first: its partials use x/hypot, whose type Clang would find half made
  using row = std::conditional_t<(sizeof(x) > 0), hypot_entry, void>;
  static_assert(info_of<row>.arity == 2);
  return x / call<hypot_entry>(x, y) / call<hypot_entry>(x, y);
}

/// sqrt(x² + y² + z²), without overflow
struct hypot3_entry : entry<hypot3_entry, "hypot3", 3> {
  static constexpr std::string_view name = "hypot";
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\sqrt{(#1)^{2} + (#2)^{2} + (#3)^{2}}";
  static constexpr char const* kink = "0 at (0, 0, 0)";
  static constexpr edge_point edges[] = {{0, 0, 0}};
  static constexpr char const* c_source =
      "const #T a = fabs#f(#1), b = fabs#f(#2), c = fabs#f(#3);\n  "
      "const #T m = a < b ? (b < c ? c : b) : (a < c ? c : a);\n  "
      "return m <= 0 ? 0 : m*sqrt#f((a/m)*(a/m) + (b/m)*(b/m) + (c/m)*(c/m));";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y, auto const& z) {
    return math::hypot(x, y, z);
  }
  static constexpr auto partials(auto h, auto x, auto y, auto z) {
    return list(where(equal_to(h, 0_c), 0_c, call<corner_slope_entry>(x / h, h, x)),
                where(equal_to(h, 0_c), 0_c, call<corner_slope_entry>(y / h, h, y)),
                where(equal_to(h, 0_c), 0_c, call<corner_slope_entry>(z / h, h, z)));
  }
};

/// x^n for a constant exponent n. Of an integer up to 32 it is repeated multiplication (and a reciprocal).
struct power_entry : entry<power_entry, "^", 2> {
  static constexpr char const* latex = "(#1)^{#2}";
  static constexpr char const* c_source = "pow#f(#1, #2)";
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 5;
  static constexpr char const* kink = "at 0 as the formula n x^(n-1) gives it";
  static constexpr edge_point edges[] = {{0, 0}, {0, 0.5}, {0, 1},    {0, 1.5},
                                         {0, 2}, {0, -1},  {-1, 0.5}, {-1, 2}};
  static constexpr double sample_from = 0.01, sample_to = 10;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& n) { return math::pow(x, n); }
  static constexpr auto partials(auto, auto x, auto n) {
    return list(n * call<power_entry>(x, n - 1_c), 0_c);
  }
};

/// x^(p−2), short for just that: p − 2 is not rounded.
struct pow_two_below_entry : entry<pow_two_below_entry, "pow_two_below", 2> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr char const* kink = "by x at (0, 2): 0; by p at x = 0: 0";
  static constexpr edge_point edges[] = {{0, 2}, {0, 3}};
  static constexpr double sample_from = 0.01, sample_to = 10;
  static constexpr char const* latex = "(#1)^{#2 - 2}";
  static constexpr char const* c_source =
      "const int c = fabs#f(#1) > 0 && isfinite(#1);\n  "
      "const #T r = pow#f(#1, c && #2 < 0.5#f ? #2 : c && #2 < 1 ? #2 - 1 : #2 - 2), q = r/#1;\n  "
      "return c && #2 < 0.5#f ? q/#1 : c && #2 < 1 ? q : r;";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& p) {
    return math::pow_two_below(x, p);
  }
  static constexpr auto meaning(auto x, auto p);
  static constexpr auto partials(auto y, auto x, auto p) {
    return list(where(equal_to(p, 2_c) && equal_to(x, 0_c), 0_c,
                      (p - 2_c) * call<pow_two_below_entry>(x, p - 1_c)),
                where(equal_to(x, 0_c), 0_c, y * log(x)));
  }
};

/// x^(p−1), short for just that: p − 1 is not rounded. Where x is above 0 and x^p is computed anyway, x^p/x
/// (simplify/tidy.hpp).
struct pow_below_entry : entry<pow_below_entry, "pow_below", 2> {
  static constexpr bool abbreviation = true;
  static constexpr bool computed = true;
  static constexpr char const* latex = "(#1)^{#2 - 1}";
  static constexpr char const* c_source =
      "const int c = #2 < 0.5#f && fabs#f(#1) > 0 && isfinite(#1);\n  "
      "const #T r = pow#f(#1, c ? #2 : #2 - 1);\n  return c ? r/#1 : r;";
  static constexpr char const* kink = "by x at (0, 1): 0; by p at x = 0: 0";
  static constexpr edge_point edges[] = {{0, 1}, {0, 2}, {0, 3}};
  static constexpr double sample_from = 0.01, sample_to = 10;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& p) { return math::pow_below(x, p); }
  static constexpr auto meaning(auto x, auto p);
  static constexpr auto partials(auto y, auto x, auto p) {
    return list(where(equal_to(p, 1_c) && equal_to(x, 0_c), 0_c,
                      (p - 1_c) * call<pow_two_below_entry>(x, p)),
                where(equal_to(x, 0_c), 0_c, y * log(x)));
  }
};

/// x^p for any exponent.
struct pow_entry : entry<pow_entry, "pow", 2> {
  static constexpr char const* latex = "(#1)^{#2}";
  static constexpr char const* kink = "by p at x = 0: 0; by x at x = 0: as p x^(p-1) gives it";
  static constexpr edge_point edges[] = {{0, 0},  {0, 0.5},  {0, 1}, {0, 2},
                                         {0, -1}, {-1, 0.5}, {-1, 2}};
  static constexpr double sample_from = 0.01, sample_to = 10;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& p) { return math::pow(x, p); }
  static constexpr auto partials(auto y, auto x, auto p) {
    return list(where(equal_to(p, 0_c) && equal_to(x, 0_c), 0_c, p * call<pow_below_entry>(x, p)),
                where(equal_to(x, 0_c), 0_c, y * log(x)));
  }
};

constexpr auto pow_below_entry::meaning(auto x, auto p) { return call<pow_entry>(x, p - 1_c); }
constexpr auto pow_two_below_entry::meaning(auto x, auto p) { return call<pow_entry>(x, p - 2_c); }

LEIBNIZ_FUNCTION_1(square)
LEIBNIZ_FUNCTION_1(sqrt)
LEIBNIZ_FUNCTION_1(cbrt)
LEIBNIZ_FUNCTION_2(hypot)

template <Operand X, Operand Y, Operand Z>
requires(Formula<X> || Formula<Y> || Formula<Z>)
constexpr auto hypot(X const& x, Y const& y, Z const& z) {
  return call<hypot3_entry>(x, y, z);
}
constexpr traced hypot(traced const& x, traced const& y, traced const& z) {
  return call<hypot3_entry>(x, y, z);
}
template <detail::TracedOrNumber X, detail::TracedOrNumber Y, detail::TracedOrNumber Z>
requires detail::WithNumbers<X, Y, Z>
constexpr auto hypot(X x, Y y, Z z) {
  return call<hypot3_entry>(x, y, z);
}

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
template <detail::TracedOrNumber X, detail::TracedOrNumber P>
requires detail::WithNumbers<X, P>
constexpr auto pow(X x, P p) {
  if constexpr (math::Arithmetic<X> && math::Arithmetic<P>) return call<pow_entry>(x, p);
  else return pow(traced(detail::as_traced(x)), traced(detail::as_traced(p)));
}

/// x³
template <Formula X> constexpr auto cube(X const& x) { return pow(x, 3_c); }
constexpr traced cube(traced const& x) { return pow(x, traced(3)); }
template <math::Arithmetic X> constexpr auto cube(X x) {
  auto const y = static_cast<math::real_t<X>>(x);
  return y * y * y;
}

/// 1/x
template <Formula X> constexpr auto reciprocal(X const& x) { return 1_c / x; }
constexpr traced reciprocal(traced const& x) { return traced(1) / x; }
template <math::Arithmetic X> constexpr auto reciprocal(X x) {
  return 1 / static_cast<math::real_t<X>>(x);
}

template <class X, class P>
requires(Formula<X> || Formula<P> || std::same_as<X, traced> || std::same_as<P, traced>)
constexpr auto operator^(X const& x, P const& p) {
  static_assert(never<X>, "leibniz: ^ is no power in C++: write pow(x, 2_c)");
  if constexpr (std::is_arithmetic_v<X>) return p;
  else return x;
}
template <class X, class Y>
requires(Formula<X> || Formula<Y> || std::same_as<X, traced> || std::same_as<Y, traced>)
constexpr auto operator%(X const& x, Y const& y) {
  static_assert(never<X>, "leibniz: % is for integers: write fmod(x, 2_c)");
  if constexpr (std::is_arithmetic_v<X>) return y;
  else return x;
}

}  // namespace leibniz
