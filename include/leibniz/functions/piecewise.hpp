// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <string_view>

#include "leibniz/math/selection.hpp"
#include "leibniz/functions/comparison.hpp"

namespace leibniz {

struct where_entry : entry<where_entry, "where", 3> {
  static constexpr bool chooses = true;
  static constexpr char const* latex =
      "\\begin{cases} #2 & #1 \\\\ #3 & \\text{otherwise} \\end{cases}";
  static constexpr int conditions = 1;
  static constexpr char const* c_source = "#1 ? #2 : #3";
  static constexpr char const* kink = "the derivative of what is chosen; the condition has none";
  static constexpr edge_point edges[] = {{1, 1}, {0, 0}};
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& condition, auto const& a, auto const& b) {
    return math::select(condition, a, b);
  }
  static constexpr auto partials(auto, auto condition, auto, auto) {
    return list(0_c, call<where_entry>(condition, 1_c, 0_c),
                call<where_entry>(condition, 0_c, 1_c));
  }
};

/// a where the condition holds, else b; both are computed, and the one not taken never reaches the result
/// or a derivative.
template <Condition C, Operand A, Operand B> constexpr auto where(C const& condition, A const& a,
                                                                  B const& b) {
  return call<where_entry>(condition, a, b);
}
constexpr traced where(traced_condition const& condition, traced const& a, traced const& b) {
  if (condition.where() == nullptr) return condition.known() ? a : b;
  return detail::record_in<traced>(condition.where(), where_entry::id, condition, a, b);
}
template <class C, class A, class B>
requires(!std::same_as<C, traced_condition> && !(Condition<C> && Operand<A> && Operand<B>))
constexpr auto where(C const&, A const& a, B const& b) {
  if constexpr (std::same_as<C, bool>)
    static_assert(
        never<C>,
        "leibniz::where: the condition is a bool, not a formula: compare formulas with <, <=, >, >= or "
        "with lz::equal_to(a, b), lz::not_equal_to(a, b) (== and != compare symbolically)");
  else if constexpr (!Condition<C> && !std::same_as<C, after_error>)
    static_assert(never<C>,
                  "leibniz::where: the condition is none: compare, as in lz::where(x > 0, a, b)");
  else if constexpr (!std::same_as<A, after_error> && !std::same_as<B, after_error>)
    static_assert(never<C>, "leibniz::where: what it chooses from are formulas and numbers");
  // after the error: a formula of a and b
  if constexpr (!Formula<A> && !Formula<B>) return traced(0.0);
  else if constexpr (!Operand<A> || !Operand<B>) return after_error{};
  else return call<where_entry>(call<greater_entry>(1_c, 0_c), a, b);
}

struct sign_entry : entry<sign_entry, "sign", 1> {
  static constexpr char const* latex = "\\operatorname{sign}\\left(#1\\right)";
  static constexpr char const* c_source = "#1 < 0 ? -1 : 0 < #1 ? 1 : #1";
  static constexpr auto symmetry = parity::odd;
  static constexpr char const* kink = "0 at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sign(x); }
};
LEIBNIZ_FUNCTION_1(sign)  // which abs is differentiated to

// Slopes of corners and the condition of one: short for what they mean, and told from it where a slope meets one of the
// same corner (derive/corner.hpp).

/// sign(x) as the derivative of abs
struct abs_slope_entry : entry<abs_slope_entry, "abs_slope", 1> {
  static constexpr bool abbreviation = true;
  static constexpr bool of_corner = true;
  static constexpr auto symmetry = parity::odd;
  static constexpr char const* c_source = "#1 < 0 ? -1 : 0 < #1 ? 1 : #1";
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::sign(x); }
  static constexpr auto meaning(auto x) { return call<sign_entry>(x); }
};

/// u, the derivative by x of h, which has a corner where h is 0. corner_slope(1, h, x) is a factor of every derivative of u.
struct corner_slope_entry : entry<corner_slope_entry, "corner_slope", 3> {
  static constexpr bool abbreviation = true;
  static constexpr bool of_corner = true;
  static constexpr char const* c_source = "#1";
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& u, auto const&, auto const&) { return u; }
  static constexpr auto meaning(auto u, auto, auto) { return u; }
  static constexpr auto partials(auto, auto, auto, auto) { return list(1_c, 0_c, 0_c); }
};

/// x > 0 as the condition of relu
struct above_corner_entry : comparison<above_corner_entry, "above_corner"> {
  static constexpr std::string_view name = greater_entry::name;
  static constexpr bool abbreviation = true;
  static constexpr bool of_corner = true;
  static constexpr char const* latex = greater_entry::latex;
  static constexpr char const* c_source = greater_entry::c_source;
  static constexpr char const* kink = "";
  static constexpr edge_point const* edges = nullptr;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& zero) { return x > zero; }
  static constexpr auto meaning(auto x, auto zero) { return call<greater_entry>(x, zero); }
};

struct abs_entry : entry<abs_entry, "abs", 1> {
  static constexpr bool not_negative = true;
  static constexpr char const* latex = "\\left|#1\\right|";
  static constexpr char const* c_source = "fabs#f(#1)";
  static constexpr auto symmetry = parity::even;
  static constexpr char const* kink = "0 at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x) { return math::abs(x); }
  static constexpr auto partials(auto, auto x) { return list(call<abs_slope_entry>(x)); }
};

struct relu_entry : entry<relu_entry, "relu", 1> {
  static constexpr bool chooses = true;
  static constexpr char const* c_source = "#1 < 0 ? 0 : #1";
  static constexpr bool not_negative = true;
  static constexpr char const* kink = "0 at 0";
  static constexpr edge_point edges[] = {{0}};
  static constexpr bool calls_library = false;
  template <class T> LEIBNIZ_INLINE static auto value(T const& x) { return math::max(x, T(0)); }
  static constexpr auto partials(auto, auto x) {
    return list(where(call<above_corner_entry>(x, 0_c), 1_c, 0_c));
  }
};

// Of equal operands, max has the derivative of the first and min that of the second: whatever is computed from the
// smaller and the larger of two, such as their sum or what a network sorts, has at ties the derivatives of x and y
// themselves. (Where a formula has the same two in both orders, derive/chain_rule.hpp sees to it.)
struct min_entry : entry<min_entry, "min", 2> {
  static constexpr bool chooses = true;
  static constexpr char const* latex = "\\min\\left(#1, #2\\right)";
  static constexpr char const* c_source = "#2 < #1 ? #2 : #1";
  static constexpr char const* kink = "where both are equal, the derivative of the second";
  static constexpr edge_point edges[] = {{1, 1}, {0, 0}};
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::min(x, y); }
  static constexpr auto partials(auto, auto x, auto y) {
    return list(where(y <= x, 0_c, 1_c), where(y <= x, 1_c, 0_c));
  }
};

struct max_entry : entry<max_entry, "max", 2> {
  static constexpr bool chooses = true;
  static constexpr char const* latex = "\\max\\left(#1, #2\\right)";
  static constexpr char const* c_source = "#1 < #2 ? #2 : #1";
  static constexpr char const* kink = "where both are equal, the derivative of the first";
  static constexpr edge_point edges[] = {{1, 1}, {0, 0}};
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return math::max(x, y); }
  static constexpr auto partials(auto, auto x, auto y) {
    return list(where(x < y, 0_c, 1_c), where(x < y, 1_c, 0_c));
  }
};

/// The upper end of clamp: min(x, high) with the derivative of x at the end.
struct clamp_high_entry : entry<clamp_high_entry, "clamp_high", 2> {
  static constexpr bool chooses = true;
  static constexpr std::string_view name = "min";
  static constexpr char const* latex = min_entry::latex;
  static constexpr char const* c_source = min_entry::c_source;
  static constexpr char const* kink =
      "as the upper end of clamp: where both are equal, the derivative of the first";
  static constexpr edge_point edges[] = {{1, 1}, {0, 0}};
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& high) { return math::min(x, high); }
  static constexpr auto partials(auto, auto x, auto high) {
    return list(where(high < x, 0_c, 1_c), where(high < x, 1_c, 0_c));
  }
};

/// x itself, but passive: its derivative is zero.
struct stop_gradient_entry : entry<stop_gradient_entry, "stop_gradient", 1> {
  static constexpr char const* c_source = "#1";
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& x) { return x; }
};

LEIBNIZ_FUNCTION_1(stop_gradient)
LEIBNIZ_FUNCTION_1(abs)
LEIBNIZ_FUNCTION_1(relu)
LEIBNIZ_FUNCTION_2(min)
LEIBNIZ_FUNCTION_2(max)

/// x, not below `low` and not above `high`; at both ends its derivative is that of x.
template <class X, class Low, class High>
requires(Formula<X> || Formula<Low> || Formula<High>)
constexpr auto clamp(X const& x, Low const& low, High const& high) {
  return call<clamp_high_entry>(max(x, low), high);
}
constexpr traced clamp(traced const& x, traced const& low, traced const& high) {
  return call<clamp_high_entry>(max(x, low), high);
}
template <math::Arithmetic X, math::Arithmetic Low, math::Arithmetic High>
constexpr auto clamp(X x, Low low, High high) {
  return call<clamp_high_entry>(max(x, low), high);
}

}  // namespace leibniz
