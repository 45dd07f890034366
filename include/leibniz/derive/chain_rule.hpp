// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/derive/mask.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/power.hpp"

namespace leibniz::derive {

/// The chain rule in one sweep over a graph: the products seed · ∂n/∂(operand), formed in the order that shares
/// most. The first `computed` nodes of the graph are computed in any case.
///
/// seed·(1/b) is seed/b and seed·((1/b)·z) is (seed/b)·z, so that both operands of a quotient share one
/// division; not where 1/b is computed anyway. In reverse, seed·(2·z) is (2·seed)·z, since the terms of a sum have
/// one seed; where it came through a root, 2·seed is one operation less. A seed that is 0 by choice, such as where(c,
/// u, 0), must not meet a factor that may be infinite: the product is where(c, u·factor, 0).
///
/// A seed s/n of n = a/b, exp(a) or a^b, as a logarithm gives it, meets a partial that holds n: s/a, s, s·b/a.
template <class Builder> class chain_rule {
 public:
  constexpr chain_rule(Builder& builder_in, int computed_in, bool seeds_are_shared_in = false)
      : g_(builder_in),
        masks_(builder_in),
        computed_(computed_in),
        seeds_are_shared_(seeds_are_shared_in) {}

  /// ∂n/∂(operand k) of node n; −1: zero.
  constexpr int partial(int n, int k) { return contribution(n, k, g_.constant(integer(1))); }

  /// seed · ∂n/∂(operand k) of node n; −1: zero.
  constexpr int contribution(int n, int k, int seed) {
    graph::node const at = g_[n];  // a copy: the graph grows
    return contribution(n, at, k, seed);
  }
  constexpr int contribution(int n, graph::node const& at, int k, int seed) {
    if (at.operation->is_let()) return seed;
    if (at.operation->passive) return -1;
    record const& partial = *at.operation->partial(k);
    if (partial.arity == 0 && *partial.operation == operation::constant) {
      if (partial.value.is(0)) return -1;
      if (partial.value.is(1)) {
        if (at.operation->id != corner_slope_entry::id) return seed;
        return product(seed, g_.add(*at.operation, g_.constant(integer(1)), at.b, at.c));
      }
    }
    int const bound[4] = {n, at.a, at.b, at.c};
    int factor = instantiate(g_, partial, bound);
    std::uint64_t const id = at.operation->id;
    if (id == min_entry::id || id == max_entry::id) factor = of_one_order(factor, at);
    if (id == divide_entry::id || id == exp_entry::id || id == pow_entry::id)
      if (int const above = without_divisor(seed, n, 2); above >= 0)
        if (int const relative = without_factor(factor, n, at); relative >= 0)
          return product(above, relative);
    return product(seed, factor);
  }

  /// seed · factor, either of which may be 0 by choice where the other is infinite.
  constexpr int product(int seed, int factor) {
    if (g_.is_constant(seed, 1)) return factor;
    if (g_.is_constant(seed, 0) || g_.is_constant(factor, 0)) return g_.constant(integer(0));
    if (is<where_entry>(*g_[factor].operation)) {
      graph::node const f = g_[factor];
      if (g_.is_constant(f.c, 0)) return g_.apply(*f.operation, f.a, product(seed, f.b), f.c);
      if (g_.is_constant(f.b, 0)) return g_.apply(*f.operation, f.a, f.b, product(seed, f.c));
    }
    unsigned const of_seed = g_[seed].traits, of_factor = g_[factor].traits;
    auto mask = masks<Builder>::anywhere;
    if ((of_seed & trait::chosen) != 0 && (of_factor & trait::singular) != 0) {
      mask = masks_.of(seed);
      seed = masks_.inside(seed);
    }
    if ((of_factor & trait::chosen) != 0 && (of_seed & trait::singular) != 0) {
      mask = masks_.both(mask, masks_.of(factor));
      factor = masks_.inside(factor);
    }
    if (mask == masks<Builder>::anywhere) return formed(seed, factor);
    return masks_.choose(mask, formed(seed, factor));
  }

 private:
  /// The partial of min(y, x) or max(y, x) where the graph holds one of x and y as well: at ties as if it were written
  /// in that order, so that both choose between x and y in one way.
  constexpr int of_one_order(int factor, graph::node const& at) const {
    if (at.a <= at.b ||
        (g_.find(min_entry::id, at.b, at.a) < 0 && g_.find(max_entry::id, at.b, at.a) < 0))
      return factor;
    graph::node const choice = g_[factor], compared = g_[choice.a];
    function_info const& other =
        is<less_entry>(*compared.operation) ? info_of<less_equal_entry> : info_of<less_entry>;
    return g_.apply(*choice.operation, g_.apply(other, compared.a, compared.b), choice.b, choice.c);
  }

  /// s where the seed is s/n or holds such a quotient; −1 where not.
  constexpr int without_divisor(int seed, int n, int levels) const {
    graph::node const& s = g_[seed];
    std::uint64_t const id = s.operation->id;
    if (id == divide_entry::id) return s.b == n && seed >= computed_ ? s.a : -1;
    if (levels == 0 || (id != negate_entry::id && id != multiply_entry::id)) return -1;
    function_info const& op = *s.operation;
    int const a = s.a, b = s.b;  // the graph grows
    int const in_a = without_divisor(a, n, b < 0 ? levels - 1 : 0);
    if (in_a >= 0) return g_.apply(op, in_a, b);
    int const in_b = b < 0 ? -1 : without_divisor(b, n, 0);
    return in_b < 0 ? -1 : g_.apply(op, a, in_b);
  }
  /// A partial of node n over n itself, where that is simpler: of a quotient, an exponential or a power; −1 where not.
  constexpr int without_factor(int factor, int n, graph::node const& at) const {
    if (factor == n) return g_.constant(integer(1));
    graph::node const f = g_[factor];
    if (is<negate_entry>(*f.operation)) {
      int const relative = without_factor(f.a, n, at);
      return relative < 0 ? -1 : g_.apply(*f.operation, relative);
    }
    if (is<divide_entry>(*f.operation) && is<divide_entry>(*at.operation) && f.b == at.b &&
        g_.is_constant(f.a, 1))
      return g_.apply(*f.operation, f.a, at.a);
    if (!is<multiply_entry>(*f.operation)) return -1;
    if (f.a == n || f.b == n) return f.a == n ? f.b : f.a;
    for (int k = 0; k < 2; ++k) {
      graph::node const below = g_[f.operand(k)];
      if (is<pow_below_entry>(*below.operation) && below.a == at.a && below.b == at.b)
        return g_.apply(info_of<divide_entry>, f.operand(1 - k), at.a);
    }
    return -1;
  }

  constexpr int formed(int seed, int factor) const {
    graph::node const f = g_[factor];
    if (g_.is_constant(seed, 1)) return factor;
    // (1/b)·b of a tangent is 1, as b/b of an adjoint is: x·log(x) at 0
    if (is_new_reciprocal(seed) && g_[seed].b == factor) return g_.constant(integer(1));
    if (is<negate_entry>(*f.operation)) return g_.apply(*f.operation, formed(seed, f.a));
    if (is_new_reciprocal(factor)) return g_.apply(*f.operation, seed, f.b);
    if (is<multiply_entry>(*f.operation)) {
      if (is_new_reciprocal(f.b)) return g_.apply(*f.operation, divided(seed, f.b), f.a);
      if (is_new_reciprocal(f.a)) return g_.apply(*f.operation, divided(seed, f.a), f.b);
    }
    if (seeds_are_shared_ && is<multiply_entry>(*f.operation) && g_.is_constant(f.a, 2))
      return g_.apply(*f.operation, scaled(seed, f.a), f.b);
    return g_.is_constant(factor) ? scaled(seed, factor)
                                  : g_.apply(info_of<multiply_entry>, seed, factor);
  }
  /// A seed times a constant; a constant by choice, where(c, 1/2, 0), takes it in.
  constexpr int scaled(int seed, int by) const {
    graph::node const s = g_[seed];
    bool const chosen = is<where_entry>(*s.operation) && g_.is_constant(s.b) && g_.is_constant(s.c);
    if (chosen && g_.is_constant(s.c, 0))
      return g_.apply(*s.operation, s.a, g_.apply(info_of<multiply_entry>, s.b, by), s.c);
    if (chosen && g_.is_constant(s.b, 0))
      return g_.apply(*s.operation, s.a, s.b, g_.apply(info_of<multiply_entry>, s.c, by));
    return g_.apply(info_of<multiply_entry>, seed, by);
  }
  constexpr bool is_new_reciprocal(int i) const {
    return i >= computed_ && is<divide_entry>(*g_[i].operation) && g_.is_constant(g_[i].a, 1);
  }
  constexpr int divided(int seed, int reciprocal) const {
    return g_.apply(info_of<divide_entry>, seed, g_[reciprocal].b);
  }

  Builder& g_;
  masks<Builder> masks_;
  int computed_;
  bool seeds_are_shared_;
};

/// The sum of two contributions, where −1 stands for none.
template <class Builder> constexpr int sum(Builder& g, int a, int b) {
  if (a < 0) return b;
  if (b < 0) return a;
  return g.apply(info_of<add_entry>, a, b);
}

}  // namespace leibniz::derive
