// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/buffer.hpp"
#include "leibniz/graph/builder.hpp"
#include "leibniz/graph/traverse.hpp"
#include "leibniz/schedule/live.hpp"

namespace leibniz::schedule {

/// Copies a graph whose nodes are all needed so that each stands right before what first uses it: from the last root
/// on, of the operands the one first that keeps the most values. (Sethi, Ullman, Journal of the ACM 17, 1970, for
/// trees) Complexity: linear.
constexpr void depth_first(graph::builder& to, graph::view const& from) {
  int const n = from.size.nodes;
  buffer<int> keeps(n, 0), became(n, -1), stack;
  for (int i = 0; i < n; ++i) {
    graph::node const& node = from.nodes[i];
    int most = takes_place(*node.operation) ? 1 : 0;
    for (int k = 0; k < node.arity(); ++k) {
      int others = 0;  // operands that are done before this one
      for (int j = 0; j < node.arity(); ++j) {
        int const a = keeps[node.operand(j)], b = keeps[node.operand(k)];
        if (a > b || (a == b && j < k)) ++others;
      }
      if (keeps[node.operand(k)] + others > most) most = keeps[node.operand(k)] + others;
    }
    keeps[i] = most;
  }
  to.copy_inputs(from);
  for (int r = from.size.roots - 1; r >= 0; --r) {
    stack.push_back(from.roots[r]);
    while (!stack.empty()) {
      int const i = stack.back(), height = stack.size();
      graph::node const& node = from.nodes[i];
      for (int k = 0; k < node.arity() && became[i] < 0; ++k) {
        int const x = node.operand(k);
        if (became[x] >= 0) continue;
        stack.push_back(x);  // by ascending need: the last is done first
        for (int s = stack.size() - 1; s > height && keeps[stack[s - 1]] > keeps[stack[s]]; --s) {
          int const needier = stack[s - 1];
          stack[s - 1] = stack[s];
          stack[s] = needier;
        }
      }
      if (stack.size() > height) continue;
      stack.pop_back();
      if (became[i] >= 0) continue;
      became[i] = node.arity() == 0 ? to.leaf(from, i) : graph::apply_to(to, node, became);
    }
  }
  for (int r = 0; r < from.size.roots; ++r) to.root(became[from.roots[r]]);
}

/// The graph as derived, or depth first where that keeps less than half of the values at once. What registers hold, and
/// what gains little, stays as it is.
constexpr graph::builder fewest_live_values(graph::builder&& derived) {
  constexpr int registers = 16;
  int const kept = live_values(derived.view());
  if (kept > registers) {
    graph::builder reordered;
    depth_first(reordered, derived.view());
    if (2 * live_values(reordered.view()) < kept) return reordered;
  }
  return static_cast<graph::builder&&>(derived);
}

}  // namespace leibniz::schedule
