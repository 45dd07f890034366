// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/derive/corner.hpp"
#include "leibniz/graph/traverse.hpp"

namespace leibniz::derive {

/// Tangent propagation: the tangents of `roots` when each node of `by` moves with its seed (−1: zero), in which slopes of
/// corners are as the chain rule gives them.
/// Complexity: linear in the number of nodes between them. (Griewank, Walther: Evaluating Derivatives,
/// 2008, 3.1)
template <class Builder>
constexpr buffer<int> sweep_forward(Builder& g, buffer<int> const& roots, buffer<int> const& by,
                                    buffer<int> const& seeds) {
  int first = g.size();
  for (int i : by) first = i < first ? i : first;
  buffer<char> const needed = graph::needed_for(g, roots, first);
  int const last = needed.size();
  buffer<int> tangent(last, -1);
  for (int s = 0; s < by.size(); ++s)
    if (by[s] < last) tangent[by[s]] = seeds[s];
  chain_rule rule(g, last);
  for (int i = first; i < last; ++i) {
    if (needed[i] == 0) continue;
    int const arity = g[i].arity();
    for (int k = 0; k < arity; ++k) {
      int const operand = g[i].operand(k);
      if (operand >= first && tangent[operand] >= 0)
        tangent[i] = sum(g, tangent[i], rule.contribution(i, k, tangent[operand]));
    }
  }
  buffer<int> tangents;
  for (int r : roots) tangents.push_back(tangent[r]);
  return tangents;
}

/// The tangents of `roots` when each node of `by` moves with its seed, appended to `tangents` (−1: zero).
template <class Builder>
constexpr void forward(Builder& g, buffer<int> const& roots, buffer<int> const& by,
                       buffer<int> const& seeds, buffer<int>& tangents) {
  buffer<int> found = sweep_forward(g, roots, by, seeds);
  settle_corners(g, roots, graph::end_of(roots), found);
  for (int i : found) tangents.push_back(i);
}

/// ∂root/∂by for every root, appended to `tangents` (−1: zero).
template <class Builder>
constexpr void forward(Builder& g, buffer<int> const& roots, int by, buffer<int>& tangents) {
  buffer<int> const one(1, by), seed(1, g.constant(integer(1)));
  forward(g, roots, one, seed, tangents);
}

/// ∂root/∂by, or −1 if root does not depend on `by`. What `by` itself depends on is held fixed, so a let
/// can stand for an independent variable.
template <class Builder> constexpr int forward(Builder& g, int root, int by) {
  buffer<int> const roots(1, root);
  buffer<int> tangents;
  forward(g, roots, by, tangents);
  return tangents[0];
}

}  // namespace leibniz::derive
