// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/hana/fwd/core/tag_of.hpp>
#include <boost/hana/tuple.hpp>
#include <utility>

#include "leibniz/emit/bind.hpp"
#include "leibniz/emit/program.hpp"
#include "leibniz/expression/wrt.hpp"

namespace leibniz {

namespace emit {

/// The variables (not the parameters) that a program's formula is written in, by order of first appearance.
template <auto const& Graph> struct variable_indices {
  struct list {
    int at[Graph.size.inputs + 1];
    int count;
  };
  static constexpr list find() {
    list result{};
    for (int i = 0; i < Graph.size.nodes; ++i)
      if (*Graph.nodes[i].operation == operation::variable)
        result.at[result.count++] = Graph.nodes[i].a;
    return result;
  }
  static constexpr list value = find();
};

template <auto const& Graph, template <class...> class List, int... I>
constexpr auto list_variables(std::integer_sequence<int, I...>) {
  return List<variable<name_of<Graph, variable_indices<Graph>::value.at[I]>>...>{};
}
template <template <class...> class List, Formula... Fs> constexpr auto variables_as() {
  using lowered = formula_source<sizeof...(Fs), wrt_list<>, Fs...>;
  return list_variables<lowered::graph, List>(
      std::make_integer_sequence<int, variable_indices<lowered::graph>::value.count>{});
}

}  // namespace emit

/// The variables of a formula as a hana::tuple, in order of first appearance; parameters are not variables.
template <class F> constexpr auto variables_of(F const&) {
  if constexpr (!detail::require_formula<F>()) return after_error{};
  else return emit::variables_as<boost::hana::tuple, F>();
}

/// Whether a variable, parameter or let occurs in a formula.
template <Formula F, Formula X> constexpr bool depends_on(F const&, X const&) {
  using source = emit::formula_source<2, wrt_list<>, F, X>;
  constexpr auto lowered = emit::derived<source, emit::request::values>::value.view();
  buffer<char> const reached =
      graph::dependent_on(lowered, buffer<int>(1, lowered.roots[1]), lowered.size.nodes);
  return reached[lowered.roots[0]] != 0;
}

template <class F, class X> constexpr bool depends_on(F const&, X const&) {
  if constexpr (detail::require_formula<F>() && detail::require_formula<X>()) {}
  return false;
}

/// Whether a formula has no variables and no parameters.
template <Formula F> constexpr bool is_constant(F const&) {
  using program = emit::value_program<emit::formula_source<1, wrt_list<>, F>>;
  for (int i = 0; i < program::graph.size.nodes; ++i)
    if (program::graph.nodes[i].operation->is_input()) return false;
  return true;
}

}  // namespace leibniz
