// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "leibniz/emit/latex_name.hpp"
#include "leibniz/emit/text.hpp"

namespace leibniz {

namespace emit {

/// How tightly a piece of LaTeX is bound; the numbers below 4 are those of the table's `precedence`.
namespace binding {
inline constexpr int weakest = -2, sum = 2, product = 3, fraction = 4, power = 5, atom = 6;
}

/// Whether `what` stands in a form outside of its braces and parentheses.
constexpr bool stands_outside(std::string_view form, std::string_view what) {
  int depth = 0;
  for (std::size_t i = 0; i < form.size(); ++i) {
    std::string_view const rest = form.substr(i);
    if (depth == 0 && rest.starts_with(what)) return true;
    if (rest.starts_with('{') || rest.starts_with("\\left")) ++depth;
    if (rest.starts_with('}') || rest.starts_with("\\right")) --depth;
  }
  return false;
}

/// How tightly the LaTeX form of an operation is bound.
constexpr int binding_of(function_info const& op) {
  if (op.arity == 0 || op.latex.empty()) return binding::atom;
  if (op.latex.starts_with("\\frac")) return binding::fraction;
  if (op.latex.starts_with("\\begin")) return binding::weakest;
  if (op.written == notation::prefix) return binding::product;
  if (op.written == notation::infix) return op.precedence;
  if (stands_outside(op.latex, "^")) return binding::power;
  return stands_outside(op.latex, "(#") ? binding::sum : binding::atom;
}

inline constexpr spelling latex_spelling{" \\cdot ", "10^{", "}", ""};

template <class Text> constexpr void append_latex_number(Text& to, number const& n) {
  if (has_minus(n)) to.append('-');
  if (!is_finite(n)) {
    to.append(math::constant::is_nan(n.real()) ? "\\mathrm{NaN}" : "\\infty");
  } else if (is_fraction(n)) {
    to.append("\\frac{");
    append_digits(to, magnitude(n.numerator));
    to.append("}{");
    append_digits(to, magnitude(n.denominator));
    to.append('}');
  } else {
    append_magnitude(to, n, latex_spelling);
  }
}

constexpr int binding_of(number const& n) {
  if (has_minus(n)) return binding::product;
  if (!is_finite(n)) return binding::atom;
  if (is_fraction(n)) return binding::fraction;
  character_count plain(64), latex(64);  // longer where it has a power of ten
  append_number(plain, n);
  append_latex_number(latex, n);
  return plain.size() == latex.size() ? binding::atom : binding::product;
}

/// Writes nodes of a graph in LaTeX.
class latex_node {
 public:
  constexpr explicit latex_node(graph::view const& graph_in) : g_(graph_in) {}

  /// Appends the LaTeX of a node with no more parentheses than needed; stops when the text is full.
  template <class Text> constexpr void append(Text& to, int root) {
    todo_.push_back({root, {}, false});
    while (!todo_.empty() && !to.full()) {
      piece const next = todo_.back();
      todo_.pop_back();
      if (next.node < 0) to.append(next.characters);
      else if (next.without_minus) append_without_minus(to, next.node);
      else if (g_.is_constant(next.node)) append_latex_number(to, g_.value_of(next.node));
      else if (operation(next.node).is_input())
        append_latex_name(to, g_.inputs[g_.nodes[next.node].a]);
      else if (operation(next.node).is_let()) append_latex_name(to, operation(next.node).name);
      else push_parts(to, next.node);
    }
  }

 private:
  struct piece {
    int node;  // −1: the characters
    std::string_view characters;
    bool without_minus;  // its minus stands before the fraction that it is in
  };
  /// A form cut into what comes before an argument, the argument, and the rest.
  struct cut {
    std::string_view before, after;
    int argument;  // −1: there is no more
    bool loose;    // (#1): in parentheses where needed
  };
  static constexpr cut next_argument(std::string_view form) {
    std::size_t const at = form.find('#');
    if (at == std::string_view::npos) return {form, {}, -1, false};
    bool const loose = at > 0 && form[at - 1] == '(' && form.substr(at + 2).starts_with(')') &&
                       !form.substr(0, at).ends_with("\\left(");
    return {form.substr(0, loose ? at - 1 : at), form.substr(at + (loose ? 3 : 2)),
            form[at + 1] - '1', loose};
  }

  constexpr function_info const& operation(int i) const { return *g_.nodes[i].operation; }
  constexpr bool is(int i, function_info const& op) const { return operation(i) == op; }
  /// Whether the minus that a node's text would begin with can stand before a fraction of it.
  constexpr bool is_negative_product(int i) const {
    while (is(i, info_of<multiply_entry>) || is(i, info_of<divide_entry>)) i = g_.nodes[i].a;
    if (g_.is_constant(i)) return has_minus(g_.value_of(i));
    return is(i, info_of<negate_entry>);
  }
  constexpr bool is_negative_fraction(int i) const {
    return is(i, info_of<divide_entry>) && is_negative_product(g_.nodes[i].a);
  }
  constexpr int binding_at(int i) const {
    if (g_.is_constant(i)) return binding_of(g_.value_of(i));
    if (is_negative_fraction(i)) return binding::product;
    return operation(i).is_let() ? binding::atom : binding_of(operation(i));
  }

  /// The node whose text begins that of node i, down the first operands that stand without parentheses.
  constexpr int leading(int i) const {
    for (;;) {
      if (g_.is_constant(i) || operation(i).arity == 0 || operation(i).is_let()) return i;
      cut const first = next_argument(operation(i).latex);
      if (!first.loose || !first.before.empty()) return i;
      int const operand = g_.nodes[i].operand(first.argument);
      if (encloses(i, first, operand)) return i;
      i = operand;
    }
  }
  constexpr bool begins_with_minus(int i) const {
    i = leading(i);
    if (g_.is_constant(i)) return has_minus(g_.value_of(i));
    return operation(i).latex.starts_with('-') || is_negative_fraction(i);
  }
  /// Whether 2 before it needs a dot: it begins with a digit.
  constexpr bool begins_with_digit(int i) const {
    i = leading(i);
    if (g_.is_constant(i)) return is_finite(g_.value_of(i)) && !has_minus(g_.value_of(i));
    std::string_view const form = operation(i).latex;
    return !operation(i).is_input() && !operation(i).is_let() && !form.empty() && is_digit(form[0]);
  }

  /// Whether an argument needs parentheses where its form has left them open.
  constexpr bool encloses(int i, cut const& here, int operand) const {
    int const inner = binding_at(operand);
    if (here.after.starts_with('^')) return inner < binding::atom;
    bool const first = here.before.empty();
    if (!first && begins_with_minus(operand)) return true;
    function_info const& op = operation(i);
    if (op.written == notation::prefix) return inner < binding::product;
    if (op.written == notation::call) return inner < binding::fraction;
    int const outer = binding_of(op);
    // a + (b + c) and a (b c) need none: over the real numbers they are what they are without
    bool const associative = op == info_of<add_entry> || op == info_of<multiply_entry>;
    return inner < outer || (inner == outer && !first && !associative);
  }

  /// A negative product, but without the minus.
  template <class Text> constexpr void append_without_minus(Text& to, int i) {
    graph::node const& n = g_.nodes[i];
    if (g_.is_constant(i)) {
      number const& value = g_.value_of(i);
      append_latex_number(to, value.exact() ? -value : inexact(-value.real()));
    } else if (is(i, info_of<negate_entry>)) {
      push_enclosed(n.a, binding_at(n.a) < binding::product || begins_with_minus(n.a), false);
    } else {
      push_parts(to, i, true);
    }
  }
  constexpr void push_enclosed(int i, bool enclose, bool without_minus) {
    if (enclose) todo_.push_back({-1, "\\right)", false});
    todo_.push_back({i, {}, without_minus});
    if (enclose) todo_.push_back({-1, "\\left(", false});
  }

  /// Puts the parts of a node's form on the stack, the first on top.
  template <class Text> constexpr void push_parts(Text& to, int i, bool without_minus = false) {
    function_info const& op = operation(i);
    graph::node const& n = g_.nodes[i];
    if (op.latex.empty()) {
      to.append("\\operatorname{");
      for (char c : op.name) {
        if (c == '_') to.append('\\');
        to.append(c);
      }
      to.append(op.arity == 0 ? "}" : "}\\left(");
      if (op.arity > 0) todo_.push_back({-1, "\\right)", false});
      for (int k = op.arity - 1; k >= 0; --k) {
        todo_.push_back({n.operand(k), {}, false});
        if (k > 0) todo_.push_back({-1, ", ", false});
      }
      return;
    }
    piece parts[24];
    int count = 0;
    bool const minus_before = without_minus || is_negative_fraction(i);
    if (minus_before && !without_minus) to.append('-');
    std::string_view form = op.latex;
    for (cut here = next_argument(form);; here = next_argument(here.after)) {
      int const operand = here.argument < 0 ? -1 : n.operand(here.argument);
      bool const enclose = here.loose && encloses(i, here, operand);
      bool const factor = op == info_of<multiply_entry> && here.argument == 1 && !enclose;
      if (!here.before.empty())
        parts[count++] = {-1, factor ? between_factors(n.a, n.b) : here.before, false};
      if (here.argument < 0) break;
      if (enclose) parts[count++] = {-1, "\\left(", false};
      bool const stripped = here.argument == 0 && minus_before;
      // the whole of -(a + b) above the line needs no parentheses
      bool const whole =
          stripped && op == info_of<divide_entry> && is(operand, info_of<negate_entry>);
      parts[count++] = {whole ? g_.nodes[operand].a : operand, {}, stripped && !whole};
      if (enclose) parts[count++] = {-1, "\\right)", false};
    }
    while (count-- > 0) todo_.push_back(parts[count]);
  }
  /// What stands between two factors, of which the second has no parentheses.
  constexpr std::string_view between_factors(int a, int b) const {
    // 2 (1/3) would read as a mixed number, and two words side by side as one
    if (begins_with_digit(b)) return " \\cdot ";
    if (g_.is_constant(a) && binding_at(b) == binding::fraction) return " \\cdot ";
    while (operation(a) == info_of<multiply_entry>) a = g_.nodes[a].b;
    return is_word(a) || is_word(leading(b)) ? " \\, " : " ";
  }
  /// Whether a node is a name of upright letters.
  constexpr bool is_word(int i) const {
    if (operation(i).is_input()) return is_upright(g_.inputs[g_.nodes[i].a]);
    return operation(i).is_let() && is_upright(operation(i).name);
  }

  graph::view g_;
  buffer<piece> todo_;
};

struct latex_writer {
  template <class Text> static constexpr void write(Text& to, graph::builder const& g) {
    latex_node(g.view()).append(to, g.roots()[0]);
  }
};

}  // namespace emit

/// The LaTeX of a formula for math mode with amsmath, `2 x y + 3 y`: as it was written or, of a derivative, expanded
/// and collected. Names: `x1` is x_{1}, `theta_1` is \theta_{1}, `w_h11` is w_{\mathrm{h11}}. As with to_string, the
/// text has room for all of it, up to 16384 characters, or for `Capacity`.
template <std::size_t Capacity = 0, Formula F> constexpr auto to_latex(F const& f) {
  return emit::text_of<emit::latex_writer, Capacity>(f);
}

template <std::size_t Capacity = 0, class F> constexpr text<Capacity> to_latex(F const&) {
  if constexpr (detail::require_formula<F>()) {}
  return {};
}

}  // namespace leibniz
