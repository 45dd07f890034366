// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>

#include "leibniz/base/exact_comparison.hpp"
#include "leibniz/functions/entry.hpp"

namespace leibniz {

/// The columns that all comparisons share.
template <class Entry, fixed_string Name> struct comparison : entry<Entry, Name, 2> {
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 1;
  static constexpr char const* kink = "none of its own: the branch that is taken has one";
  static constexpr edge_point edges[1] = {{1, 1}};  // in a template a bound has to be written
  static constexpr bool condition = true;
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
};

struct less_entry : comparison<less_entry, " < "> {
  static constexpr char const* latex = "(#1) < (#2)";
  static constexpr char const* c_source = "#1 < #2";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x < y; }
};
struct less_equal_entry : comparison<less_equal_entry, " <= "> {
  static constexpr char const* latex = "(#1) \\le (#2)";
  static constexpr char const* c_source = "#1 <= #2";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x <= y; }
};
struct greater_entry : comparison<greater_entry, " > "> {
  static constexpr char const* latex = "(#1) > (#2)";
  static constexpr char const* c_source = "#1 > #2";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x > y; }
};
struct greater_equal_entry : comparison<greater_equal_entry, " >= "> {
  static constexpr char const* latex = "(#1) \\ge (#2)";
  static constexpr char const* c_source = "#1 >= #2";
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x >= y; }
};
struct equal_to_entry : comparison<equal_to_entry, " == "> {
  static constexpr char const* latex = "(#1) = (#2)";
  static constexpr char const* c_source = "#1 <= #2 && #1 >= #2";
  static constexpr bool commutative = true;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) {
    return leibniz::same_value(x, y);
  }
};
struct not_equal_to_entry : comparison<not_equal_to_entry, " != "> {
  static constexpr char const* latex = "(#1) \\ne (#2)";
  static constexpr char const* c_source = "!(#1 <= #2 && #1 >= #2)";
  static constexpr bool commutative = true;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) {
    return !leibniz::same_value(x, y);
  }
};

LEIBNIZ_OPERATOR_2(<, less, traced_condition)
LEIBNIZ_OPERATOR_2(<=, less_equal, traced_condition)
LEIBNIZ_OPERATOR_2(>, greater, traced_condition)
LEIBNIZ_OPERATOR_2(>=, greater_equal, traced_condition)

/// c and d
struct and_entry : entry<and_entry, " && ", 2> {
  static constexpr char const* latex = "(#1) \\land (#2)";
  static constexpr char const* c_source = "#1 && #2";
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 0;
  static constexpr bool commutative = true;
  static constexpr bool condition = true;
  static constexpr int conditions = 2;
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& c, auto const& d) { return c && d; }
};
/// c or d
struct or_entry : entry<or_entry, " || ", 2> {
  static constexpr char const* latex = "(#1) \\lor (#2)";
  static constexpr char const* c_source = "#1 || #2";
  static constexpr auto written = notation::infix;
  static constexpr int precedence = -1;
  static constexpr bool commutative = true;
  static constexpr bool condition = true;
  static constexpr int conditions = 2;
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& c, auto const& d) { return c || d; }
};
/// not c
struct not_entry : entry<not_entry, "!", 1> {
  static constexpr char const* latex = "\\lnot (#1)";
  static constexpr char const* c_source = "!#1";
  static constexpr auto written = notation::prefix;
  static constexpr int precedence = 4;
  static constexpr bool condition = true;
  static constexpr int conditions = 1;
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
  LEIBNIZ_INLINE static auto value(auto const& c) { return !c; }
};

template <Condition C, Condition D> constexpr auto operator&&(C const& c, D const& d) {
  return call<and_entry>(c, d);
}
template <Condition C, Condition D> constexpr auto operator||(C const& c, D const& d) {
  return call<or_entry>(c, d);
}
template <Condition C> constexpr auto operator!(C const& c) { return call<not_entry>(c); }

constexpr traced_condition operator!(traced_condition const& c) {
  if (c.where() == nullptr) return traced_condition(nullptr, !c.known());
  return detail::record_in<traced_condition>(c.where(), not_entry::id, c);
}
// A condition that is known, such as a bool, decides or drops out.
constexpr traced_condition operator&&(traced_condition const& c, traced_condition const& d) {
  if (c.where() == nullptr) return c.known() ? d : c;
  if (d.where() == nullptr) return d.known() ? c : d;
  return detail::record_in<traced_condition>(c.where(), and_entry::id, c, d);
}
constexpr traced_condition operator||(traced_condition const& c, traced_condition const& d) {
  if (c.where() == nullptr) return c.known() ? c : d;
  if (d.where() == nullptr) return d.known() ? d : c;
  return detail::record_in<traced_condition>(c.where(), or_entry::id, c, d);
}
template <std::same_as<bool> Bool>
constexpr traced_condition operator&&(traced_condition const& c, Bool d) {
  return c && traced_condition(nullptr, d);
}
template <std::same_as<bool> Bool>
constexpr traced_condition operator&&(Bool c, traced_condition const& d) {
  return traced_condition(nullptr, c) && d;
}
template <std::same_as<bool> Bool>
constexpr traced_condition operator||(traced_condition const& c, Bool d) {
  return c || traced_condition(nullptr, d);
}
template <std::same_as<bool> Bool>
constexpr traced_condition operator||(Bool c, traced_condition const& d) {
  return traced_condition(nullptr, c) || d;
}

namespace detail {
template <class C> concept AnyCondition = Condition<C> || std::same_as<C, traced_condition>;
/// What && and || join: two conditions of formulas, or two of traced scalars, one of which may be a bool.
template <class C, class D>
concept Joined = (Condition<C> && Condition<D>) ||
                 (std::same_as<C, traced_condition> &&
                  (std::same_as<D, traced_condition> || std::same_as<D, bool>)) ||
                 (std::same_as<C, bool> && std::same_as<D, traced_condition>);
template <class C, class D> constexpr bool refuse_to_join() {
  if constexpr (std::same_as<C, bool> || std::same_as<D, bool>)
    static_assert(
        never<C, D>,
        "leibniz: a bool beside a condition between formulas: a formula holds no bool; compare a "
        "parameter instead (p > 0), or choose the formula with if constexpr");
  else
    static_assert(never<C, D>,
                  "leibniz: && and || join two conditions: compare on both sides, x > 0 && y > 0");
  return true;
}
}  // namespace detail

template <class C, class D>
requires((detail::AnyCondition<C> || detail::AnyCondition<D>) && !detail::Joined<C, D>)
constexpr auto operator&&(C const& c, D const& d) {
  if constexpr (!std::same_as<C, after_error> && !std::same_as<D, after_error> &&
                detail::refuse_to_join<C, D>()) {}
  if constexpr (detail::AnyCondition<C>) return c;
  else return d;
}
template <class C, class D>
requires((detail::AnyCondition<C> || detail::AnyCondition<D>) && !detail::Joined<C, D>)
constexpr auto operator||(C const& c, D const& d) {
  if constexpr (!std::same_as<C, after_error> && !std::same_as<D, after_error> &&
                detail::refuse_to_join<C, D>()) {}
  if constexpr (detail::AnyCondition<C>) return c;
  else return d;
}
template <detail::AnyCondition C, class D> constexpr C operator&(C const& c, D const&) {
  static_assert(never<C>, "leibniz: & and | are for bits: join conditions by && and ||");
  return c;
}
template <detail::AnyCondition C, class D> constexpr C operator|(C const& c, D const& d) {
  return c & d;
}
template <detail::AnyCondition C, class X> constexpr C operator<(C const& c, X const&) {
  static_assert(never<C>, "leibniz: two comparisons in a row: write a < x && x < b for a < x < b");
  return c;
}
template <detail::AnyCondition C, class X> constexpr C operator<=(C const& c, X const& x) {
  return c < x;
}
template <detail::AnyCondition C, class X> constexpr C operator>(C const& c, X const& x) {
  return c < x;
}
template <detail::AnyCondition C, class X> constexpr C operator>=(C const& c, X const& x) {
  return c < x;
}

// == and != of formulas are symbolic and give a bool; of traced scalars they build conditions.
LEIBNIZ_TRACED_OPERATOR(==, equal_to, traced_condition)
LEIBNIZ_TRACED_OPERATOR(!=, not_equal_to, traced_condition)

/// The conditions x = y and x ≠ y.
template <Operand X, Operand Y>
requires(Formula<X> || Formula<Y>)
constexpr auto equal_to(X const& x, Y const& y) {
  return call<equal_to_entry>(x, y);
}
constexpr traced_condition equal_to(traced const& x, traced const& y) {
  return leibniz::same_value(x, y);
}
template <Operand X, Operand Y>
requires(Formula<X> || Formula<Y>)
constexpr auto not_equal_to(X const& x, Y const& y) {
  return call<not_equal_to_entry>(x, y);
}
constexpr traced_condition not_equal_to(traced const& x, traced const& y) {
  return !leibniz::same_value(x, y);
}

}  // namespace leibniz
