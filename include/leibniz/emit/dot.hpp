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

template <class Text> constexpr void append_label(Text& to, graph::view const& g, int i) {
  graph::node const& n = g.nodes[i];
  if (g.is_constant(i)) append_number(to, g.value_of(i));
  else if (n.operation->is_input()) to.append(g.inputs[n.a]);
  else {
    for (char c : n.operation->name)
      if (c != ' ') to.append(c);
  }
}

/// Appends a graph in the language of Graphviz; `extra(to, i)` may add lines to the label of node i.
template <class Text, class Extra> constexpr void append_dot(Text& to, graph::view const& g,
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
template <class Text> constexpr void append_rounded(Text& to, double value) {
  number const n = from_double(value);
  if (!is_finite(n) || value == 0) return append_number(to, n);
  if (has_minus(n)) to.append('-');
  decimal_digits d = shortest_decimal(has_minus(n) ? -value : value);
  if (d.count > 6) {
    bool up = d.digit[6] >= '5';
    d.count = 6;
    for (int k = 6; up && k-- > 0;) {
      up = d.digit[k] == '9';
      d.digit[k] = up ? '0' : static_cast<char>(d.digit[k] + 1);
    }
    if (up) d.digit[0] = '1', ++d.exponent;  // 9.999999 is 10
    while (d.count > 1 && d.digit[d.count - 1] == '0') --d.count;
  }
  append_decimal(to, d, plain_spelling);
}

struct nothing_extra {
  using widest = nothing_extra;
  template <class Text> constexpr void operator()(Text&, int) const {}
};
struct widest_extra {
  template <class Text> constexpr void operator()(Text& to, int) const {
    to.append("\\nvalue -1234560000000000\\nderivative -1234560000000000");
  }
};
template <class Values> struct value_and_adjoint {
  using widest = widest_extra;
  Values const& values;
  template <class Text> constexpr void operator()(Text& to, int i) const {
    to.append("\\nvalue ");
    append_rounded(to, static_cast<double>(values.value[i]));
    to.append("\\nderivative ");
    append_rounded(to, static_cast<double>(values.adjoint[i]));
  }
};

template <auto const& Graph, class Extra> constexpr std::size_t dot_capacity() {
  character_count count(std::size_t(-1));
  append_dot(count, Graph.view(), typename Extra::widest{});
  return count.size();
}
/// The text of a graph; of a capacity of 0, the one that it needs.
template <auto const& Graph, std::size_t Capacity, class Extra>
constexpr auto dot_text(Extra const& extra) {
  text<Capacity == 0 ? dot_capacity<Graph, Extra>() : Capacity> result;
  append_dot(result, Graph.view(), extra);
  return result;
}

}  // namespace emit

/// The graph of a formula, in the language of Graphviz. The text has room for all of it; `to_dot<1000>(f)` has room for
/// 1000 characters, and what does not fit is cut off.
template <std::size_t Capacity = 0, Formula F> constexpr auto to_dot(F const&) {
  return emit::dot_text<emit::node_program<F>::written, Capacity>(emit::nothing_extra{});
}
/// The graph that computes a value and gradient.
template <std::size_t Capacity = 0, class F, class... Xs>
constexpr auto to_dot(gradient_of<F, Xs...> const&) {
  return emit::dot_text<gradient_of<F, Xs...>::program::graph, Capacity>(emit::nothing_extra{});
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
template <std::size_t Capacity = 0, Formula F, Argument... Arguments>
requires(sizeof...(Arguments) > 0)
constexpr auto to_dot(F const& f, Arguments const&... arguments) {
  auto const values = nodes(f)(arguments...);
  return emit::dot_text<emit::node_program<F>::written, Capacity>(
      emit::value_and_adjoint<decltype(values)>{values});
}

}  // namespace leibniz
