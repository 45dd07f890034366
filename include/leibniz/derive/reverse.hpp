// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"

namespace leibniz::derive {

/// Adjoint accumulation: ∂root/∂by for every node in `by`, appended to `adjoints` (−1: it does not depend).
/// A `by` that others depend on, such as a let, has its own adjoint and passes it on.
/// Complexity: linear in the number of nodes up to root. (Griewank, Walther: Evaluating Derivatives, 2008, 3.2)
template <class Builder>
constexpr void reverse(Builder& g, int root, buffer<int> const& by, buffer<int>& adjoints) {
  int const last = root + 1;
  buffer<char> active(last, 0);  // bit 0: depends on one of `by`; bit 1: root depends on it
  for (int i : by)
    if (i < last) active[i] = 1;
  for (int i = 0; i < last; ++i) {
    graph::node const& n = g[i];
    if (active[i] == 0 && n.arity() > 0 &&
        ((active[n.a] | (n.b >= 0 ? active[n.b] : 0) | (n.c >= 0 ? active[n.c] : 0)) & 1) != 0)
      active[i] = 1;
  }
  buffer<int> adjoint(last, -1);
  adjoint[root] = g.constant(integer(1));
  for (int i = root; i >= 0; --i) {
    if (adjoint[i] < 0 || active[i] == 0) continue;
    int const arity = g[i].arity();
    for (int k = 0; k < arity; ++k) {
      int const operand = g[i].operand(k);
      if (operand < 0 || active[operand] == 0) continue;
      adjoint[operand] = sum(g, adjoint[operand], contribution(g, i, k, adjoint[i]));
    }
  }
  for (int i : by) adjoints.push_back(i < last ? adjoint[i] : -1);
}

}  // namespace leibniz::derive
