// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>

#include "leibniz/base/text.hpp"
#include "leibniz/emit/symbolic.hpp"
#include "leibniz/expression/derivative_of.hpp"
#include "leibniz/expression/short_text.hpp"

namespace leibniz {

namespace emit {

template <std::size_t N> constexpr void append_digits(text<N>& to, std::int64_t n) {
  if (n > 9) append_digits(to, n / 10);
  to.append(static_cast<char>('0' + n % 10));
}

/// Whether a number has no short decimal.
constexpr bool is_fraction(number const& n) { return n.exact() && 10000 % n.denominator != 0; }

/// Appends a number as a person writes it: 3, -2/3, 0.1; a double by the shortest decimal that gives it back,
/// as far as that has at most 16 digits.
template <std::size_t N> constexpr void append_number(text<N>& to, number const& n) {
  if (is_fraction(n) || n.integer()) {
    if (n.numerator < 0) to.append('-');
    append_digits(to, n.numerator < 0 ? -n.numerator : n.numerator);
    if (n.denominator != 1) {
      to.append('/');
      append_digits(to, n.denominator);
    }
    return;
  }
  double value = n.as_double();
  if (value < 0) {
    to.append('-');
    value = -value;
  }
  if (!(value <= std::numeric_limits<double>::max())) {
    to.append(value != value ? "nan" : "inf");
    return;
  }
  int exponent = 0;  // value = scaled · 10^exponent with scaled in [1, 10)
  double scaled = value;
  for (; scaled >= 10 && exponent < 400; ++exponent) scaled /= 10;
  for (; scaled < 1 && scaled > 0 && exponent > -400; --exponent) scaled *= 10;
  std::int64_t mantissa = 0;
  int places = 0;
  double unit = 1;
  for (; places <= 15; ++places, unit *= 10) {
    mantissa = static_cast<std::int64_t>(scaled * unit + 0.5);
    int const shift = exponent - places;
    double power = 1;
    for (int k = 0; k < (shift < 0 ? -shift : shift) && k < 300; ++k) power *= 10;
    double const back =
        shift < 0 ? static_cast<double>(mantissa) / power : static_cast<double>(mantissa) * power;
    if (back == value) break;
  }
  if (places > 15) --places;
  std::int64_t limit = 10;  // 9.99… may round up to 10
  for (int k = 0; k < places; ++k) limit *= 10;
  if (mantissa == limit) {
    mantissa /= 10;
    ++exponent;
  }
  bool const scientific = exponent > 15 || exponent < -4;
  char digit[20]{};
  for (int k = places; k >= 0; --k, mantissa /= 10)
    digit[k] = static_cast<char>('0' + mantissa % 10);
  if (!scientific && exponent < 0) {
    to.append("0.");
    for (int k = exponent + 1; k < 0; ++k) to.append('0');
    for (int k = 0; k <= places; ++k) to.append(digit[k]);
    return;
  }
  int const before = scientific ? 0 : exponent;  // index of the digit before the point
  for (int k = 0; k <= (places > before ? places : before); ++k) {
    if (k == before + 1) to.append('.');
    to.append(k <= places ? digit[k] : '0');
  }
  if (scientific) {
    to.append('e');
    if (exponent < 0) to.append('-');
    append_digits(to, exponent < 0 ? -exponent : exponent);
  }
}

constexpr int precedence_of(graph::view const& g, int i) {
  if (!g.is_constant(i)) return g.nodes[i].operation->precedence;
  number const& n = g.value_of(i);
  return n.negative() || is_fraction(n) ? 3 : 6;
}

/// Appends the text of a node with no more parentheses than needed; stops when the text is full.
template <std::size_t N> constexpr void append_node(text<N>& to, graph::view const& g, int root) {
  struct piece {
    int node;  // −1: the characters
    std::string_view characters;
  };
  buffer<piece> todo;
  todo.push_back({root, {}});
  while (!todo.empty() && to.size() < N) {
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

/// A formula as it was written; what has derivatives or substitutions in it, in canonical form.
template <std::size_t N, class F> constexpr text<N> write_text(F const& f) {
  graph::builder written{graph::builder::as_written{}};
  int root = graph::lowering(written, detail::literal_values(f))(F::description());
  bool symbolic = false;
  for (int i = 0; i < written.size(); ++i) symbolic = symbolic || is_symbolic(written[i].operation);
  text<N> result;
  if (!symbolic) {
    append_node(result, written.view(), root);
    return result;
  }
  simplification::rewriting_builder const g = expanded(f);
  simplification::canonical_forms forms(simplification::purpose::text);
  simplification::canonicalizer canonical(forms, g.view());
  graph::builder raised{graph::builder::as_written{}};
  raised.copy_inputs(g.view());
  simplification::raising raise(raised, forms);
  int const top = raise(canonical[g.roots()[0]]);
  append_node(result, raised.view(), top);
  return result;
}

template <std::size_t N, class F> struct literal_free_text {
  static constexpr text<N> value = write_text<N>(F{});
};

}  // namespace emit

/// The text of a formula, `2*x*y + 3*y`: as it was written or, of a derivative, expanded and collected.
/// At most `Capacity` characters; what does not fit is cut off.
template <std::size_t Capacity = 1024, Formula F> constexpr text<Capacity> to_string(F const& f) {
  if constexpr (F::literal_count == 0) return emit::literal_free_text<Capacity, F>::value;
  else return emit::write_text<Capacity>(f);
}

template <std::size_t Capacity = 1024, class F> constexpr text<Capacity> to_string(F const&) {
  if constexpr (detail::require_formula<F>()) {}
  return {};
}
template <CharacterStream Stream, Formula F> Stream& operator<<(Stream& stream, F const& f) {
  return stream << to_string(f);
}

}  // namespace leibniz
