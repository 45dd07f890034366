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
    if (*op == info_of<add_entry> || *op == info_of<subtract_entry>) ++result.additions;
    else if (*op == info_of<multiply_entry> || *op == info_of<square_entry>)
      ++result.multiplications;
    else if (*op == info_of<divide_entry>) ++result.divisions;
    else if (op->call) ++result.calls;
  }
  return result;
}

}  // namespace schedule

}  // namespace leibniz
