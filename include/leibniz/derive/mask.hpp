// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/comparison.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/graph/builder.hpp"

namespace leibniz::derive {

/// Where the nodes of a growing graph are not zero by choice: the condition under which `where(c, u, 0)` and what is
/// computed from it can differ from 0.
///
/// A masked adjoint is 0, but 0 times an infinite partial is NaN: the chain rule asks here which condition
/// to choose by afterwards. Conditions of nested choices are joined by && and ||, so that a chain of n choices
/// has n conditions, and a choice is not pushed into another.
/// Complexity: each node is looked at once, and only when a mask is asked for.
template <class Builder> class masks {
 public:
  /// 0: may differ from zero anywhere; c + 1: only where condition c holds; −(c + 1): only where it does not.
  using mask = int;

  constexpr explicit masks(Builder& builder_in) : g_(builder_in) {}

  constexpr mask of(int i) {
    while (known_.size() <= i) known_.push_back(found(known_.size()));
    return known_[i];
  }

  /// where(m, product, 0)
  constexpr int choose(mask m, int product) const {
    int const zero = g_.constant(integer(0));
    return m > 0 ? g_.apply(info_of<where_entry>, m - 1, product, zero)
                 : g_.apply(info_of<where_entry>, -m - 1, zero, product);
  }

  /// What a node is where its mask holds: u of where(c, u, 0).
  constexpr int inside(int i) const {
    for (;;) {
      graph::node const& n = g_[i];
      if (!is<where_entry>(*n.operation)) return i;
      if (g_.is_constant(n.c, 0)) i = n.b;
      else if (g_.is_constant(n.b, 0)) i = n.c;
      else return i;
    }
  }

  /// Where both hold.
  constexpr mask both(mask p, mask q) {
    if (p == 0 || p == q) return q;
    if (q == 0) return p;
    int const first = condition(p);  // in this order with every compiler
    return g_.apply(info_of<and_entry>, first, condition(q)) + 1;
  }

 private:
  constexpr mask found(int i) {
    graph::node const n = g_[i];
    function_info const& op = *n.operation;
    if (is<where_entry>(op)) {
      mask const holds = n.a + 1;
      if (g_.is_constant(n.c, 0)) return both(holds, known_[n.b]);
      if (g_.is_constant(n.b, 0)) return both(-holds, known_[n.c]);
      if (known_[n.b] == 0 && known_[n.c] == 0) return 0;
      mask const first = both(holds, known_[n.b]);
      return either(first, both(-holds, known_[n.c]));
    }
    if (is<add_entry>(op) || is<subtract_entry>(op)) return either(known_[n.a], known_[n.b]);
    if (is<multiply_entry>(op)) return both(known_[n.a], known_[n.b]);
    if (is<divide_entry>(op) || is<negate_entry>(op) || is<square_entry>(op)) return known_[n.a];
    return 0;
  }

  constexpr mask either(mask p, mask q) {
    if (p == 0 || q == 0 || p == -q) return 0;
    if (p == q) return p;
    int const first = condition(p);
    return g_.apply(info_of<or_entry>, first, condition(q)) + 1;
  }
  constexpr int condition(mask m) { return m > 0 ? m - 1 : g_.apply(info_of<not_entry>, -m - 1); }

  Builder& g_;
  buffer<mask> known_;
};

}  // namespace leibniz::derive
