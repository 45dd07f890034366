// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/graph/graph.hpp"

namespace leibniz {

/// What a program does at run time. A choice, a comparison, a sign or a square root is an operation of no other kind.
struct operation_count {
  int additions;        ///< and subtractions
  int multiplications;  ///< and squares
  int divisions;
  int calls;       ///< of the mathematical library
  int operations;  ///< all of these and the rest; loading inputs and constants is none
  int nodes;
};

namespace schedule {

/// Counts a graph whose nodes are all needed.
constexpr operation_count count(graph::view const& g) {
  operation_count result{};
  for (int i = 0; i < g.size.nodes; ++i) {
    function_info const* op = g.nodes[i].operation;
    ++result.nodes;
    if (op->arity == 0) continue;
    ++result.operations;
    if (is<add_entry>(*op) || is<subtract_entry>(*op)) ++result.additions;
    else if (is<multiply_entry>(*op) || is<square_entry>(*op)) ++result.multiplications;
    else if (is<divide_entry>(*op)) ++result.divisions;
    else if (op->call) ++result.calls;
  }
  return result;
}

}  // namespace schedule

}  // namespace leibniz
