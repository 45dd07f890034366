// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "leibniz/emit/number_text.hpp"
#include "leibniz/emit/symbolic.hpp"
#include "leibniz/expression/derivative_of.hpp"
#include "leibniz/expression/short_text.hpp"

namespace leibniz {

namespace emit {

constexpr int precedence_of(graph::view const& g, int i) {
  if (!g.is_constant(i)) return g.nodes[i].operation->precedence;
  number const& n = g.value_of(i);
  return has_minus(n) || is_fraction(n) ? 3 : 6;
}

/// Appends the text of a node with no more parentheses than needed; stops when the text is full.
template <class Text> constexpr void append_node(Text& to, graph::view const& g, int root) {
  struct piece {
    int node;  // −1: the characters
    std::string_view characters;
  };
  buffer<piece> todo;
  todo.push_back({root, {}});
  while (!todo.empty() && !to.full()) {
    piece const next = todo.back();
    todo.pop_back();
    if (next.node < 0) {
      to.append(next.characters);
      continue;
    }
    graph::node const& n = g.nodes[next.node];
    function_info const& op = *n.operation;
    if (g.is_constant(next.node)) append_number(to, g.value_of(next.node));
    else if (op.is_input()) to.append(g.inputs[n.a]);
    else if (op.is_let() || op.arity == 0) to.append(op.name);
    else {
      text_style const style{op.name, op.written, op.precedence};
      if (op.written == notation::call) todo.push_back({-1, ")"});
      for (int k = op.arity - 1; k >= 0; --k) {
        bool const enclose = needs_parentheses(style, precedence_of(g, n.operand(k)), k > 0);
        if (enclose) todo.push_back({-1, ")"});
        todo.push_back({n.operand(k), {}});
        if (enclose) todo.push_back({-1, "("});
        if (k > 0)
          todo.push_back({-1, op.written == notation::infix ? op.name : std::string_view(", ")});
      }
      if (op.written == notation::call) todo.push_back({-1, "("});
      if (op.written != notation::infix) todo.push_back({-1, op.name});
    }
  }
}

constexpr bool is_symbolic(function_info const* op) {
  return *op == operation::derivative || *op == operation::substitution ||
         *op == operation::simplification;
}

/// A formula as a graph to be read: as it was written; what has derivatives or substitutions in it, in canonical form.
template <class F> constexpr graph::builder readable(double const* literals) {
  graph::builder written{graph::builder::as_written{}};
  written.root(graph::lowering(written, literals)(F::description()));
  bool symbolic = false;
  for (int i = 0; i < written.size(); ++i) symbolic = symbolic || is_symbolic(written[i].operation);
  if (!symbolic) return written;
  simplification::rewriting_builder const g = expanded(written.view());
  simplification::canonical_forms forms(simplification::purpose::text);
  simplification::canonicalizer canonical(forms, g.view());
  graph::builder raised{graph::builder::as_written{}};
  raised.copy_inputs(g.view());
  simplification::raising raise(raised, forms);
  raised.root(raise(canonical[g.roots()[0]]));
  return raised;
}

/// Writes a formula into a text.
struct plain_writer {
  template <class Text> static constexpr void write(Text& to, graph::builder const& g) {
    append_node(to, g.view(), g.roots()[0]);
  }
};

/// What fits most formulas: a larger text costs a second evaluation. The largest is a limit, since what a formula
/// shares is written wherever it is used.
inline constexpr std::size_t usual_capacity = 1024, largest_capacity = 16384;

template <class Writer, std::size_t Capacity, class F> constexpr text<Capacity> write_text(
    F const& f) {
  text<Capacity> result;
  Writer::write(result, readable<F>(detail::literal_values(f)));
  return result;
}

/// The text of a formula without plain numbers, which is a constant, in a text of the right size.
template <class Writer, class F> struct constant_text {
  struct attempt {
    text<usual_capacity> first;
    std::size_t size;
  };
  static constexpr attempt make_attempt() {
    graph::builder const g = readable<F>(nullptr);
    attempt result{};
    Writer::write(result.first, g);
    result.size = result.first.size();
    if (result.first.full()) {
      character_count count(largest_capacity);
      Writer::write(count, g);
      result.size = count.size();
    }
    return result;
  }
  struct stage {
    struct made {
      std::size_t characters;
      constexpr int size() const { return static_cast<int>(characters); }
    };
    static constexpr made run() { return {make_attempt().size}; }
  };
  static constexpr attempt choose() {
    if constexpr (ends_for<stage, F>()) return make_attempt();
    else return {};
  }
  static constexpr attempt attempted = choose();
  static constexpr auto make() {
    if constexpr (attempted.size <= usual_capacity) return text<attempted.size>(attempted.first);
    else return write_text<Writer, attempted.size>(F{});
  }
  static constexpr auto value = make();
};

/// What the text of a formula takes whose plain numbers are known at run time only: that of the longest number in
/// the place of each. A derivative's form depends on them: the usual, for each of them.
template <class Writer, class F> constexpr std::size_t capacity_of() {
  detail::literals<F::literal_count> longest{};
  for (double& value : longest.values) value = -2.2250738585072014e-308;
  graph::builder written{graph::builder::as_written{}};
  int const root = graph::lowering(written, longest.values)(F::description());
  for (int i = 0; i < written.size(); ++i)
    if (is_symbolic(written[i].operation))
      return usual_capacity * (F::literal_count < 15 ? 1 + F::literal_count : 16);
  written.root(root);
  character_count count(largest_capacity);
  Writer::write(count, written);
  return count.size();
}

template <class Writer, std::size_t Capacity, class F> constexpr auto text_of(F const& f) {
  if constexpr (F::literal_count > 0)
    return write_text<Writer, (Capacity == 0 ? capacity_of<Writer, F>() : Capacity)>(f);
  else if constexpr (Capacity == 0) return constant_text<Writer, F>::value;
  else return text<Capacity>(constant_text<Writer, F>::value);
}

}  // namespace emit

/// The text of a formula, `2*x*y + 3*y`: as it was written or, of a derivative, expanded and collected.
/// It has room for all of it, up to 16384 characters; `to_string<100>(f)` has room for 100. What does not fit is cut
/// off.
template <std::size_t Capacity = 0, Formula F> constexpr auto to_string(F const& f) {
  return emit::text_of<emit::plain_writer, Capacity>(f);
}

template <std::size_t Capacity = 0, class F> constexpr text<Capacity> to_string(F const&) {
  if constexpr (detail::require_formula<F>()) {}
  return {};
}
template <CharacterStream Stream, Formula F> Stream& operator<<(Stream& stream, F const& f) {
  return stream << to_string(f);
}

}  // namespace leibniz
