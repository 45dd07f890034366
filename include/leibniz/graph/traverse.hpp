// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/buffer.hpp"
#include "leibniz/graph/graph.hpp"

// Walks over a graph, a builder or a view, that several stages share. Operands stand before what uses them, so one pass
// suffices. Complexity: linear.

namespace leibniz::graph {

/// One more than the last of some nodes; 0 of none.
constexpr int end_of(buffer<int> const& nodes) {
  int end = 0;
  for (int i : nodes) end = i < end ? end : i + 1;
  return end;
}

/// Marks what some nodes are computed from, themselves included; what only nodes up to `first` need is left out.
/// A root of -1 is none.
template <class Graph> constexpr buffer<char> needed_for(Graph const& g, buffer<int> const& roots,
                                                         int first = -1) {
  int const end = end_of(roots);
  buffer<char> result(end);
  char* const needed = result.data();
  for (int r : roots)
    if (r >= 0) needed[r] = 1;
  for (int i = end - 1; i > first; --i) {
    if (needed[i] == 0) continue;
    node const& n = g[i];
    if (n.arity() == 0) continue;
    if (n.a >= 0) needed[n.a] = 1;
    if (n.b >= 0) needed[n.b] = 1;
    if (n.c >= 0) needed[n.c] = 1;
  }
  return result;
}

/// Marks, among all nodes, what the first `values` roots of a graph are computed from, and what conditions compare: a
/// choice is decided by values as they were written, whatever is asked for.
constexpr buffer<char> needed_for_values(view const& g, int values) {
  buffer<int> roots;
  for (int r = 0; r < values; ++r) roots.push_back(g.roots[r]);
  for (int i = 0; i < g.size.nodes; ++i)
    if (g.nodes[i].operation->condition) roots.push_back(i);
  buffer<char> result = needed_for(g, roots);
  result.resize(g.size.nodes, 0);
  return result;
}

/// Marks, among the first `end` nodes, what depends on some nodes, themselves included.
template <class Graph> constexpr buffer<char> dependent_on(Graph const& g, buffer<int> const& by,
                                                           int end) {
  buffer<char> result(end);
  char* const dependent = result.data();
  for (int i : by)
    if (i < end) dependent[i] = 1;
  for (int i = 0; i < end; ++i) {
    node const& n = g[i];
    if (dependent[i] == 0 && n.arity() > 0)
      dependent[i] = (n.a >= 0 ? dependent[n.a] : 0) | (n.b >= 0 ? dependent[n.b] : 0) |
                     (n.c >= 0 ? dependent[n.c] : 0);
  }
  return result;
}

/// Whether the operands of a node became themselves.
constexpr bool same_operands(node const& n, buffer<int> const& became) {
  for (int k = 0; k < n.arity(); ++k)
    if (n.operand(k) >= 0 && became[n.operand(k)] != n.operand(k)) return false;
  return true;
}
/// The operation of a node, applied to what its operands became.
template <class Builder> constexpr int apply_to(Builder& to, node const& n,
                                                buffer<int> const& became) {
  int const* const of = became.data();
  return to.apply(*n.operation, of[n.a], n.b < 0 ? -1 : of[n.b], n.c < 0 ? -1 : of[n.c]);
}

}  // namespace leibniz::graph
