// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/base/diagnose.hpp"
#include "leibniz/emit/replay.hpp"
#include "leibniz/emit/same.hpp"
#include "leibniz/emit/scalar_of.hpp"
#include "leibniz/expression/argument.hpp"

namespace leibniz::emit {

/// How often each input of a graph is read.
template <auto const& Graph> constexpr bool reads(int input) {
  for (int i = 0; i < Graph.size.nodes; ++i)
    if (Graph.nodes[i].operation->is_input() && Graph.nodes[i].a == input) return true;
  return false;
}

template <auto const& Names, int I>
inline constexpr auto name_of = fixed_string<Names.inputs[I].size() + 1>(Names.inputs[I]);

/// The position of the argument that is called `name`; −1: there is none, −2: there are several.
template <class... Arguments> constexpr int position_of([[maybe_unused]] std::string_view name) {
  int found = -1, at = 0;
  ((found = Arguments::name.view() == name ? (found == -1 ? at : -2) : found, ++at), ...);
  return found;
}

/// Directions and adjoints are arguments of these names, too (direction.hpp).
template <fixed_string Name>
inline constexpr bool is_direction = Name.view().starts_with("direction of ");
template <fixed_string Name>
inline constexpr bool is_adjoint = Name.view().starts_with("adjoint ");

/// What to write for an input that a call lacks.
template <fixed_string Name> constexpr auto how_to_add() {
  if constexpr (is_direction<Name>) return fixed_string("add lz::direction(x = 1.0, ...)");
  else if constexpr (is_adjoint<Name>) return fixed_string("add one in lz::adjoint(1.0, ...)");
  else return fixed_string("add `name = value` to the call");
}
/// Why there is no such input.
template <fixed_string Name> constexpr auto why_unknown() {
  if constexpr (is_direction<Name>) return fixed_string("name it in wrt(...), too");
  else if constexpr (is_adjoint<Name>) return fixed_string("one for each formula, from 0");
  else return fixed_string("the formula has no such variable");
}

template <auto const& Graph, int I, class... Arguments> constexpr void check_input() {
  constexpr int at = position_of<Arguments...>(Graph.inputs[I]);
  if constexpr (at == -2)
    diagnose<"argument given twice:", name_of<Graph, I>, "keep one of the two">();
  if constexpr (at == -1 && reads<Graph>(I))
    diagnose<"argument missing:", name_of<Graph, I>, how_to_add<name_of<Graph, I>>()>();
}

template <auto const& Graph> constexpr bool knows(std::string_view name) {
  for (int i = 0; i < Graph.size.inputs; ++i)
    if (Graph.inputs[i] == name) return true;
  return false;
}

template <auto const& Source, class Argument> constexpr void check_argument() {
  if constexpr (!knows<Source>(Argument::name.view()))
    diagnose<"unknown argument:", Argument::name, why_unknown<Argument::name>()>();
}

/// Whether an argument has a name and a number as its value.
template <class A> constexpr bool has_value() {
  if constexpr (!Argument<A>) return false;
  else if constexpr (FormulaOrCondition<typename A::value_type>)
    return diagnose<"argument is a formula:", A::name, "use lz::substitute(f, x = ...)">();
  else return true;
}

template <auto const& Graph, class... Arguments, int... I>
constexpr void check_arguments(std::integer_sequence<int, I...>) {
  (check_argument<Graph, Arguments>(), ...);
  (check_input<Graph, I, Arguments...>(), ...);
}

/// The value of one input: of the argument of that name, else anything, since nobody reads it.
template <class T, int At> LEIBNIZ_INLINE T pick() { return T(); }
template <class T, int At, class First, class... More>
LEIBNIZ_INLINE T pick(First const& first, More const&... more) {
  if constexpr (At == 0) return static_cast<T>(first.value);
  else return pick<T, At - 1>(more...);
}

template <class T> inline constexpr bool is_array_view = false;
template <class E, long Extent> inline constexpr bool is_array_view<array_view<E, Extent>> = true;

/// Whether an argument is a number; if it is an array, for lz::map, or an expression of another library, an error.
template <class A> constexpr bool is_one_point() {
  if constexpr (is_same_point<typename A::value_type>)
    return diagnose<"lz::same is for lz::map:", A::name, "write the value alone">();
  else if constexpr (is_array_view<typename A::value_type> || OfDynamicSize<typename A::value_type>)
    return diagnose<"argument is an array:", A::name, "use lz::map(f, x = ..., lz::out())">();
  else if constexpr (!std::is_default_constructible_v<typename A::value_type>)
    return diagnose<"argument is not computed yet:", A::name, "end the expression with .eval()">();
  else return true;
}

/// Runs a program on named arguments and hands its slots to `use`.
template <class Program, class T, class Use, int... I, class... Arguments>
LEIBNIZ_INLINE auto run_named(double const* literals, Use const& use,
                              std::integer_sequence<int, I...>, Arguments const&... arguments) {
  T const inputs[] = {pick<T, position_of<Arguments...>(Program::graph.inputs[I])>(arguments...)...,
                      T()};
  return run<Program, T>(use, inputs, literals, parts_of<Program>{});
}

template <class Program, class Use, class... Arguments>
LEIBNIZ_INLINE auto call_flat(double const* literals, Use const& use,
                              Arguments const&... arguments) {
  constexpr bool named = ((Argument<Arguments> || std::is_same_v<Arguments, after_error>) && ...);
  static_assert(
      named,
      "leibniz: an argument has no name: write f(x = 2.0, y = 5.0) with the variables of the formula; "
      "where a number of yours is called x, it hides the variable in f(x = x): rename it");
  if constexpr (!(has_value<Arguments>() && ...)) {
    return use(slots<Program, double>{});  // after an error
  } else {
    constexpr auto inputs = std::make_integer_sequence<int, Program::graph.size.inputs>{};
    check_arguments<Program::graph, Arguments...>(inputs);
    if constexpr (TakesArrays<Use>) {
      return use.template of_formula<Program>(literals, inputs, arguments...);
    } else if constexpr (!(is_one_point<Arguments>() && ...)) {
      return use(slots<Program, double>{});  // after an error
    } else {
      using T = scalar_of_call<typename Arguments::value_type...>;
      return run_named<Program, T>(literals, use, inputs, arguments...);
    }
  }
}

/// Arguments that come together, such as the components of a direction.
template <class... Arguments> struct argument_group {
  std::tuple<Arguments...> arguments;
};
template <class T> inline constexpr bool is_group = false;
template <class... Arguments> inline constexpr bool is_group<argument_group<Arguments...>> = true;

template <class A> LEIBNIZ_INLINE auto ungrouped(A const& a) { return std::tuple<A const&>(a); }
template <class... As> LEIBNIZ_INLINE auto ungrouped(argument_group<As...> const& group) {
  return group.arguments;
}

/// Runs a program on named arguments, some of which may come in groups.
template <class Program, class Use, class... Arguments>
LEIBNIZ_INLINE auto call_named(double const* literals, Use const& use,
                               Arguments const&... arguments) {
  if constexpr ((is_group<Arguments> || ...)) {
    return std::apply(
        [&](auto const&... leibniz_flat) {  // no name of the user's: GCC's -Wshadow
          return call_flat<Program>(literals, use, leibniz_flat...);
        },
        std::tuple_cat(ungrouped(arguments)...));
  } else {
    return call_flat<Program>(literals, use, arguments...);
  }
}

}  // namespace leibniz::emit
