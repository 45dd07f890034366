// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/graph/traverse.hpp"

namespace leibniz::derive {

/// The graph of local partials: vertices are the nodes between the inputs and the outputs, then the inputs, then the
/// outputs; an edge holds ∂to/∂from. (Griewank, Walther: Evaluating Derivatives, 2008, 9.2)
struct partial_graph {
  struct edge {
    int from, to;
    int value;  ///< a node; −1: one, between an input or output and its node
  };
  int nodes = 0, inputs = 0, outputs = 0;
  buffer<edge> edges;

  constexpr int input(int k) const { return nodes + k; }
  constexpr int output(int k) const { return nodes + inputs + k; }
  constexpr int vertices() const { return nodes + inputs + outputs; }
};

/// Of what depends on one of `by` and has an output that depends on it. Complexity: linear.
template <class Builder>
constexpr partial_graph local_partials(Builder& g, buffer<int> const& outputs,
                                       buffer<int> const& by) {
  partial_graph result;
  int const last = graph::end_of(outputs);
  buffer<char> const active = graph::dependent_on(g, by, last);
  buffer<char> const needed = graph::needed_for(g, outputs);
  buffer<int> known(last, -1);
  int* const vertex = known.data();
  for (int i = 0; i < last; ++i)
    if (active[i] != 0 && needed[i] != 0) vertex[i] = result.nodes++;
  result.inputs = by.size();
  result.outputs = outputs.size();
  for (int k = 0; k < by.size(); ++k)
    if (by[k] < last && vertex[by[k]] >= 0)
      result.edges.push_back({result.input(k), vertex[by[k]], -1});
  for (int k = 0; k < outputs.size(); ++k)
    if (vertex[outputs[k]] >= 0) result.edges.push_back({vertex[outputs[k]], result.output(k), -1});
  chain_rule<Builder> rule(g, last);
  int const one = g.constant(integer(1));
  for (int i = 0; i < last; ++i) {
    if (vertex[i] < 0) continue;
    graph::node const n = g[i];  // a copy: the graph grows
    for (int k = 0, arity = n.arity(); k < arity; ++k) {
      int const operand = n.operand(k);
      if (operand < 0 || vertex[operand] < 0) continue;
      int const partial = rule.contribution(i, n, k, one);
      if (partial >= 0) result.edges.push_back({vertex[operand], vertex[i], partial});
    }
  }
  return result;
}

}  // namespace leibniz::derive
