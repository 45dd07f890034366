// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"

namespace leibniz::derive {

/// Tangent propagation: ∂root/∂by, or −1 if root does not depend on `by`. What `by` itself depends on is
/// held fixed, so a let can stand for an independent variable.
/// Complexity: linear in the number of nodes between them. (Griewank, Walther: Evaluating Derivatives, 2008, 3.1)
template <class Builder> constexpr int forward(Builder& g, int root, int by) {
  if (root < by) return -1;
  int const last = root + 1;
  buffer<char> needed(last, 0);
  needed[root] = 1;
  for (int i = root; i > by; --i) {
    if (needed[i] == 0) continue;
    graph::node const& n = g[i];
    for (int k = 0; k < n.arity(); ++k)
      if (n.operand(k) >= 0) needed[n.operand(k)] = 1;
  }
  buffer<int> tangent(last, -1);
  tangent[by] = g.constant(integer(1));
  for (int i = by + 1; i <= root; ++i) {
    if (needed[i] == 0) continue;
    int const arity = g[i].arity();
    int total = -1;
    for (int k = 0; k < arity; ++k) {
      int const operand = g[i].operand(k);
      if (operand >= by && tangent[operand] >= 0)
        total = sum(g, total, contribution(g, i, k, tangent[operand]));
    }
    tangent[i] = total;
  }
  return tangent[root];
}

}  // namespace leibniz::derive
