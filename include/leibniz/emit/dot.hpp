// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/cost.hpp"
#include "leibniz/emit/input_names.hpp"
#include "leibniz/emit/text.hpp"

namespace leibniz {

namespace emit {

/// What a graph with a value at each node is made from.
template <class F> struct node_source {
  using type = formula_source<1, wrt_list<>, F>;
};
template <class Code, class... Inputs> struct node_source<function_of<Code, Inputs...>> {
  using type = function_source<Code, Inputs...>;
};

/// Values and adjoints of every node of a formula's or function's graph: roots are all values, then ∂f/∂node for all
/// nodes.
template <class F> struct node_stages {
  using source = typename node_source<F>::type;
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

/// What each node computes, by its first 60 characters.
template <class F> struct node_texts {
  static constexpr graph::view graph = named<F>(node_program<F>::written.view());
  static constexpr int size = graph.size.nodes;
  struct list {
    c_array<text<60>, size> of;
  };
  static constexpr list write() {
    list result{};
    for (int i = 0; i < size; ++i) append_node(result.of[i], graph, i);
    return result;
  }
  static constexpr list all = write();
};

}  // namespace emit

/// A part of a formula: what it is, its value, and the formula's derivative by it.
template <class T> struct node_entry {
  std::string_view text;  ///< `sin(x*y)`, of a function `sin(p[0])`; cut off after 60 characters
  T value, adjoint;
};

/// Value and adjoint of each node, operands before what is computed from them.
template <class T, class F> struct node_values {
  static constexpr int size = emit::node_texts<F>::size;
  c_array<T, size> value;
  c_array<T, size> adjoint;

  constexpr node_entry<T> operator[](int i) const {
    return {emit::node_texts<F>::all.of[i].view(), value[i], adjoint[i]};
  }
  struct iterator {
    node_values const* of;
    int at;
    constexpr node_entry<T> operator*() const { return (*of)[at]; }
    constexpr iterator& operator++() {
      ++at;
      return *this;
    }
    friend constexpr bool operator==(iterator const&, iterator const&) = default;
  };
  constexpr iterator begin() const { return {this, 0}; }
  constexpr iterator end() const { return {this, size}; }
};

namespace emit {

template <class F> struct take_nodes {
  template <class Program, class T>
  constexpr auto operator()(slots<Program, T> const& s) const {
    node_values<T, F> result{};
    for (int i = 0; i < result.size; ++i) {
      result.value[i] = s.v[Program::plan.roots[i]];
      result.adjoint[i] = s.v[Program::plan.roots[result.size + i]];
    }
    return result;
  }
};

/// Appends what stands between quotation marks in the language of Graphviz.
template <class Text> constexpr void append_quoted(Text& to, std::string_view name) {
  for (char c : name) {
    if (c == '"' || c == '\\') to.append('\\');
    if (c == '&') to.append("&amp;");  // else &lt; would be read as <
    else if (c == '\n') to.append("\\n");
    else to.append(c);
  }
}

template <class Text> constexpr void append_label(Text& to, graph::view const& g, int i) {
  graph::node const& n = g.nodes[i];
  function_info const& op = *n.operation;
  if (g.is_constant(i)) append_number(to, g.value_of(i));
  else if (op.is_input()) append_quoted(to, g.inputs[n.a]);
  else if (op.written == notation::infix && op.name.starts_with(' '))  // " + " without its spaces
    append_quoted(to, op.name.substr(1, op.name.size() - 2));
  else append_quoted(to, op.name);
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
  if (!is_finite(n) || n.zero()) return append_number(to, n);
  if (has_minus(n)) to.append('-');
  decimal_digits d = shortest_decimal(has_minus(n) ? -value : value);
  if (d.count > 6) {
    bool up = d.digit[6] >= '5';
    d.count = 6;
    for (int k = 6; up && k-- > 0;) {
      up = d.digit[k] == '9';
      d.digit[k] = up ? '0' : static_cast<char>(d.digit[k] + 1);
    }
    if (up) {  // 9.999999 is 10
      d.digit[0] = '1';
      ++d.exponent;
    }
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

template <class G, auto const& Graph, class Extra> constexpr std::size_t dot_capacity() {
  character_count count(std::size_t(-1));
  append_dot(count, named<G>(Graph.view()), typename Extra::widest{});
  return count.size();
}
template <class G, auto const& Graph, class Extra> struct dot_length {
  static constexpr std::size_t run() { return dot_capacity<G, Graph, Extra>(); }
  static constexpr void refuse() { too_large<"nodes of the graph:", digits<Graph.size.nodes>()>(); }
};

/// The text of a graph; of a capacity of 0, the one that it needs.
template <class G, auto const& Graph, std::size_t Capacity, class Extra>
constexpr auto dot_text(Extra const& extra) {
  constexpr std::size_t length = [] {
    if constexpr (Capacity == 0) return number_made<dot_length<G, Graph, Extra>>(0);
    else return Capacity;
  }();
  text<length> result;
  if constexpr (length == 0) return result;  // after an error
  append_dot(result, named<G>(Graph.view()), extra);
  return result;
}

/// The formula or function that a verb with one value is of.
template <class G> struct formula_of {};
template <Formula F> struct formula_of<F> {
  using type = F;
};
template <class F, class... Xs> struct formula_of<gradient_of<F, Xs...>> {
  using type = F;
};
template <class Code, class... Inputs> struct formula_of<function_of<Code, Inputs...>> {
  using type = function_of<Code, Inputs...>;
};
template <class Code, class... Inputs> struct formula_of<function_gradient<Code, Inputs...>> {
  using type = function_of<Code, Inputs...>;
};
template <class G> concept OfOneFormula = requires { typename formula_of<G>::type; };

}  // namespace emit

/// Computes the value of each node of a formula's or function's graph, and the derivative by it.
template <class F> struct nodes_of {
  [[no_unique_address]] detail::literals<F::literal_count> literals;
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return emit::call_named<emit::node_program<F>>(detail::literal_values(*this),
                                                   emit::take_nodes<F>{}, arguments...);
  }
};
template <class Code, class... Inputs> struct nodes_of<function_of<Code, Inputs...>> {
  using function = function_of<Code, Inputs...>;
  static_assert(emit::node_source<function>::type::outputs == 1,
                "leibniz::nodes: the function has several outputs: return the one to look at");
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return emit::call_function<emit::node_program<function>>(
        emit::take_nodes<function>{}, emit::shape_list<Inputs...>{}, arguments...);
  }
};

/// The value of each node of a formula or function, or of one whose gradient is given, and its derivative by the node;
/// this finds the first NaN:
///
///   for (auto const& node : lz::nodes(f)(x = 0.0, y = 2.0))
///     if (std::isnan(node.value)) return node.text;
///
/// Also by index: `.value[i]`, `.adjoint[i]`, `.size`.
template <emit::OfOneFormula G> constexpr auto nodes(G const& g) {
  using F = typename emit::formula_of<G>::type;
  if constexpr (Formula<G>) return nodes_of<F>{detail::concatenate(g)};
  else if constexpr (requires { g.literals; }) return nodes_of<F>{g.literals};
  else return nodes_of<F>{};
}

/// The graph of a formula or function as it was written, or the one that a verb computes, in the language of Graphviz.
/// The text has room for all of it; `to_dot<1000>(f)` has room for 1000 characters, and what does not fit is cut off.
template <std::size_t Capacity = 0, class G>
requires emit::WritableInC<G>
constexpr auto to_dot(G const&) {
  if constexpr (Formula<G> || requires { typename G::code_type; })
    return emit::dot_text<G, emit::node_program<G>::written, Capacity>(emit::nothing_extra{});
  else return emit::dot_text<G, emit::program_of<G>::type::graph, Capacity>(emit::nothing_extra{});
}

/// The graph of a formula or function, or of one whose gradient is given, with the value of each node and the
/// derivative by it: `to_dot(f, x = 2.0, y = 5.0)`, `to_dot(f, p)`.
template <std::size_t Capacity = 0, emit::OfOneFormula G, class... Arguments>
requires(sizeof...(Arguments) > 0)
constexpr auto to_dot(G const& g, Arguments const&... arguments) {
  using F = typename emit::formula_of<G>::type;
  auto const values = nodes(g)(arguments...);
  return emit::dot_text<F, emit::node_program<F>::written, Capacity>(
      emit::value_and_adjoint<std::remove_const_t<decltype(values)>>{values});
}

}  // namespace leibniz
