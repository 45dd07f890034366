// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/graph/traverse.hpp"
#include "leibniz/simplify/canonicalize.hpp"
#include "leibniz/simplify/raise.hpp"

// What lz::simplify does to a formula, and to the derivatives of what it simplified.

namespace leibniz::simplification {

/// About how long an operation takes, in additions.
template <class Builder> constexpr int weight(Builder const& g, int i) {
  function_info const& op = *g[i].operation;
  if (op.arity == 0 || op.is_let()) return 0;
  if (is<divide_entry>(op) || is<sqrt_entry>(op)) return 4;
  if (is<power_entry>(op) && g.is_constant(g[i].b)) {
    number const n = g.value_of(g[i].b);
    if (n.integer() && n.numerator <= 32 && n.numerator >= -32) {
      int products = n.negative() ? 4 : 0;
      for (std::int64_t k = n.negative() ? -n.numerator : n.numerator; k > 1; k /= 2)
        products += k % 2 == 0 ? 1 : 2;
      return products;
    }
  }
  return op.call ? 12 : 1;
}
template <class Builder> constexpr int weight_of(Builder const& g, buffer<int> const& roots) {
  buffer<char> const needed = graph::needed_for(g, roots);
  int sum = 0;
  for (int i = 0; i < needed.size(); ++i)
    if (needed[i] != 0) sum += weight(g, i);
  return sum;
}
template <class Builder> constexpr int weight_of(Builder const& g, int root) {
  return weight_of(g, buffer<int>(1, root));
}
/// The graph that is cheaper to compute.
template <class Builder> constexpr Builder lighter(Builder a, Builder b) {
  return weight_of(b, b.roots()) < weight_of(a, a.roots()) ? static_cast<Builder&&>(b)
                                                           : static_cast<Builder&&>(a);
}

/// Copies what a node is computed from; `to` may be the same builder, which applies its rules again.
template <class From, class To> constexpr int copy_into(From const& from, int root, To& to) {
  buffer<char> const needed = graph::needed_for(from, buffer<int>(1, root));
  buffer<int> image(root + 1, -1);
  for (int i = 0; i <= root; ++i) {
    if (needed[i] == 0) continue;
    graph::node const n = from[i];
    if (n.arity() == 0) image[i] = to.leaf(from.view(), i);
    else if (n.operation->is_let()) image[i] = to.add(*n.operation, image[n.a]);
    else image[i] = graph::apply_to(to, n, image);
  }
  return image[root];
}

/// The cheapest of three ways to compute a node: as it is, rewritten by all rules, and with its sums and products
/// collected in canonical form (only where that is small).
/// Complexity: linear but for the canonical form, which is bounded by its budget.
template <class Builder> constexpr int simplified(Builder& g, int root) {
  constexpr int largest_collected = 200;
  int best = root, weight_of_best = weight_of(g, root);
  int const rewritten = copy_into(g, root, g);
  if (int const w = weight_of(g, rewritten); w <= weight_of_best) {
    best = rewritten;
    weight_of_best = w;
  }

  graph::builder part;
  part.copy_inputs(g.view());
  int const top = copy_into(g, best, part);
  if (part.size() > largest_collected) return best;
  canonical_forms forms(purpose::text);
  canonicalizer const canonical(forms, part.view());
  int const collected = raising(g, forms, true)(canonical[top]);
  return weight_of(g, collected) < weight_of_best ? collected : best;
}

/// Where at least so many quotients have one divisor, its reciprocal is formed once, and they become products. That
/// rounds once more, and differs where the reciprocal overflows, of a subnormal divisor. What the first `values` roots
/// need stays as it is.
/// Complexity: linear.
template <class Builder> constexpr void share_reciprocals(Builder& to, graph::view const& from,
                                                          int least, int values) {
  to.copy_inputs(from);
  buffer<int> quotients(from.size.nodes, 0), image(from.size.nodes, -1);
  buffer<int> roots;
  for (int r = 0; r < from.size.roots; ++r) roots.push_back(from.roots[r]);
  buffer<char> const needed = graph::needed_for(from, roots),
                     kept = graph::needed_for_values(from, values);
  for (int i = 0; i < needed.size(); ++i)
    if (needed[i] != 0 && kept[i] == 0 && is<divide_entry>(*from.nodes[i].operation))
      ++quotients[from.nodes[i].b];
  for (int i = 0; i < needed.size(); ++i) {
    graph::node const& n = from.nodes[i];
    if (needed[i] == 0) continue;
    if (n.arity() == 0) image[i] = to.leaf(from, i);
    else if (kept[i] == 0 && is<divide_entry>(*n.operation) && quotients[n.b] >= least)
      image[i] = to.apply(info_of<multiply_entry>, image[n.a],
                          to.apply(*n.operation, to.constant(integer(1)), image[n.b]));
    else
      image[i] =
          to.add(*n.operation, image[n.a], n.b < 0 ? -1 : image[n.b], n.c < 0 ? -1 : image[n.c]);
  }
  for (int r = 0; r < from.size.roots; ++r) to.root(image[from.roots[r]]);
}

}  // namespace leibniz::simplification
