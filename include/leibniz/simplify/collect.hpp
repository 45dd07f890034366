// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/functions/power.hpp"
#include "leibniz/graph/id_map.hpp"
#include "leibniz/graph/traverse.hpp"
#include "leibniz/simplify/match.hpp"

namespace leibniz::simplification {

/// Copies a graph with the constants of its derivatives collected. A product, quotient or sum that one node uses is
/// kept as a constant times the rest, so that constants meet and cancel on their way outwards, and are multiplied once
/// at the end:
///
///     (2·x)·(a/(2·r))      →  x·(a/r)
///     2·a + x·(400·b)      →  2·(a + x·(200·b)) where 200·b is computed anyway
///     x·(1/r)              →  x/r where that is computed anyway
///     a·x + a·y            →  a·(x + y)
///
/// Each is exact over the real numbers and rounds no more often than before. What the first `values` roots need stays
/// as it is, bit for bit.
/// Complexity: linear.
template <class Builder> class collecting {
 public:
  constexpr collecting(Builder& to_in, graph::view const& from_in, int values_in)
      : to_(to_in),
        from_(from_in),
        uses_(from_in.size.nodes, 0),
        kept_(graph::needed_for_values(from_in, values_in)),
        constant_(from_in.size.nodes, 0),
        factor_(from_in.size.nodes, -1),
        core_(from_in.size.nodes, -1),
        became_(from_in.size.nodes, -1),
        whole_(from_in.size.nodes, -1),
        reciprocal_(from_in.size.nodes, -1),
        multiple_(from_in.size.nodes, -1) {
    find_uses();
    to_in.copy_inputs(from_in);
    for (int i = 0; i < from_in.size.nodes; ++i) {
      if (uses_[i] == 0) continue;
      graph::node const& n = from_in.nodes[i];
      core_[i] = i;
      if (n.arity() == 0) {
        became_[i] = to_in.leaf(from_in, i);
        constant_[i] = n.operation->is_input() || *n.operation == operation::literal ? 0 : 1;
      } else if (kept_[i] != 0 || !collect(n, i)) {
        copy(n, i);
      }
    }
    for (int r = 0; r < from_in.size.roots; ++r) to_in.root(whole(from_in.roots[r]));
  }

 private:
  /// A constant: a number times a node of constants (−1: none).
  struct factor {
    number by;
    int node;
    constexpr bool one() const { return node < 0 && by.is(1); }
  };
  static constexpr factor one{integer(1), -1};

  constexpr void find_uses() {
    for (int r = 0; r < from_.size.roots; ++r) ++uses_[from_.roots[r]];
    for (int i = from_.size.nodes; i-- > 0;) {
      if (uses_[i] == 0) continue;
      graph::node const& n = from_.nodes[i];
      for (int k = 0; k < n.arity(); ++k) ++uses_[n.operand(k)];
      if (is<divide_entry>(*n.operation)) {
        if (from_.is_constant(n.a) && from_.value_of(n.a).is(1)) reciprocal_[n.b] = i;
        else quotients_.insert(pair(n.a, n.b), i);
      }
      if (is<multiply_entry>(*n.operation) && from_.is_constant(n.a) &&
          (uses_[i] > 1 || kept_[i] != 0))
        multiple_[n.b] = i;
    }
    for (int r = 0; r < from_.size.roots; ++r) {  // a root is computed anyway
      graph::node const& n = from_.nodes[from_.roots[r]];
      if (is<multiply_entry>(*n.operation) && from_.is_constant(n.a))
        multiple_[n.b] = from_.roots[r];
    }
  }
  static constexpr std::uint64_t pair(int a, int b) {
    return mix(mix(0, static_cast<std::uint64_t>(a)), static_cast<std::uint64_t>(b));
  }

  constexpr factor factor_of(int i) const { return factor_[i] < 0 ? one : factors_[factor_[i]]; }
  constexpr factor product(factor const& x, factor const& y) {
    number const by = x.by * y.by;
    int const node = x.node < 0   ? y.node
                     : y.node < 0 ? x.node
                                  : to_.apply(info_of<multiply_entry>, x.node, y.node);
    if (by.exact()) return {by, node};
    int const large = to_.apply(info_of<multiply_entry>, to_.constant(x.by), to_.constant(y.by));
    return {integer(1), node < 0 ? large : to_.apply(info_of<multiply_entry>, large, node)};
  }

  constexpr int constant(factor const& f) {
    if (f.node < 0) return to_.constant(f.by);
    if (f.by.is(1)) return f.node;
    return to_.apply(info_of<multiply_entry>, to_.constant(f.by), f.node);
  }
  constexpr int times(factor const& f, int x) {
    if (f.one()) return x;
    if (f.node < 0 && f.by.is(-1)) return to_.apply(info_of<negate_entry>, x);
    return to_.apply(info_of<multiply_entry>, constant(f), x);
  }
  /// Node i with its constant.
  constexpr int whole(int i) {
    if (factor_[i] < 0) return became_[i];
    if (whole_[i] < 0) whole_[i] = times(factors_[factor_[i]], became_[i]);
    return whole_[i];
  }
  /// Whether node i has a constant that nobody needs with it.
  constexpr bool is_free(int i) const { return factor_[i] >= 0 && uses_[i] == 1; }
  constexpr bool is_finite(factor const& f) const {
    return f.node < 0 || (to_[f.node].traits & trait::singular) == 0;
  }
  /// Of 1e-25 (1e-20 x) the product of the constants would be 0 in float: only moderate ones move outwards.
  static constexpr bool is_moderate(double magnitude) {
    constexpr double largest = 1e15;
    return same_value(magnitude, 0.0) || (magnitude <= largest && magnitude >= 1 / largest);
  }
  /// About the magnitude of a constant; 1 for what is no number nor a product of numbers.
  constexpr double magnitude(factor const& f) const {
    return leibniz::detail::product(magnitude(f.by), f.node < 0 ? 1 : magnitude(f.node));
  }
  static constexpr double magnitude(number const& n) {
    double const x = n.as_double();
    return x < 0 ? -x : x;
  }
  constexpr double magnitude(int constant) const {
    if (to_.is_constant(constant)) return magnitude(to_.value_of(constant));
    graph::node const& n = to_[constant];
    return is<multiply_entry>(*n.operation)
               ? leibniz::detail::product(magnitude(n.a), magnitude(n.b))
               : 1;
  }
  constexpr bool set(int i, factor const& f, int x, int core = -1) {
    if (!is_moderate(magnitude(f))) {
      became_[i] = times(f, x);
      return true;
    }
    became_[i] = x;
    if (f.one()) return true;
    core_[i] = core;
    factor_[i] = factors_.size();
    factors_.push_back(f);
    return true;
  }
  constexpr void copy(graph::node const& n, int i) {
    int operands[3] = {-1, -1, -1};
    bool constant = n.arity() > 0;
    for (int k = 0; k < n.arity(); ++k) {
      operands[k] = whole(n.operand(k));
      constant = constant && constant_[n.operand(k)] != 0;
    }
    constant_[i] = constant ? 1 : 0;
    became_[i] = to_.apply(*n.operation, operands[0], operands[1], operands[2]);
  }

  constexpr bool collect(graph::node const& n, int i) {
    function_info const& op = *n.operation;
    if (constant_[n.a] != 0 && (n.b < 0 || constant_[n.b] != 0)) return false;
    if (is<multiply_entry>(op)) return collect_product(n, i);
    if (is<divide_entry>(op)) return collect_quotient(n, i);
    if (is<add_entry>(op) || is<subtract_entry>(op)) return collect_sum(n, i);
    if (is<negate_entry>(op) && is_free(n.a))
      return set(i, product({integer(-1), -1}, factor_of(n.a)), became_[n.a], core_[n.a]);
    if (is<negate_entry>(op) && uses_[i] == 1) return set(i, {integer(-1), -1}, whole(n.a));
    if (is<square_entry>(op) && is_free(n.a))
      return set(i, product(factor_of(n.a), factor_of(n.a)), to_.apply(op, became_[n.a]));
    // a branch that is not taken may hold a constant that is infinite
    if (is<where_entry>(op) && is_free(n.b) && is_finite(factor_of(n.b)) && is_number(n.c, 0))
      return set(i, factor_of(n.b), to_.apply(op, whole(n.a), became_[n.b], whole(n.c)));
    if (is<where_entry>(op) && is_free(n.c) && is_finite(factor_of(n.c)) && is_number(n.b, 0))
      return set(i, factor_of(n.c), to_.apply(op, whole(n.a), whole(n.b), became_[n.c]));
    return false;
  }

  constexpr bool is_number(int i, std::int64_t n) const {
    return from_.is_constant(i) && from_.value_of(i).is(n);
  }

  constexpr bool collect_product(graph::node const& n, int i) {
    if (constant_[n.a] != 0) return collect_multiple(n.a, n.b, i);
    if (constant_[n.b] != 0) return collect_multiple(n.b, n.a, i);
    if (factor_[n.a] < 0 && factor_[n.b] < 0) {
      int found = quotient(n.a, n.b);
      if (found < 0) found = quotient(n.b, n.a);
      became_[i] =
          found >= 0 ? became_[found] : to_.apply(*n.operation, became_[n.a], became_[n.b]);
      return true;
    }
    factor const f = factor_of(n.a), g = factor_of(n.b);
    bool const free = is_free(n.a) || is_free(n.b) || product(f, g).one();
    bool const bare_a = factor_[n.a] < 0 || free, bare_b = factor_[n.b] < 0 || free;
    int const a = bare_a ? core_[n.a] : n.a, b = bare_b ? core_[n.b] : n.b;
    int known = quotient(a, b);
    if (known < 0) known = quotient(b, a);
    int const x = known >= 0
                      ? became_[known]
                      : to_.apply(info_of<multiply_entry>, bare_a ? became_[n.a] : whole(n.a),
                                  bare_b ? became_[n.b] : whole(n.b));
    return set(i, free ? product(f, g) : one, x, known);
  }
  constexpr bool collect_multiple(int c, int x, int i) {
    bool const exact = from_.is_constant(c) && from_.value_of(c).exact();
    factor const f = exact ? factor{from_.value_of(c), -1} : factor{integer(1), whole(c)};
    int const known = multiple_[x];
    if (exact && factor_[x] < 0 && known >= 0 && known != i) {
      number const by = from_.value_of(from_.nodes[known].a);
      if (by.exact() && !by.zero() && power_of_two(f.by * reciprocal(by)))
        return set(i, {f.by * reciprocal(by), -1}, times({by, -1}, became_[x]));
    }
    if (!is_moderate(magnitude(f))) return set(i, f, whole(x));
    return set(i, product(f, factor_of(x)), became_[x], core_[x]);
  }
  /// The node x/y, computed before, where r is 1/y; or −1.
  constexpr int quotient(int x, int r) const {
    if (x < 0 || r < 0) return -1;
    graph::node const& n = from_.nodes[r];
    if (!is<divide_entry>(*n.operation) || reciprocal_[n.b] != r) return -1;
    int const found = quotients_.find(pair(x, n.b));
    return found >= 0 && became_[found] >= 0 && factor_[found] < 0 ? found : -1;
  }

  constexpr bool collect_quotient(graph::node const& n, int i) {
    if (factor_[n.a] < 0 && factor_[n.b] < 0) return false;
    factor const f = factor_of(n.a), g = factor_of(n.b);
    if (factor_[n.b] >= 0 && (g.node >= 0 || g.by.zero())) return false;
    factor const over{factor_[n.b] < 0 ? integer(1) : reciprocal(g.by), -1};
    if (constant_[n.a] == 0) {
      if (!is_free(n.a) && !is_free(n.b)) return false;
      return set(i, product(f, over), to_.apply(*n.operation, became_[n.a], became_[n.b]));
    }
    if (factor_[n.b] < 0 || !from_.is_constant(n.a) || !from_.value_of(n.a).exact()) return false;
    factor const above = product({from_.value_of(n.a), -1}, over);
    int const core = core_[n.b] >= 0 ? reciprocal_[core_[n.b]] : -1;
    if (core >= 0)
      return set(i, above, to_.apply(*n.operation, to_.constant(integer(1)), became_[n.b]), core);
    if (!is_free(n.b)) return false;
    return set(i, one, to_.apply(*n.operation, constant(above), became_[n.b]));
  }

  constexpr bool collect_sum(graph::node const& n, int i) {
    factor f = one;
    bool minus = is<subtract_entry>(*n.operation), together = false;
    int a = -1, b = -1;
    if (is_free(n.a) || is_free(n.b)) {
      factor const g = factor_of(n.b);
      f = factor_of(n.a);
      bool const opposite = f.by == -g.by;
      together = f.node == g.node && (f.by == g.by || opposite);
      minus = together ? minus != opposite : minus;
      bool const exchanged = together && minus && opposite && f.by.negative();
      a = became_[exchanged ? n.b : n.a];  // −c·a + c·b is c·(b − a)
      b = became_[exchanged ? n.a : n.b];
      if (exchanged) f = g;
    }
    if (!together) {
      f = one;
      a = whole(n.a);
      b = whole(n.b);
    }
    function_info const& op = minus ? info_of<subtract_entry> : info_of<add_entry>;
    int const common = uses_[n.a] == 1 && uses_[n.b] == 1 && a != b ? common_factor(a, b) : -1;
    if (common < 0) return set(i, f, to_.apply(op, a, b));
    int const rest = to_.apply(op, other(a, common), other(b, common));
    return set(i, f, to_.apply(info_of<multiply_entry>, common, rest));
  }
  /// What two products have in common, or −1.
  constexpr int common_factor(int a, int b) const {
    graph::node const &p = to_[a], &q = to_[b];
    if (!is<multiply_entry>(*p.operation) || !is<multiply_entry>(*q.operation)) return -1;
    if (p.a == q.a || p.a == q.b) return p.a;
    return p.b == q.a || p.b == q.b ? p.b : -1;
  }
  constexpr int other(int product, int than) const {
    return to_[product].a == than ? to_[product].b : to_[product].a;
  }

  Builder& to_;
  graph::view from_;
  buffer<int> uses_;
  buffer<char> kept_, constant_;
  buffer<int> factor_;  // the constant of a node, −1: 1
  buffer<int> core_;    // the node of `from` that a node is without its constant, −1: none
  buffer<int> became_, whole_, reciprocal_, multiple_;
  buffer<factor> factors_;
  graph::id_map quotients_;
};

template <class Builder>
constexpr void collect_constants(Builder& to, graph::view const& from, int values) {
  collecting<Builder>(to, from, values);
}

}  // namespace leibniz::simplification
