// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/derive/corner.hpp"
#include "leibniz/graph/traverse.hpp"

namespace leibniz::derive {

/// Adjoint accumulation: Σ seed·∂root/∂by for every node in `by`, appended to `adjoints` (−1: zero).
/// A `by` that depends on another, such as a let, has its own adjoint and passes it on.
/// Complexity: linear in the number of nodes up to the last root. (Griewank, Walther: Evaluating
/// Derivatives, 2008, 3.2)
template <class Builder>
constexpr void reverse(Builder& g, buffer<int> const& roots, buffer<int> const& seeds,
                       buffer<int> const& by, buffer<int>& adjoints) {
  int const last = graph::end_of(roots);
  buffer<char> const dependent = graph::dependent_on(g, by, last);
  buffer<int> known(last, -1);
  char const* const active = dependent.data();
  int* const adjoint = known.data();
  for (int r = 0; r < roots.size(); ++r) adjoint[roots[r]] = sum(g, adjoint[roots[r]], seeds[r]);
  chain_rule rule(g, last, true);
  for (int i = last - 1; i >= 0; --i) {
    if (adjoint[i] < 0 || active[i] == 0) continue;
    graph::node const n = g[i];  // a copy: the graph grows
    int const arity = n.arity();
    for (int k = 0; k < arity; ++k) {
      int const operand = n.operand(k);
      if (operand < 0 || active[operand] == 0) continue;
      adjoint[operand] = sum(g, adjoint[operand], rule.contribution(i, n, k, adjoint[i]));
    }
  }
  buffer<int> found;
  for (int i : by) found.push_back(i < last ? adjoint[i] : -1);
  settle_corners(g, roots, last, found);
  for (int i : found) adjoints.push_back(i);
}

/// ∂root/∂by for every node in `by`.
template <class Builder>
constexpr void reverse(Builder& g, int root, buffer<int> const& by, buffer<int>& adjoints) {
  buffer<int> const roots(1, root), seeds(1, g.constant(integer(1)));
  reverse(g, roots, seeds, by, adjoints);
}

}  // namespace leibniz::derive
