// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "leibniz/base/array.hpp"
#include "leibniz/expression/record.hpp"

namespace leibniz::graph {

/// One operation of a graph. Operands come before the node that uses them, so the order of the nodes is an
/// order of evaluation.
struct node {
  function_info const* operation;
  int a, b,
      c;  ///< operands, −1 where there is none; of a leaf: `a` is its index among leaves of its kind
  unsigned traits;  ///< those of its operation and of its operands

  constexpr int operand(int k) const { return k == 0 ? a : k == 1 ? b : c; }
  constexpr int arity() const { return operation->arity; }
};

/// Where names stand in a graph.
struct sizes {
  int nodes, numbers, inputs, roots;
};

/// A graph as the stages read it, whoever owns it.
struct view {
  node const* nodes;
  number const* numbers;  ///< of the constant leaves
  std::string_view const*
      inputs;        ///< names of the variables and parameters, in order of first appearance
  int const* roots;  ///< the results
  sizes size;
  std::string_view ambiguous{};  ///< a let's name that stands for two formulas, which is an error

  constexpr node const& operator[](int i) const { return nodes[i]; }
  constexpr bool is_constant(int i) const { return *nodes[i].operation == operation::constant; }
  constexpr number const& value_of(int i) const { return numbers[nodes[i].a]; }
};

/// A graph of fixed size: what a constexpr stage leaves behind for the next.
template <int Nodes, int Numbers, int Inputs, int Roots> struct frozen {
  c_array<node, Nodes + 1> nodes;
  c_array<number, Numbers + 1> numbers;
  c_array<std::string_view, Inputs + 1> inputs;
  c_array<int, Roots + 1> roots;
  sizes size;
  std::string_view ambiguous;

  constexpr graph::view view() const { return {nodes, numbers, inputs, roots, size, ambiguous}; }
};

/// Copies a graph into one of a given size, which must suffice.
template <int Nodes, int Numbers, int Inputs, int Roots>
constexpr frozen<Nodes, Numbers, Inputs, Roots> freeze(view const& from) {
  frozen<Nodes, Numbers, Inputs, Roots> to{};
  for (int i = 0; i < from.size.nodes; ++i) to.nodes[i] = from.nodes[i];
  for (int i = 0; i < from.size.numbers; ++i) to.numbers[i] = from.numbers[i];
  for (int i = 0; i < from.size.inputs; ++i) to.inputs[i] = from.inputs[i];
  for (int i = 0; i < from.size.roots; ++i) to.roots[i] = from.roots[i];
  to.size = from.size;
  to.ambiguous = from.ambiguous;
  return to;
}

namespace detail {

/// A graph that was attempted with a guessed capacity; too large a one is only counted. It is an argument, not
/// a local variable made by the stage: Clang would evaluate that once more to see whether it is a constant.
template <int Capacity> constexpr auto attempt(view const& v) {
  bool fits =
      v.size.nodes <= Capacity && v.size.numbers <= 64 && v.size.inputs <= 64 && v.size.roots <= 64;
  view empty{nullptr, nullptr, nullptr, nullptr, {0, 0, 0, 0}, {}};
  auto result = freeze<Capacity, 64, 64, 64>(fits ? v : empty);
  result.size = v.size;
  return result;
}

}  // namespace detail

/// The result of a constexpr stage as a constant of just the right size. `Stage::run()` returns a graph
/// owner; `Guess` is how many nodes it probably has: a right guess saves a second evaluation.
template <class Stage, int Guess> struct evaluated {
  static constexpr int capacity = Guess < 64 ? 64 : Guess;
  static constexpr auto first = detail::attempt<capacity>(Stage::run().view());
  static constexpr sizes size = first.size;
  static constexpr bool fits =
      size.nodes <= capacity && size.numbers <= 64 && size.inputs <= 64 && size.roots <= 64;
  static constexpr auto make() {
    if constexpr (fits)
      return freeze<size.nodes, size.numbers, size.inputs, size.roots>(first.view());
    else return freeze<size.nodes, size.numbers, size.inputs, size.roots>(Stage::run().view());
  }
  static constexpr auto value = make();
};

}  // namespace leibniz::graph
