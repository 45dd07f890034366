// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/entry.hpp"

namespace leibniz {

/// The columns that all comparisons share.
template <class Entry, fixed_string Name> struct comparison : entry<Entry, Name, 2> {
  static constexpr auto written = notation::infix;
  static constexpr int precedence = 1;
  static constexpr bool condition = true;
  static constexpr bool passive = true;
  static constexpr bool calls_library = false;
};

struct less_entry : comparison<less_entry, " < "> {
  static constexpr auto latex = std::string_view("#1 < #2");
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x < y; }
};
struct less_equal_entry : comparison<less_equal_entry, " <= "> {
  static constexpr auto latex = std::string_view("#1 \\le #2");
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x <= y; }
};
struct greater_entry : comparison<greater_entry, " > "> {
  static constexpr auto latex = std::string_view("#1 > #2");
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x > y; }
};
struct greater_equal_entry : comparison<greater_equal_entry, " >= "> {
  static constexpr auto latex = std::string_view("#1 \\ge #2");
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x >= y; }
};
struct equal_to_entry : comparison<equal_to_entry, " == "> {
  static constexpr auto latex = std::string_view("#1 = #2");
  static constexpr bool commutative = true;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x == y; }
};
struct not_equal_to_entry : comparison<not_equal_to_entry, " != "> {
  static constexpr auto latex = std::string_view("#1 \\ne #2");
  static constexpr bool commutative = true;
  LEIBNIZ_INLINE static auto value(auto const& x, auto const& y) { return x != y; }
};

LEIBNIZ_OPERATOR_2(<, less, traced_condition)
LEIBNIZ_OPERATOR_2(<=, less_equal, traced_condition)
LEIBNIZ_OPERATOR_2(>, greater, traced_condition)
LEIBNIZ_OPERATOR_2(>=, greater_equal, traced_condition)

namespace detail {
template <class C> concept AnyCondition = Condition<C> || std::same_as<C, traced_condition>;
}  // namespace detail

template <detail::AnyCondition C, class D> constexpr C operator&&(C const& c, D const&) {
  static_assert(
      never<C>,
      "leibniz: && between conditions: write lz::where(c, lz::where(d, a, b), b) for c && d");
  return c;
}
template <detail::AnyCondition C, class D> constexpr C operator||(C const& c, D const&) {
  static_assert(
      never<C>,
      "leibniz: || between conditions: write lz::where(c, a, lz::where(d, a, b)) for c || d");
  return c;
}
template <detail::AnyCondition C> constexpr C operator!(C const& c) {
  static_assert(never<C>, "leibniz: ! of a condition: write lz::where(c, b, a) for !c");
  return c;
}
template <detail::AnyCondition C, class X> constexpr C operator<(C const& c, X const&) {
  static_assert(never<C>, "leibniz: two comparisons in a row: write "
                          "lz::where(a < x, lz::where(x < b, y, z), z) for a < x < b");
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
constexpr traced_condition operator==(traced const& x, traced const& y) {
  return call<equal_to_entry>(x, y);
}
constexpr traced_condition operator!=(traced const& x, traced const& y) {
  return call<not_equal_to_entry>(x, y);
}

/// The conditions x = y and x ≠ y.
template <Operand X, Operand Y>
requires(Formula<X> || Formula<Y>)
constexpr auto equal_to(X const& x, Y const& y) {
  return call<equal_to_entry>(x, y);
}
constexpr traced_condition equal_to(traced const& x, traced const& y) { return x == y; }
template <Operand X, Operand Y>
requires(Formula<X> || Formula<Y>)
constexpr auto not_equal_to(X const& x, Y const& y) {
  return call<not_equal_to_entry>(x, y);
}
constexpr traced_condition not_equal_to(traced const& x, traced const& y) { return x != y; }

}  // namespace leibniz
