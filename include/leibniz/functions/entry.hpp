// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "leibniz/base/inline.hpp"
#include "leibniz/expression/let.hpp"
#include "leibniz/expression/pattern.hpp"
#include "leibniz/expression/traced.hpp"
#include "leibniz/math/arithmetic.hpp"

LEIBNIZ_FRIENDS_BEGIN

namespace leibniz {

void entry_at();  // ends unqualified lookup here, as record_at does in expression/formula.hpp
/// Where a row is found by its id (friend injection, see expression/formula.hpp).
template <std::uint64_t Id> struct function_slot {
  friend constexpr auto entry_at(function_slot);
};

namespace detail {

template <class Entry, int... K>
constexpr record const* partial_record(int argument, std::integer_sequence<int, K...>) {
  return decltype(Entry::partials(pattern<0>{}, pattern<K + 1>{}...))::records[argument];
}
template <class Entry, int... K>
constexpr record const* meaning_record(std::integer_sequence<int, K...>) {
  return &decltype(Entry::meaning(pattern<K + 1>{}...))::description();
}

}  // namespace detail

/// A point at which a function has a kink, a jump, a pole or the end of its domain: a coordinate for each argument
/// that is a number.
struct edge_point {
  double x, y = 0, z = 0;
};

/// Base of a row of the function table, with the default of every column that has one.
///
///   struct tanh_entry : entry<tanh_entry, "tanh", 1> {
///     static constexpr char const* latex = "\\tanh\\left(#1\\right)";
///     LEIBNIZ_INLINE static auto value(auto const& x) { return math::tanh(x); }
///     static constexpr auto partials(auto y, auto) { return list(1_c - square(y)); }
///   };
///
/// `value` computes the function of numbers. `partials` gives ∂/∂argument in the library's own language,
/// from the result and the arguments; every derivative, of any order and mode, follows from it.
template <class Entry, fixed_string Name, int Arity> struct entry : operation_columns<Name, Arity> {
  static constexpr char const* kink = "";  ///< the convention where no derivative exists
  /// Such points, `edge_point edges[] = {{0}}`; docs/kinks.md shows what is computed there.
  static constexpr edge_point const* edges = nullptr;
  static constexpr double sample_from = -3, sample_to = 3;  ///< domain of the law tests

  static constexpr record const* partial(int argument) {
    return detail::partial_record<Entry>(argument, std::make_integer_sequence<int, Arity>{});
  }
  static constexpr record const* meant() {
    return detail::meaning_record<Entry>(std::make_integer_sequence<int, Arity>{});
  }

  // One name is one function: a second entry of this name is a redefinition.
  friend constexpr auto entry_at(function_slot<hash_of(Name.view())>) {
    return static_cast<Entry*>(nullptr);
  }
};

/// The row of an id.
template <std::uint64_t Id>
using entry_of = std::remove_pointer_t<decltype(entry_at(function_slot<Id>{}))>;

/// Whether an operation is a row. (Comparing with info_of<Row> would instantiate the row's partials.)
template <class Row> constexpr bool is(function_info const& operation) {
  return operation.id == Row::id;
}

/// Some rows.
template <class... Entries> struct entry_list {};

/// The partials of a row, one per argument.
template <FormulaOrCondition... Partials> struct partial_list {
  static_assert((Partials::literal_count + ... + 0) == 0,
                "leibniz: numbers in partials are constants: 2_c, not 2");
  static constexpr record const* records[sizeof...(Partials)] = {&Partials::description()...};
};
template <FormulaOrCondition... Partials> constexpr auto list(Partials const&...) {
  return partial_list<Partials...>{};
}

namespace detail {
/// A number beside a traced scalar. (For both of them there are also the compiler's own operators, since a traced scalar
/// converts to a long double in order to refuse it. Neither is converted: two enumerators have operators of their own.)
template <class T>
concept BuiltIn =
    std::is_arithmetic_v<T> || (std::is_enum_v<T> && std::is_convertible_v<T, double>);

template <Condition X> constexpr X as_operand(X const& x) { return x; }
template <Operand X> constexpr auto as_operand(X const& x) { return as_formula(x); }
}  // namespace detail

/// Applies a row to formulas or, while a function is traced, to traced scalars.
template <class Entry, class... Xs>
requires(FormulaOrCondition<Xs> || ...)
constexpr auto call(Xs const&... xs) {
  static_assert(sizeof...(Xs) == Entry::arity,
                "leibniz::call: wrong number of arguments for this function");
  return compose<Entry>(detail::as_operand(xs)...);
}

template <class Entry>
using traced_result = std::conditional_t<Entry::condition, traced_condition, traced>;

template <class Entry, class... Xs>
requires(std::same_as<Xs, traced> && ...)
constexpr traced_result<Entry> call(Xs const&... xs) {
  recording* where = detail::common_recording(xs...);
  if (where == nullptr) {
    if constexpr (Entry::condition) return traced_condition(nullptr, Entry::value(xs.value()...));
    else return traced(Entry::value(xs.value()...));
  } else {
    return detail::record_in<traced_result<Entry>>(where, Entry::id, xs...);
  }
}

namespace detail {
constexpr traced const& as_traced(traced const& x) { return x; }
template <math::Arithmetic X> constexpr traced as_traced(X x) {
  return traced(static_cast<double>(x));
}

template <class X> concept TracedOrNumber = std::same_as<X, traced> || math::Arithmetic<X>;
/// Arguments of which one at least is a plain number: none is converted, so that `pow(t, 2)` is as
/// good a match as the functions of the standard library that `using std::pow;` brings.
template <class... Xs> concept WithNumbers =
    (TracedOrNumber<Xs> && ...) && (math::Arithmetic<Xs> || ...);
}  // namespace detail

template <class Entry, class... Xs>
requires(detail::WithNumbers<Xs...> && (std::same_as<Xs, traced> || ...))
constexpr auto call(Xs const&... xs) {
  return call<Entry>(traced(detail::as_traced(xs))...);
}

/// Applies a row to plain numbers: integers are doubles, of several types it is the common one.
template <class Entry, math::Arithmetic... Xs>
requires(sizeof...(Xs) > 0)
constexpr auto call(Xs... xs) {
  using common = decltype((math::real_t<Xs>() + ...));
  return Entry::value(static_cast<common>(xs)...);
}

/// The overloads of a table function: for formulas, for traced scalars, for plain numbers. The second are as good as plain
/// functions so that they win over std:: templates when a user wrote `using std::max;`, and templates so that a row that
/// is not used costs nothing; the third take what is built in and nothing that converts to it. Usable in any namespace,
/// after the struct `name_entry`.
#define LEIBNIZ_FUNCTION_1(name)                                                            \
  template <::leibniz::Formula LeibnizX> constexpr auto name(LeibnizX const& leibniz_x) {   \
    return ::leibniz::call<name##_entry>(leibniz_x);                                        \
  }                                                                                         \
  template <class LeibnizT = ::leibniz::traced> constexpr LeibnizT name(                    \
      ::leibniz::traced const& leibniz_x) {                                                 \
    return ::leibniz::call<name##_entry>(static_cast<LeibnizT const&>(leibniz_x));          \
  }                                                                                         \
  template <::leibniz::math::Arithmetic LeibnizX> constexpr auto name(LeibnizX leibniz_x) { \
    return ::leibniz::call<name##_entry>(leibniz_x);                                        \
  }

#define LEIBNIZ_FUNCTION_2(name)                                                   \
  template <::leibniz::Operand LeibnizX, ::leibniz::Operand LeibnizY>              \
  requires(::leibniz::Formula<LeibnizX> || ::leibniz::Formula<LeibnizY>)           \
  constexpr auto name(LeibnizX const& leibniz_x, LeibnizY const& leibniz_y) {      \
    return ::leibniz::call<name##_entry>(leibniz_x, leibniz_y);                    \
  }                                                                                \
  template <class LeibnizT = ::leibniz::traced> constexpr LeibnizT name(           \
      ::leibniz::traced const& leibniz_x, ::leibniz::traced const& leibniz_y) {    \
    return ::leibniz::call<name##_entry>(static_cast<LeibnizT const&>(leibniz_x),  \
                                         static_cast<LeibnizT const&>(leibniz_y)); \
  }                                                                                \
  template <::leibniz::detail::TracedOrNumber LeibnizX,                            \
            ::leibniz::detail::TracedOrNumber LeibnizY>                            \
  requires ::leibniz::detail::WithNumbers<LeibnizX, LeibnizY>                      \
  constexpr auto name(LeibnizX leibniz_x, LeibnizY leibniz_y) {                    \
    return ::leibniz::call<name##_entry>(leibniz_x, leibniz_y);                    \
  }

#define LEIBNIZ_FUNCTION_3(name)                                                                   \
  template <::leibniz::Operand LeibnizX, ::leibniz::Operand LeibnizY, ::leibniz::Operand LeibnizZ> \
  requires(::leibniz::Formula<LeibnizX> || ::leibniz::Formula<LeibnizY> ||                         \
           ::leibniz::Formula<LeibnizZ>)                                                           \
  constexpr auto name(LeibnizX const& leibniz_x, LeibnizY const& leibniz_y,                        \
                      LeibnizZ const& leibniz_z) {                                                 \
    return ::leibniz::call<name##_entry>(leibniz_x, leibniz_y, leibniz_z);                         \
  }                                                                                                \
  template <class LeibnizT = ::leibniz::traced> constexpr LeibnizT name(                           \
      ::leibniz::traced const& leibniz_x, ::leibniz::traced const& leibniz_y,                      \
      ::leibniz::traced const& leibniz_z) {                                                        \
    return ::leibniz::call<name##_entry>(static_cast<LeibnizT const&>(leibniz_x),                  \
                                         static_cast<LeibnizT const&>(leibniz_y),                  \
                                         static_cast<LeibnizT const&>(leibniz_z));                 \
  }                                                                                                \
  template <::leibniz::detail::TracedOrNumber LeibnizX,                                            \
            ::leibniz::detail::TracedOrNumber LeibnizY,                                            \
            ::leibniz::detail::TracedOrNumber LeibnizZ>                                            \
  requires ::leibniz::detail::WithNumbers<LeibnizX, LeibnizY, LeibnizZ>                            \
  constexpr auto name(LeibnizX leibniz_x, LeibnizY leibniz_y, LeibnizZ leibniz_z) {                \
    return ::leibniz::call<name##_entry>(leibniz_x, leibniz_y, leibniz_z);                         \
  }

namespace detail {
/// Whether an X is a Y by itself, asked without instantiating anything.
template <class X, class Y> concept Converts = requires(X const& x, void (*take)(Y)) { take(x); };
/// A formula or a condition, and something that it is not converted to and no operator takes beside it.
template <class X, class Y>
concept Unfit = (FormulaOrCondition<X> || FormulaOrCondition<Y>) && !(Operand<X> && Operand<Y>) &&
                !Converts<X, Y> && !Converts<Y, X>;

/// Says why there is no such operator.
template <class X, class Y> constexpr after_error refuse_operands() {
  constexpr bool after = std::same_as<X, after_error> || std::same_as<Y, after_error>;
  if constexpr (std::same_as<X, traced> || std::same_as<Y, traced>)
    static_assert(never<X, Y>,
                  "leibniz: a formula beside a traced value: what lz::function is given computes "
                  "with its inputs, p[0], not with lz::variable objects");
  else if constexpr (Condition<X> || Condition<Y>)
    static_assert(never<X, Y>,
                  "leibniz: a condition in arithmetic: make it a formula, lz::where(x > 0, 1, 0)");
  else if constexpr (!after)
    static_assert(never<X, Y>,
                  "leibniz: beside a formula stands something else than a formula or a number: "
                  "of an array take an element, a[0]; a text is no operand");
  return {};
}
}  // namespace detail

/// A binary operator of traced scalars, one of which may be a number.
#define LEIBNIZ_TRACED_OPERATOR(symbol, name, result)                  \
  constexpr result operator symbol(traced const& x, traced const& y) { \
    return call<name##_entry>(x, y);                                   \
  }                                                                    \
  template <class X, std::same_as<traced> T>                           \
  requires detail::BuiltIn<X>                                          \
  constexpr result operator symbol(X x, T const& y) {                  \
    return call<name##_entry>(traced(static_cast<double>(x)), y);      \
  }                                                                    \
  template <std::same_as<traced> T, detail::BuiltIn Y>                 \
  constexpr result operator symbol(T const& x, Y y) {                  \
    return call<name##_entry>(x, traced(static_cast<double>(y)));      \
  }
/// The same, and of formulas; an error where one operand is none.
#define LEIBNIZ_OPERATOR_2(symbol, name, result)              \
  template <Operand X, Operand Y>                             \
  requires(Formula<X> || Formula<Y>)                          \
  constexpr auto operator symbol(X const& x, Y const& y) {    \
    return call<name##_entry>(x, y);                          \
  }                                                           \
  template <class X, detail::Unfit<X> Y>                      \
  requires(name##_entry::precedence > 1 || !Condition<X>)     \
  constexpr after_error operator symbol(X const&, Y const&) { \
    return detail::refuse_operands<X, Y>();                   \
  }                                                           \
  LEIBNIZ_TRACED_OPERATOR(symbol, name, result)

}  // namespace leibniz

LEIBNIZ_FRIENDS_END
