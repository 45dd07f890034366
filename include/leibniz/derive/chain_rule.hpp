// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/piecewise.hpp"
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
/// division. A choice stays outside: seed·where(c, u, v) is where(c, seed·u, seed·v), and a choice in the
/// seed likewise, so that an infinite partial of the branch not taken is never multiplied by its zero seed.
template <class Builder> constexpr int product(Builder& g, int seed, int factor) {
  constexpr function_info const& where = info_of<where_entry>;
  if (g.is_constant(seed, 1)) return factor;
  graph::node const f = g[factor];
  if (*f.operation == where)
    return g.apply(where, f.a, product(g, seed, f.b), product(g, seed, f.c));
  graph::node const s = g[seed];
  if (*s.operation == where && (g.is_constant(s.b, 0) || g.is_constant(s.c, 0)))
    return g.apply(where, s.a, product(g, s.b, factor), product(g, s.c, factor));
  if (g.is_constant(seed, 0) || g.is_constant(factor, 0)) return g.constant(integer(0));
  if (*f.operation == info_of<negate_entry>) return g.apply(*f.operation, product(g, seed, f.a));
  if (*f.operation == info_of<divide_entry> && g.is_constant(f.a, 1))
    return g.apply(*f.operation, seed, f.b);
  if (*f.operation == info_of<multiply_entry>) {
    graph::node const first = g[f.a], second = g[f.b];
    if (*second.operation == info_of<divide_entry> && g.is_constant(second.a, 1))
      return g.apply(*f.operation, g.apply(*second.operation, seed, second.b), f.a);
    if (*first.operation == info_of<divide_entry> && g.is_constant(first.a, 1))
      return g.apply(*f.operation, g.apply(*first.operation, seed, first.b), f.b);
  }
  return g.apply(info_of<multiply_entry>, seed, factor);
}

/// The sum of two contributions, where −1 stands for none.
template <class Builder> constexpr int sum(Builder& g, int a, int b) {
  if (a < 0) return b;
  if (b < 0) return a;
  return g.apply(info_of<add_entry>, a, b);
}

/// seed · ∂n/∂(operand k) of node `n`.
template <class Builder> constexpr int contribution(Builder& g, int n, int k, int seed) {
  graph::node const at = g[n];
  if (at.operation->is_let()) return seed;
  if (at.operation->passive) return -1;
  record const& partial = *at.operation->partial(k);
  if (*partial.operation == operation::constant && partial.value.is(0)) return -1;
  if (*partial.operation == operation::constant && partial.value.is(1)) return seed;
  int const bound[4] = {n, at.a, at.b, at.c};
  return product(g, seed, instantiate(g, partial, bound));
}

}  // namespace leibniz::derive
