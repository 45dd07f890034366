// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/simplify/canonical_forms.hpp"

namespace leibniz::simplify {

/// In text a let stays a name and a choice a choice; to compare, one looks through both.
enum class purpose : std::uint8_t { comparison, text };

/// The canonical form of a node of a graph that has no derivatives left to expand.
class canonicalizer {
 public:
  constexpr canonicalizer(canonical_forms& to, graph::view const& from, purpose why)
      : to_(to), for_(why) {
    for (int i = 0; i < from.size.nodes; ++i)  // inputs first, in order of first appearance
      if (from.nodes[i].operation->is_input()) to.leaf(*from.nodes[i].operation, from.nodes[i].a);
    for (int i = 0; i < from.size.nodes; ++i) forms_.push_back(form_of(from, i));
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
    if (op->is_let() && for_ == purpose::comparison) return a;
    if (*op == info_of<where_entry> && for_ == purpose::comparison) return choice(a, b, c);
    if (*op == info_of<add_entry>) return to_.add(a, b);
    if (*op == info_of<subtract_entry>) return to_.add(a, to_.scale(b, integer(-1)));
    if (*op == info_of<negate_entry>) return to_.scale(a, integer(-1));
    if (*op == info_of<multiply_entry>) return to_.multiply(a, b);
    if (*op == info_of<divide_entry>) return to_.multiply(a, to_.power(b, integer(-1)));
    if (*op == info_of<square_entry>) return to_.power(a, integer(2));
    if (*op == info_of<sqrt_entry>) return to_.power(a, rational(1, 2));
    if (*op == info_of<power_entry> && from.is_constant(n.b))
      return to_.power(a, from.value_of(n.b));
    return to_.function(*op, a, b, c);
  }

  canonical_forms& to_;
  purpose for_;
  buffer<int> forms_;
};

}  // namespace leibniz::simplify
