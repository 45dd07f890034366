// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/derive/order.hpp"
#include "leibniz/graph/traverse.hpp"

namespace leibniz::derive {

/// A Jacobian by vertex elimination: the graph of local partials, in which one node after another is replaced by edges
/// from what it depends on to what depends on it, until edges from inputs to outputs are left. (Griewank, Walther:
/// Evaluating Derivatives, 2008, chapters 9 and 10; Markowitz, Management Science 3, 1957)
///
/// Complexity: linear in the products formed; each changes the place of the node's neighbours in the queue.
template <class Builder> class elimination {
 public:
  constexpr elimination(Builder& builder_in, buffer<int> const& outputs_in,
                        buffer<int> const& by_in)
      : g_(builder_in), rule_(builder_in, graph::end_of(outputs_in)), inputs_(by_in.size()) {
    int const last = graph::end_of(outputs_in);
    buffer<int> vertex_of(last, -1);
    find_active(outputs_in, by_in, last, vertex_of);
    for (int i = 0; i < by_in.size(); ++i) add_vertex();
    for (int i = 0; i < outputs_in.size(); ++i) add_vertex();
    int const one = g_.constant(integer(1));
    for (int i = 0; i < by_in.size(); ++i)
      if (by_in[i] < last && vertex_of[by_in[i]] >= 0)
        add_edge(nodes_ + i, vertex_of[by_in[i]], one, false);
    for (int i = 0; i < outputs_in.size(); ++i)
      if (vertex_of[outputs_in[i]] >= 0)
        add_edge(vertex_of[outputs_in[i]], nodes_ + inputs_ + i, one, false);
    for (int i = 0; i < last; ++i) {
      if (vertex_of[i] < 0) continue;
      for (int k = 0; k < g_[i].arity(); ++k) {
        int const operand = g_[i].operand(k);
        if (operand < 0 || vertex_of[operand] < 0) continue;
        int const partial = rule_.partial(i, k);
        if (partial >= 0) join(vertex_of[operand], vertex_of[i], partial, true);
      }
    }
  }

  /// Eliminates every node, the cheapest first.
  constexpr void run(order by) {
    by_ = by;
    for (int v = 0; v < nodes_; ++v) enqueue(v);
    for (int v = next(); v >= 0; v = next()) eliminate(v);
  }

  /// ∂output/∂input once all is eliminated; −1: zero.
  constexpr int entry(int output, int input) const {
    int const e = find(nodes_ + input, nodes_ + inputs_ + output);
    return e < 0 ? -1 : edges_[e].value;
  }

 private:
  struct edge {
    int from, to, value;
    int next_in, next_out;  // the lists of edges into `to` and out of `from`
    bool local;             // a partial of one operation, no sum of products
  };
  struct vertex {
    int first_in, first_out, in, out;
    int cost;
    bool gone;
  };
  struct queued {
    int vertex, cost, next;
  };

  /// The vertices: what depends on an input and has an output that depends on it.
  constexpr void find_active(buffer<int> const& outputs, buffer<int> const& by, int last,
                             buffer<int>& vertex_of) {
    buffer<char> const active = graph::dependent_on(g_, by, last);
    buffer<char> const needed = graph::needed_for(g_, outputs);
    for (int i = 0; i < last; ++i) {
      if (active[i] == 0 || needed[i] == 0) continue;
      vertex_of[i] = nodes_++;
      add_vertex();
    }
  }

  constexpr void add_vertex() { vertices_.push_back({-1, -1, 0, 0, -1, false}); }
  constexpr void add_edge(int from, int to, int value, bool local) {
    edges_.push_back({from, to, value, vertices_[to].first_in, vertices_[from].first_out, local});
    vertices_[to].first_in = vertices_[from].first_out = edges_.size() - 1;
    ++vertices_[to].in;
    ++vertices_[from].out;
  }
  /// Adds to an edge, or makes it.
  constexpr void join(int from, int to, int value, bool local) {
    int const known = find(from, to);
    if (known < 0) {
      add_edge(from, to, value, local);
    } else {
      edges_[known].value = sum(g_, edges_[known].value, value);
      edges_[known].local = false;
    }
  }
  constexpr int find(int from, int to) const {
    if (vertices_[from].out < vertices_[to].in) {
      for (int e = vertices_[from].first_out; e >= 0; e = edges_[e].next_out)
        if (edges_[e].to == to) return e;
    } else {
      for (int e = vertices_[to].first_in; e >= 0; e = edges_[e].next_in)
        if (edges_[e].from == from) return e;
    }
    return -1;
  }

  constexpr int product(edge const& into, edge const& out) {
    return into.local ? rule_.product(out.value, into.value) : rule_.product(into.value, out.value);
  }

  constexpr void eliminate(int v) {
    vertices_[v].gone = true;
    for (int in = vertices_[v].first_in; in >= 0; in = edges_[in].next_in)
      for (int out = vertices_[v].first_out; out >= 0; out = edges_[out].next_out) {
        int const value = product(edges_[in], edges_[out]);
        if (g_.is_constant(value, 0)) continue;
        join(edges_[in].from, edges_[out].to, value, false);
      }
    for (int in = vertices_[v].first_in; in >= 0; in = edges_[in].next_in)
      remove_out(edges_[in].from, v);
    for (int out = vertices_[v].first_out; out >= 0; out = edges_[out].next_out)
      remove_in(edges_[out].to, v);
    for (int in = vertices_[v].first_in; in >= 0; in = edges_[in].next_in) enqueue(edges_[in].from);
    for (int out = vertices_[v].first_out; out >= 0; out = edges_[out].next_out)
      enqueue(edges_[out].to);
  }
  constexpr void remove_out(int from, int v) {
    int* link = &vertices_[from].first_out;
    while (edges_[*link].to != v) link = &edges_[*link].next_out;
    *link = edges_[*link].next_out;
    --vertices_[from].out;
  }
  constexpr void remove_in(int to, int v) {
    int* link = &vertices_[to].first_in;
    while (edges_[*link].from != v) link = &edges_[*link].next_in;
    *link = edges_[*link].next_in;
    --vertices_[to].in;
  }

  /// What eliminating a node costs now.
  constexpr int cost_of(int v) const {
    vertex const& at = vertices_[v];
    int const paths = at.in * at.out;
    if (by_ == order::markowitz || paths > largest_counted) return 4 * paths;
    int fill = 0;
    for (int in = at.first_in; in >= 0; in = edges_[in].next_in)
      for (int out = at.first_out; out >= 0; out = edges_[out].next_out)
        fill += find(edges_[in].from, edges_[out].to) < 0 ? 1 : 0;
    return 4 * fill + (paths > fill ? 1 : 0);
  }

  // A queue of buckets by cost; what changed its cost is entered again, and the old entry skipped.
  static constexpr int buckets = 256;
  static constexpr int largest_counted = 64;
  constexpr void enqueue(int v) {
    if (v >= nodes_ || vertices_[v].gone) return;
    int const cost = cost_of(v);
    if (cost == vertices_[v].cost) return;
    vertices_[v].cost = cost;
    int const b = cost < buckets ? cost : buckets - 1;
    queue_.push_back({v, cost, first_[b]});
    first_[b] = queue_.size() - 1;
    if (b < lowest_) lowest_ = b;
  }
  constexpr int next() {
    for (; lowest_ < buckets; ++lowest_)
      while (first_[lowest_] >= 0) {
        queued const top = queue_[first_[lowest_]];
        first_[lowest_] = top.next;
        if (!vertices_[top.vertex].gone && vertices_[top.vertex].cost == top.cost)
          return top.vertex;
      }
    return -1;
  }

  Builder& g_;
  chain_rule<Builder> rule_;
  int inputs_;
  int nodes_ = 0;
  order by_ = order::markowitz;
  buffer<vertex> vertices_;
  buffer<edge> edges_;
  buffer<queued> queue_;
  buffer<int> first_ = buffer<int>(buckets, -1);
  int lowest_ = buckets;
};

}  // namespace leibniz::derive
