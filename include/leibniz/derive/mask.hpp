// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>

#include "leibniz/derive/instantiate.hpp"
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
/// has n conditions, and a choice is not pushed into another. A mask is a matter of its node alone: neither of the
/// order in which products are formed nor of what is asked for.
/// Complexity: each node is looked at once, and only when a mask of what depends on a choice is asked for.
template <class Builder> class masks {
 public:
  /// c + 1: only where condition c holds; −(c + 1): only where it does not.
  using mask = int;
  static constexpr mask anywhere = 0, nowhere = std::numeric_limits<int>::min();

  constexpr explicit masks(Builder& builder_in) : g_(builder_in) {}

  constexpr mask of(int i) {
    for (int k = known_.size(); k <= i; ++k) {
      graph::node const n = g_[k];  // a copy: the graph grows
      known_.push_back((n.traits & trait::chosen) != 0 ? found(n) : anywhere);
    }
    return known_[i];
  }

  /// where(m, product, 0)
  constexpr int choose(mask m, int product) const {
    int const zero = g_.constant(integer(0));
    if (m == nowhere) return zero;
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
    if (p == anywhere || p == q) return q;
    if (q == anywhere) return p;
    if (p == nowhere || q == nowhere || p == -q) return nowhere;
    int const first = condition(p);  // in this order with every compiler
    return g_.apply(info_of<and_entry>, first, condition(q)) + 1;
  }

 private:
  constexpr mask found(graph::node const& n) {
    function_info const& op = *n.operation;
    if (is<add_entry>(op) || is<subtract_entry>(op)) return either(operand(n.a), operand(n.b));
    if (is<multiply_entry>(op)) return both(operand(n.a), operand(n.b));
    if (op.traits == trait::chosen) return of_choice(n);
    return is_zero_at_zero(n) ? operand(n.a) : anywhere;
  }
  constexpr mask operand(int i) const { return g_.is_constant(i, 0) ? nowhere : known_[i]; }

  /// A choice is the sum of its operands times their partials, which are 1 where it takes them.
  constexpr mask of_choice(graph::node const& n) {
    if (is<where_entry>(*n.operation))
      return either(both(n.a + 1, operand(n.b)), both(-(n.a + 1), operand(n.c)));
    mask result = nowhere;
    int const bound[4] = {-1, n.a, n.b, n.c};
    for (int k = 0; k < n.arity(); ++k) {
      int const partial = instantiate(g_, *n.operation->partial(k), bound);
      if (g_.is_constant(partial, 0)) continue;
      mask const taken = indicated(partial);
      result = either(result, both(taken, operand(n.operand(k))));
    }
    return result;
  }
  constexpr mask indicated(int partial) const {
    graph::node const& n = g_[partial];
    if (!is<where_entry>(*n.operation)) return anywhere;
    return g_.is_constant(n.c, 0) ? n.a + 1 : g_.is_constant(n.b, 0) ? -(n.a + 1) : anywhere;
  }
  /// Whether an operation is 0 where its first operand is.
  constexpr bool is_zero_at_zero(graph::node const& n) const {
    function_info const& op = *n.operation;
    if (is<power_entry>(op))
      return g_.is_constant(n.b) && !g_.value_of(n.b).negative() && !g_.is_constant(n.b, 0);
    return op.is_let() || op.symmetry == parity::odd || is<divide_entry>(op) ||
           is<negate_entry>(op) || is<square_entry>(op) || is<sqrt_entry>(op) || is<abs_entry>(op);
  }

  constexpr mask either(mask p, mask q) {
    if (p == nowhere || p == q) return q;
    if (q == nowhere) return p;
    if (p == anywhere || q == anywhere || p == -q) return anywhere;
    int const first = condition(p);
    return g_.apply(info_of<or_entry>, first, condition(q)) + 1;
  }
  constexpr int condition(mask m) { return m > 0 ? m - 1 : g_.apply(info_of<not_entry>, -m - 1); }

  Builder& g_;
  buffer<mask> known_;
};

}  // namespace leibniz::derive
