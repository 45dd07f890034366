// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/buffer.hpp"
#include "leibniz/graph/graph.hpp"

namespace leibniz::schedule {

/// Whether a step's result takes a place; constants and plain numbers are part of the code.
constexpr bool takes_place(function_info const& operation) {
  return operation.arity > 0 || operation.is_input();
}

/// The most places that are taken at once when a graph is computed node by node: by an input from where it is first
/// read, by a result (a truth value too) from where it is computed, to the last use. A result may take the place of an
/// operand that it is the last to use; what only the caller wants takes a place while it is computed.
/// Complexity: linear.
constexpr int live_values(graph::view const& g) {
  buffer<int> last_use(g.size.nodes, -1);
  for (int i = 0; i < g.size.nodes; ++i)
    for (int k = 0; k < g.nodes[i].arity(); ++k) last_use[g.nodes[i].operand(k)] = i;
  int live = 0, most = 0;
  for (int i = 0; i < g.size.nodes; ++i) {
    graph::node const& n = g.nodes[i];
    if (!takes_place(*n.operation)) continue;
    for (int k = 0; k < n.arity(); ++k) {
      int const x = n.operand(k);
      if (last_use[x] != i || !takes_place(*g.nodes[x].operation)) continue;
      last_use[x] = -1;  // an operand may stand twice
      --live;
    }
    if (live + 1 > most) most = live + 1;
    if (last_use[i] > i) ++live;
  }
  return most;
}

}  // namespace leibniz::schedule
