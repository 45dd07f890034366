// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/piecewise.hpp"
#include "leibniz/graph/builder.hpp"

namespace leibniz::derive {

/// seed·where(side, factor, 0) where the side is relu's and the seed holds relu's slope, too: at 0 the square of the slope
/// is 1/2, the mean of both sides, so that relu(x)² + relu(−x)² has the second derivative of x². `product` is what stands
/// on the side. −1: the seed does not hold it.
/// Complexity: constant.
template <class Builder>
constexpr int with_relu_squared(Builder& g, int side, int seed, int factor, int product) {
  constexpr int depth = 6;
  if (!is<relu_side_entry>(*g[side].operation)) return -1;
  int here = g.apply(info_of<multiply_entry>, g.constant(rational(1, 2)), factor), at = seed;
  for (int levels = 0; levels < depth; ++levels) {
    graph::node const n = g[at];
    function_info const& op = *n.operation;
    if (is<where_entry>(op) && n.a == side) {
      int const zero = g.constant(integer(0));
      function_info const& greater = *g[side].operation->meaning()->operation;
      int const mean = g.apply(info_of<multiply_entry>, here, n.b);
      return g.apply(op, side, product, g.apply(op, g.apply(greater, zero, g[side].a), zero, mean));
    }
    if (is<where_entry>(op) && g.is_constant(n.c, 0)) {
      here = g.apply(op, n.a, here, n.c);
      at = n.b;
    } else if (is<negate_entry>(op) || is<divide_entry>(op)) {
      here = g.apply(op, here, n.b);
      at = n.a;
    } else if (is<multiply_entry>(op)) {
      bool const in_b = is<where_entry>(*g[n.b].operation);
      here = g.apply(op, here, in_b ? n.a : n.b);
      at = in_b ? n.b : n.a;
    } else {
      return -1;
    }
  }
  return -1;
}

}  // namespace leibniz::derive
