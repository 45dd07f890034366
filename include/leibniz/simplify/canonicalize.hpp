// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/simplify/canonical_forms.hpp"

namespace leibniz::simplification {

/// The canonical form of a node of a graph that has no derivatives left to expand.
class canonicalizer {
 public:
  constexpr canonicalizer(canonical_forms& to_in, graph::view const& from_in)
      : to_(to_in), for_(to_in.made_for()) {
    int const count = from_in.size.nodes;
    for (int i = 0; i < count; ++i)  // inputs first, in order of first appearance
      if (graph::node const& n = from_in.nodes[i]; n.operation->is_input())
        to_.leaf(*n.operation, n.a);
    for (int i = 0; i < count; ++i)
      forms_.push_back(to_.exhausted() ? to_.zero() : form_of(from_in, i));
  }
  constexpr int operator[](int i) const { return forms_[i]; }

 private:
  /// where(c, p, q) is q + (p − q)·where(c, 1, 0): factors and sums move through it.
  constexpr int choice(int condition, int p, int q) {
    int const one = to_.constant(integer(1)), zero = to_.zero();
    if (p == one && q == zero) return to_.function(info_of<where_entry>, condition, one, zero);
    int const indicator = to_.function(info_of<where_entry>, condition, one, zero);
    return to_.add(q, to_.multiply(to_.add(p, to_.scale(q, integer(-1))), indicator));
  }
  constexpr int form_of(graph::view const& from, int i) {
    graph::node const& n = from.nodes[i];
    function_info const* const op = n.operation;
    if (*op == operation::constant) return to_.constant(from.value_of(i));
    if (n.arity() == 0) return to_.leaf(*op, n.a);
    int const a = forms_[n.a], b = n.b < 0 ? -1 : forms_[n.b], c = n.c < 0 ? -1 : forms_[n.c];
    if (op->is_let() && for_ != purpose::text) return a;
    if (is<power_entry>(*op) && from.is_constant(n.b)) return to_.power(a, from.value_of(n.b));
    return operate(op, a, b, c);
  }
  constexpr int operate(function_info const* op, int a, int b, int c) {
    if (op->abbreviation) return meant(*op->meaning(), a, b, c);
    if (is<where_entry>(*op) && for_ != purpose::text) return choice(a, b, c);
    if (is<add_entry>(*op)) return to_.add(a, b);
    if (is<subtract_entry>(*op)) return to_.add(a, to_.scale(b, integer(-1)));
    if (is<negate_entry>(*op)) return to_.scale(a, integer(-1));
    if (is<multiply_entry>(*op)) return to_.multiply(a, b);
    if (is<divide_entry>(*op)) return to_.multiply(a, to_.power(b, integer(-1)));
    if (is<square_entry>(*op)) return to_.power(a, integer(2));
    if (is<sqrt_entry>(*op)) return to_.power(a, rational(1, 2));
    if (is<hypot_entry>(*op) && for_ != purpose::text)
      return to_.power(to_.add(to_.power(a, integer(2)), to_.power(b, integer(2))), rational(1, 2));
    return to_.function(*op, a, b, c);
  }
  /// What an abbreviation stands for.
  constexpr int meant(record const& r, int a, int b, int c) {
    if (*r.operation == operation::pattern)
      return r.value.numerator == 1 ? a : r.value.numerator == 2 ? b : c;
    if (*r.operation == operation::constant) return to_.constant(r.value);
    if (r.arity == 0) return to_.leaf(*r.operation, 0);
    int operands[3] = {-1, -1, -1};
    for (int k = 0; k < r.arity; ++k) operands[k] = meant(*r.operands[k], a, b, c);
    return operate(r.operation, operands[0], operands[1], operands[2]);
  }

  canonical_forms& to_;
  purpose for_;
  buffer<int> forms_;
};

}  // namespace leibniz::simplification
