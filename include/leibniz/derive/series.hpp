// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/graph/traverse.hpp"

namespace leibniz::derive {

/// Taylor coefficients of nodes while some nodes move along a line, by series arithmetic.
///
/// The series of a sum, a product, a quotient or a choice is that of series. Any other y with the partials p and the
/// operands u has y' = sum of p u', hence k y_k = sum over j = 1..k of j u_j p_(k-j); the partials are nodes, too, and have
/// series of their own. Derivatives of derivatives would grow with the number of ways to split k.
/// Complexity: k operations for coefficient k of a node. (Griewank, Walther: Evaluating Derivatives, 2008, 13.2)
template <class Builder> class series {
 public:
  /// `by` moves with speed `seeds`; what stands before all of them does not move.
  constexpr series(Builder& builder_in, buffer<int> by_in, buffer<int> seeds_in, int order_in)
      : g_(builder_in),
        by_(static_cast<buffer<int>&&>(by_in)),
        seeds_(static_cast<buffer<int>&&>(seeds_in)),
        order_(order_in),
        first_(builder_in.size()),
        rule_(builder_in, builder_in.size()) {
    for (int i : by_) first_ = i < first_ ? i : first_;
  }

  /// One node moves with speed 1.
  constexpr series(Builder& builder_in, int by_in, int order_in)
      : series(builder_in, buffer<int>(1, by_in), buffer<int>(1, builder_in.constant(integer(1))),
               order_in) {}

  /// Coefficient k of each root (−1: zero), in which slopes of corners are as the chain rule gives them.
  constexpr buffer<int> coefficients(buffer<int> const& roots, int k) {
    buffer<char> const needed = graph::needed_for(g_, roots, first_);
    buffer<int> result;
    for (int i = first_; i < needed.size();
         ++i)  // in order, so that no recursion is as deep as the graph
      if (needed[i] != 0) coefficient(i, k);
    for (int r : roots) result.push_back(coefficient(r, k));
    return result;
  }

 private:
  static constexpr int unknown = -2;

  constexpr int coefficient(int i, int k) {
    if (k == 0) return i;
    if (i < first_) return -1;
    for (int s = 0; s < by_.size(); ++s)
      if (by_[s] == i) return k == 1 ? seeds_[s] : -1;
    int const row = row_of(i);
    if (known_[row + k] == unknown) {
      int const found = compute(i, k);
      known_[row + k] = found;
    }
    return known_[row + k];
  }
  /// Where the coefficients of a node are kept, then its partials.
  constexpr int row_of(int i) {
    if (i >= row_.size()) row_.resize(g_.size(), -1);
    if (row_[i] < 0) {
      row_[i] = known_.size();
      known_.resize(known_.size() + order_ + 1 + 3, unknown);
    }
    return row_[i];
  }
  constexpr int compute(int i, int k) {
    graph::node const n = g_[i];  // a copy: the graph grows
    function_info const& op = *n.operation;
    if (n.arity() == 0 || op.passive) return -1;
    if (op.is_let()) return coefficient(n.a, k);
    if (is<negate_entry>(op)) return scaled(coefficient(n.a, k), integer(-1));
    if (is<add_entry>(op)) return sum(g_, coefficient(n.a, k), coefficient(n.b, k));
    if (is<subtract_entry>(op)) return difference(coefficient(n.a, k), coefficient(n.b, k));
    if (is<multiply_entry>(op) || is<square_entry>(op))
      return convolution(n.a, n.b < 0 ? n.a : n.b, 0, k);
    if (is<divide_entry>(op)) {
      int const above = difference(coefficient(n.a, k), convolution(n.b, i, 1, k));
      return above < 0 ? -1 : rule_.product(above, g_.apply(op, g_.constant(integer(1)), n.b));
    }
    if (is<where_entry>(op)) {
      int const a = coefficient(n.b, k), b = coefficient(n.c, k);
      return a < 0 && b < 0 ? -1 : g_.apply(op, n.a, or_zero(a), or_zero(b));
    }
    int total = -1;
    for (int operand = 0; operand < n.arity(); ++operand) {
      for (int j = 1; j <= k; ++j) {
        int const speed = scaled(coefficient(n.operand(operand), j), integer(j));
        if (speed < 0) continue;
        if (j == k) {
          if (int const last = rule_.contribution(i, n, operand, speed); last >= 0)
            total = sum(g_, total, last);
        } else if (int const p = partial(i, operand); p >= 0) {
          if (int const later = coefficient(p, k - j); later >= 0)
            total = sum(g_, total, rule_.product(speed, later));
        }
      }
    }
    return scaled(total, rational(1, k));
  }
  /// The sum over j = least..k of a_j b_(k-j); each product once where a is b.
  constexpr int convolution(int a, int b, int least, int k) {
    int total = -1;
    for (int j = least; j <= k; ++j) {
      if (a == b && 2 * j > k) break;
      int const x = coefficient(a, j), y = coefficient(b, k - j);
      if (x < 0 || y < 0) continue;
      int const product = rule_.product(x, y);
      total = sum(g_, total, a == b && 2 * j < k ? scaled(product, integer(2)) : product);
    }
    return total;
  }
  constexpr int partial(int i, int operand) {
    int const at = row_of(i) + order_ + 1 + operand;
    if (known_[at] == unknown) {
      int const found = rule_.partial(i, operand);
      known_[at] = found;
    }
    return known_[at];
  }
  constexpr int scaled(int i, number const& by) {
    if (i < 0 || by.is(1)) return i;
    return by.is(-1) ? g_.apply(info_of<negate_entry>, i)
                     : g_.apply(info_of<multiply_entry>, g_.constant(by), i);
  }
  constexpr int difference(int a, int b) {
    if (b < 0) return a;
    return a < 0 ? scaled(b, integer(-1)) : g_.apply(info_of<subtract_entry>, a, b);
  }
  constexpr int or_zero(int i) { return i < 0 ? g_.constant(integer(0)) : i; }

  Builder& g_;
  buffer<int> by_, seeds_;
  int order_, first_;
  chain_rule<Builder> rule_;
  buffer<int> row_, known_;
};

}  // namespace leibniz::derive
