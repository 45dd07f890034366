// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/partial_graph.hpp"

namespace leibniz::derive {

/// Vertex elimination: one node of the graph of local partials after another is replaced by edges from what it depends on
/// to what depends on it, until edges from inputs to outputs are left. What an edge's value is, `Arithmetic` says: nodes
/// of a graph, or numbers that are counted only. (Griewank, Walther: Evaluating Derivatives, 2008, chapter 9)
///
/// Complexity: of one node, linear in the products formed and in the edges out of what it depends on.
template <class Arithmetic> class elimination {
 public:
  constexpr elimination(Arithmetic& arithmetic_in, partial_graph const& from_in)
      : arithmetic_(arithmetic_in), known_(from_in.vertices(), -1) {
    int const vertices = from_in.vertices();
    vertices_.reserve(vertices);
    edges_.reserve(4 * from_in.edges.size());
    for (int i = 0; i < vertices; ++i) vertices_.push_back({-1, -1, 0, 0, false});
    for (partial_graph::edge const& e : from_in.edges) {
      int const value = arithmetic_.partial(e.value), known = find(e.from, e.to);
      if (known < 0) add_edge(e.from, e.to, value, e.value >= 0);
      else add_to(known, value);
    }
  }

  constexpr void eliminate(int v) {
    vertex* const vertices = vertices_.data();
    int* const known = known_.data();
    vertices[v].gone = true;
    int const first_out = vertices[v].first_out;
    bool const marked = vertices[v].out > 2;
    for (int in = vertices[v].first_in; in >= 0;) {
      edge const into = edges_.data()[in];  // a copy: the array grows
      in = into.next_in;
      remove_out(into.from, v);
      if (marked) mark(into.from);
      for (int out = first_out; out >= 0;) {
        edge const from = edges_.data()[out];
        out = from.next_out;
        int const value = arithmetic_.product(into.value, into.local, from.value);
        if (arithmetic_.is_zero(value)) continue;
        int const joined = marked ? known[from.to] : find(into.from, from.to);
        if (joined >= 0) add_to(joined, value);
        else add_edge(into.from, from.to, value, false);
      }
      if (marked) unmark(into.from);
    }
    edge const* const edges = edges_.data();
    for (int out = first_out; out >= 0; out = edges[out].next_out) remove_in(edges[out].to, v);
  }

  constexpr bool is_gone(int v) const { return vertices_[v].gone; }
  /// The number of paths of two edges through a node.
  constexpr int paths(int v) const { return vertices_[v].in * vertices_[v].out; }
  /// How many of them join two vertices that no edge joins yet.
  constexpr int fill(int v) {
    edge const* const edges = edges_.data();
    vertex const* const vertices = vertices_.data();
    int* const known = known_.data();
    int joined = 0;
    for (int out = vertices[v].first_out; out >= 0; out = edges[out].next_out)
      known[edges[out].to] = out;
    for (int in = vertices[v].first_in; in >= 0; in = edges[in].next_in)
      for (int e = vertices[edges[in].from].first_out; e >= 0; e = edges[e].next_out)
        if (known[edges[e].to] >= 0) ++joined;
    for (int out = vertices[v].first_out; out >= 0; out = edges[out].next_out)
      known[edges[out].to] = -1;
    return paths(v) - joined;
  }
  /// Calls `visit` with what had an edge to or from a node; also after it was eliminated.
  template <class Visit> constexpr void for_neighbours(int v, Visit visit) const {
    edge const* const edges = edges_.data();
    for (int in = vertices_[v].first_in; in >= 0; in = edges[in].next_in) visit(edges[in].from);
    for (int out = vertices_[v].first_out; out >= 0; out = edges[out].next_out)
      visit(edges[out].to);
  }

  /// What is left between outputs and inputs, of pairs of row and column; −1 where there is no edge.
  constexpr buffer<int> entries(partial_graph const& of, buffer<int> const& pairs) const {
    buffer<int> result;
    result.reserve(pairs.size() / 2);
    for (int k = 0; k < pairs.size(); k += 2) {
      int const e = find(of.input(pairs[k + 1]), of.output(pairs[k]));
      result.push_back(e < 0 ? -1 : edges_[e].value);
    }
    return result;
  }

 private:
  struct edge {
    int from, to, value;
    int next_in, next_out;  // the lists of edges into `to` and out of `from`
    bool local;             // a partial of one operation, no sum of products
  };
  struct vertex {
    int first_in, first_out, in, out;
    bool gone;
  };

  constexpr void add_edge(int from, int to, int value, bool local) {
    vertex* const vertices = vertices_.data();
    edges_.push_back({from, to, value, vertices[to].first_in, vertices[from].first_out, local});
    vertices[to].first_in = vertices[from].first_out = edges_.size() - 1;
    ++vertices[to].in;
    ++vertices[from].out;
  }
  constexpr void add_to(int known, int value) {
    edge& e = edges_.data()[known];
    e.value = arithmetic_.sum(e.value, value);
    e.local = false;
  }
  constexpr int find(int from, int to) const {
    edge const* const edges = edges_.data();
    vertex const &source = vertices_.data()[from], &target = vertices_.data()[to];
    if (source.out < target.in) {
      for (int e = source.first_out; e >= 0; e = edges[e].next_out)
        if (edges[e].to == to) return e;
    } else {
      for (int e = target.first_in; e >= 0; e = edges[e].next_in)
        if (edges[e].from == from) return e;
    }
    return -1;
  }
  /// Notes the edges out of a vertex, by where they lead.
  constexpr void mark(int from) {
    for (int e = vertices_[from].first_out; e >= 0; e = edges_[e].next_out)
      known_[edges_[e].to] = e;
  }
  constexpr void unmark(int from) {
    edge const* const edges = edges_.data();
    int* const known = known_.data();
    for (int e = vertices_[from].first_out; e >= 0; e = edges[e].next_out) known[edges[e].to] = -1;
  }
  constexpr void remove_out(int from, int v) {
    edge* const edges = edges_.data();
    vertex& at = vertices_.data()[from];
    int* link = &at.first_out;
    while (edges[*link].to != v) link = &edges[*link].next_out;
    *link = edges[*link].next_out;
    --at.out;
  }
  constexpr void remove_in(int to, int v) {
    edge* const edges = edges_.data();
    vertex& at = vertices_.data()[to];
    int* link = &at.first_in;
    while (edges[*link].from != v) link = &edges[*link].next_in;
    *link = edges[*link].next_in;
    --at.in;
  }

  Arithmetic& arithmetic_;
  buffer<vertex> vertices_;
  buffer<edge> edges_;
  buffer<int> known_;  // of the vertex looked at: its edge to each vertex; −1: none
};

/// Values of edges that are nodes of a graph, of which the first `computed_in` are computed in any case.
template <class Builder> class forming {
 public:
  constexpr forming(Builder& builder_in, int computed_in)
      : g_(builder_in), rule_(builder_in, computed_in), one_(builder_in.constant(integer(1))) {}
  constexpr int partial(int value) const { return value < 0 ? one_ : value; }
  constexpr int product(int into, bool local, int out) {
    return local ? rule_.product(out, into) : rule_.product(into, out);
  }
  constexpr int sum(int a, int b) { return derive::sum(g_, a, b); }
  constexpr bool is_zero(int value) const { return g_.is_constant(value, 0); }

 private:
  Builder& g_;
  chain_rule<Builder> rule_;
  int one_;
};

}  // namespace leibniz::derive
