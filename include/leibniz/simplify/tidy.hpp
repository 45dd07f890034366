// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/functions/power.hpp"

namespace leibniz::simplify {

/// x^n by repeated squaring, squares shared with every other power of x; n ≠ 0.
template <class Builder> constexpr int repeated_product(Builder& g, int x, std::int64_t n) {
  std::int64_t const magnitude = n < 0 ? -n : n;
  int result = -1, square = x;
  for (std::int64_t k = magnitude; k > 0; k /= 2) {
    if (k % 2 == 1) result = result < 0 ? square : g.apply(info_of<multiply_entry>, result, square);
    if (k > 1) square = g.apply(info_of<square_entry>, square);
  }
  return n < 0 ? g.apply(info_of<divide_entry>, g.constant(integer(1)), result) : result;
}

/// Copies what the roots need: drops dead nodes and lets (a let is its formula), and writes integer powers as
/// products.
template <class Builder> constexpr void tidy(Builder& to, graph::view const& from) {
  constexpr std::int64_t largest_product = 32;
  buffer<char> live(from.size.nodes, 0);
  for (int r = 0; r < from.size.roots; ++r) live[from.roots[r]] = 1;
  for (int i = from.size.nodes - 1; i >= 0; --i) {
    if (live[i] == 0) continue;
    graph::node const& n = from.nodes[i];
    for (int k = 0; k < n.arity(); ++k) live[n.operand(k)] = 1;
  }
  to.copy_inputs(from);
  buffer<int> became(from.size.nodes, -1);
  for (int i = 0; i < from.size.nodes; ++i) {
    if (live[i] == 0) continue;
    graph::node const& n = from.nodes[i];
    if (n.arity() == 0) became[i] = to.leaf(from, i);
    else if (n.operation->is_let()) became[i] = became[n.a];
    else if (*n.operation == info_of<power_entry> && from.is_constant(n.b) &&
             from.value_of(n.b).integer() && from.value_of(n.b).numerator <= largest_product &&
             from.value_of(n.b).numerator >= -largest_product)
      became[i] = repeated_product(to, became[n.a], from.value_of(n.b).numerator);
    else
      became[i] = to.apply(*n.operation, became[n.a], n.b < 0 ? -1 : became[n.b],
                           n.c < 0 ? -1 : became[n.c]);
  }
  for (int r = 0; r < from.size.roots; ++r) to.root(became[from.roots[r]]);
}

}  // namespace leibniz::simplify
