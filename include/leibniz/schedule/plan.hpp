// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/base/array.hpp"
#include "leibniz/graph/graph.hpp"

namespace leibniz::schedule {

/// One step of the emitted code: an operation, the slot of its result, the slots of its operands.
/// Conditions live in slots of their own.
struct step {
  std::uint64_t operation;
  int result, a, b, c;
};

/// What emission consumes: steps in order, where each result ends up, and how many slots there are.
template <int Steps, int Roots> struct plan {
  static constexpr int step_count = Steps, parts = 1;
  c_array<step, Steps + 1> steps;
  c_array<int, Roots + 1> roots;  ///< the slot of each root
  c_array<int, Roots + 1> done;   ///< the step that computes it
  int values, conditions;
};

/// Plans a graph whose nodes are all needed, in the order in which they stand.
/// Complexity: linear.
template <int Steps, int Roots> constexpr plan<Steps, Roots> make_plan(graph::view const& from) {
  plan<Steps, Roots> result{};
  c_array<int, Steps + 1> slots{};
  for (int i = 0; i < Steps; ++i) {
    graph::node const& n = from.nodes[i];
    slots[i] = n.operation->condition ? result.conditions++ : result.values++;
    bool leaf = n.arity() == 0;
    result.steps[i] = {n.operation->id, slots[i], leaf ? n.a : slots[n.a], n.b < 0 ? 0 : slots[n.b],
                       n.c < 0 ? 0 : slots[n.c]};
  }
  for (int r = 0; r < Roots; ++r) {
    result.roots[r] = slots[from.roots[r]];
    result.done[r] = from.roots[r];
  }
  return result;
}

}  // namespace leibniz::schedule
