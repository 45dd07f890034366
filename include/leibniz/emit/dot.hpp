// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/gradient.hpp"
#include "leibniz/emit/text.hpp"

namespace leibniz {

namespace emit {

/// Values and adjoints of every node of a formula's graph: roots are all values, then ∂f/∂node for all nodes.
template <class F> struct node_stages {
  using source = formula_source<1, wrt_list<>, F>;
  static constexpr auto const& expanded = emit::derived<source, request::values>::value;
  struct stage {
    static constexpr auto run() {
      simplification::rewriting_builder g(validity::always);
      derive::expansion image(g, expanded.view());
      buffer<int> by, adjoints;
      for (int i = 0; i < expanded.size.nodes; ++i) by.push_back(image[i]);
      g.allow(validity::finite);
      derive::reverse(g, image[expanded.roots[0]], by, adjoints);
      for (int i : by) g.root(expanded.nodes[i].operation->condition ? by[expanded.roots[0]] : i);
      for (int adjoint : adjoints) g.root(adjoint < 0 ? g.constant(integer(0)) : adjoint);
      return g;
    }
  };
  static constexpr auto derived =
      leibniz::graph::evaluated<stage, 6 * source::graph.size.nodes>::value;
};
template <class F> struct node_program : planned<node_stages<F>::derived> {
  static constexpr auto const& written = node_stages<F>::expanded;
};

/// Value and adjoint of each node of the formula as it was written.
template <class T, int N> struct node_values {
  static constexpr int size = N;
  T value[N];
  T adjoint[N];
};
template <class Program> struct take_nodes {
  template <class T> constexpr auto operator()(slots<Program, T> const& s) const {
    constexpr int n = Program::written.size.nodes;
    node_values<T, n> result{};
    for (int i = 0; i < n; ++i) {
      result.value[i] = s.v[Program::plan.roots[i]];
      result.adjoint[i] = s.v[Program::plan.roots[n + i]];
    }
    return result;
  }
};

template <std::size_t N> constexpr void append_label(text<N>& to, graph::view const& g, int i) {
  graph::node const& n = g.nodes[i];
  if (g.is_constant(i)) append_number(to, g.value_of(i));
  else if (n.operation->is_input()) to.append(g.inputs[n.a]);
  else {
    for (char c : n.operation->name)
      if (c != ' ') to.append(c);
  }
}

/// Appends a graph in the language of Graphviz; `extra(to, i)` may add lines to the label of node i.
template <std::size_t N, class Extra> constexpr void append_dot(text<N>& to, graph::view const& g,
                                                                Extra const& extra) {
  to.append(
      "digraph {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n");
  for (int i = 0; i < g.size.nodes; ++i) {
    to.append("  n");
    append_number(to, integer(i));
    to.append(" [label=\"");
    append_label(to, g, i);
    extra(to, i);
    to.append(*g.nodes[i].operation == operation::variable ? "\", shape=ellipse];\n" : "\"];\n");
    for (int k = 0; k < g.nodes[i].arity(); ++k) {
      if (g.nodes[i].operand(k) < 0) continue;
      to.append("  n");
      append_number(to, integer(g.nodes[i].operand(k)));
      to.append(" -> n");
      append_number(to, integer(i));
      to.append(";\n");
    }
  }
  to.append("}\n");
}

/// Six significant digits, as a picture wants them.
template <std::size_t N> constexpr void append_rounded(text<N>& to, double value) {
  double const magnitude = value < 0 ? -value : value;
  double unit = 1;
  for (; magnitude * unit < 1e5 && unit < 1e15; unit *= 10) {}
  if (!(magnitude * unit < 1e15)) return append_number(to, from_double(value));
  auto const rounded = static_cast<std::int64_t>(magnitude * unit + 0.5);
  append_number(to, from_double((value < 0 ? -1 : 1) * (static_cast<double>(rounded) / unit)));
}

struct nothing_extra {
  template <std::size_t N> constexpr void operator()(text<N>&, int) const {}
};
template <class Values> struct value_and_adjoint {
  Values const& values;
  template <std::size_t N> constexpr void operator()(text<N>& to, int i) const {
    to.append("\\nvalue ");
    append_rounded(to, static_cast<double>(values.value[i]));
    to.append("\\nderivative ");
    append_rounded(to, static_cast<double>(values.adjoint[i]));
  }
};
}  // namespace emit

/// The graph of a formula, in the language of Graphviz.
template <std::size_t Capacity = 8192, Formula F> constexpr text<Capacity> to_dot(F const&) {
  text<Capacity> result;
  emit::append_dot(result, emit::node_program<F>::written.view(), emit::nothing_extra{});
  return result;
}
/// The graph that computes a value and gradient.
template <std::size_t Capacity = 8192, class F, class... Xs>
constexpr text<Capacity> to_dot(gradient_of<F, Xs...> const&) {
  text<Capacity> result;
  emit::append_dot(result, gradient_of<F, Xs...>::program::graph.view(), emit::nothing_extra{});
  return result;
}

/// A function of named arguments: the value of each node of a formula's graph, and the formula's derivative by it.
template <Formula F> struct nodes_of {
  [[no_unique_address]] detail::literals<F::literal_count> literals;
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    using program = emit::node_program<F>;
    return emit::call_named<program>(detail::literal_values(*this), emit::take_nodes<program>{},
                                     arguments...);
  }
};
template <Formula F> constexpr auto nodes(F const& f) {
  return nodes_of<F>{detail::concatenate(f)};
}

/// The graph of a formula with the value of each node and the formula's derivative by it.
template <std::size_t Capacity = 8192, Formula F, Argument... Arguments>
requires(sizeof...(Arguments) > 0)
constexpr text<Capacity> to_dot(F const& f, Arguments const&... arguments) {
  text<Capacity> result;
  auto const values = nodes(f)(arguments...);
  emit::append_dot(result, emit::node_program<F>::written.view(),
                   emit::value_and_adjoint<decltype(values)>{values});
  return result;
}

}  // namespace leibniz
