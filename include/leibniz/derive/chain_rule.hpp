// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/hyperbolic.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/functions/power.hpp"
#include "leibniz/functions/trigonometric.hpp"
#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/graph/builder.hpp"

namespace leibniz::derive {

/// The node that a partial or the right side of a rule stands for, with its placeholders bound to nodes.
template <class Builder> constexpr int instantiate(Builder& g, record const& r, int const* bound) {
  if (*r.operation == operation::pattern) return bound[r.value.numerator];
  if (*r.operation == operation::constant) return g.constant(r.value);
  if (r.arity == 0) return g.leaf(*r.operation, 0);
  int operands[3] = {-1, -1, -1};
  for (int k = 0; k < r.arity; ++k) operands[k] = instantiate(g, *r.operands[k], bound);
  return g.apply(*r.operation, operands[0], operands[1], operands[2]);
}

/// seed · ∂n/∂(operand k): one factor of the chain rule, formed in the order that shares most.
///
/// seed·(1/b) is seed/b and seed·((1/b)·z) is (seed/b)·z, so that both operands of a quotient share one
/// division; not where 1/b is among the first `computed` nodes, which the value needs anyway. A choice stays
/// outside: seed·where(c, u, v) is where(c, seed·u, seed·v), and a choice in the seed likewise, so that an
/// infinite partial of the branch not taken is never multiplied by its zero seed.
template <class Builder> class factor_product {
 public:
  constexpr factor_product(Builder& builder, int computed) : g_(builder), computed_(computed) {}

  constexpr int operator()(int seed, int factor) const {
    if (g_.is_constant(seed, 1)) return factor;
    graph::node const f = g_[factor];
    if (*f.operation == info_of<where_entry>)
      return g_.apply(*f.operation, f.a, (*this)(seed, f.b), (*this)(seed, f.c));
    graph::node const s = g_[seed];
    if (*s.operation == info_of<where_entry> && (g_.is_constant(s.b, 0) || g_.is_constant(s.c, 0)))
      return g_.apply(*s.operation, s.a, (*this)(s.b, factor), (*this)(s.c, factor));
    if (g_.is_constant(seed, 0) || g_.is_constant(factor, 0)) return g_.constant(integer(0));
    int const product = formed(seed, factor);
    if (!sums_choices(seed, depth) || is_tame(factor, depth)) return product;
    // a sum of choices that were not taken is 0, and meets an infinite factor in vain
    int const zero = g_.constant(integer(0));
    int const none = g_.apply(info_of<equal_to_entry>, seed, zero);
    return g_.apply(info_of<where_entry>, none, zero, product);
  }

 private:
  static constexpr int depth = 4;  // how deep into a formula these look

  constexpr int formed(int seed, int factor) const {
    graph::node const f = g_[factor];
    if (*f.operation == info_of<negate_entry>) return g_.apply(*f.operation, formed(seed, f.a));
    if (is_new_reciprocal(factor)) return g_.apply(*f.operation, seed, f.b);
    if (*f.operation == info_of<multiply_entry>) {
      if (is_new_reciprocal(f.b)) return g_.apply(*f.operation, divided(seed, f.b), f.a);
      if (is_new_reciprocal(f.a)) return g_.apply(*f.operation, divided(seed, f.a), f.b);
    }
    return g_.apply(info_of<multiply_entry>, seed, factor);
  }
  constexpr bool is_choice_or_zero(int i) const {
    return *g_[i].operation == info_of<where_entry> &&
           (g_.is_constant(g_[i].b, 0) || g_.is_constant(g_[i].c, 0));
  }
  constexpr bool sums_choices(int i, int levels) const {
    graph::node const n = g_[i];
    if (levels == 0) return false;
    if (*n.operation == info_of<negate_entry>) return sums_choices(n.a, levels - 1);
    if (*n.operation != info_of<add_entry> && *n.operation != info_of<subtract_entry>) return false;
    return is_choice_or_zero(n.a) || is_choice_or_zero(n.b) || sums_choices(n.a, levels - 1) ||
           sums_choices(n.b, levels - 1);
  }
  /// Whether a factor is finite for moderate inputs, since no quotient, logarithm or root is in it.
  constexpr bool is_tame(int i, int levels) const {
    graph::node const n = g_[i];
    if (n.operation->arity == 0) return true;
    if (levels == 0 || n.operation->condition) return levels != 0;
    function_info const& op = *n.operation;
    if (op == info_of<sin_entry> || op == info_of<cos_entry> || op == info_of<tanh_entry> ||
        op == info_of<sigmoid_entry>)
      return is_tame(n.a, levels - 1);
    if (op.call || op == info_of<divide_entry> || op == info_of<sqrt_entry>) return false;
    for (int k = 0; k < op.arity; ++k)
      if (!is_tame(n.operand(k), levels - 1)) return false;
    return true;
  }
  constexpr bool is_new_reciprocal(int i) const {
    return i >= computed_ && *g_[i].operation == info_of<divide_entry> &&
           g_.is_constant(g_[i].a, 1);
  }
  constexpr int divided(int seed, int reciprocal) const {
    return g_.apply(info_of<divide_entry>, seed, g_[reciprocal].b);
  }

  Builder& g_;
  int computed_;
};

/// The sum of two contributions, where −1 stands for none.
template <class Builder> constexpr int sum(Builder& g, int a, int b) {
  if (a < 0) return b;
  if (b < 0) return a;
  return g.apply(info_of<add_entry>, a, b);
}

/// seed · ∂n/∂(operand k) of node `n`; the first `computed` nodes are computed in any case.
template <class Builder>
constexpr int contribution(Builder& g, int n, int k, int seed, int computed) {
  graph::node const at = g[n];
  if (at.operation->is_let()) return seed;
  if (at.operation->passive) return -1;
  record const& partial = *at.operation->partial(k);
  if (*partial.operation == operation::constant && partial.value.is(0)) return -1;
  if (*partial.operation == operation::constant && partial.value.is(1)) return seed;
  int const bound[4] = {n, at.a, at.b, at.c};
  return factor_product(g, computed)(seed, instantiate(g, partial, bound));
}

}  // namespace leibniz::derive
