// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/expression/record.hpp"

namespace leibniz::derive {

/// The node that a partial or the meaning of an abbreviation stands for, with its placeholders bound to nodes.
template <class Builder> constexpr int instantiate(Builder& g, record const& r, int const* bound) {
  if (r.arity == 0) {
    if (r.operation->id == operation::pattern_columns::id) return bound[r.value.numerator];
    if (r.operation->id == operation::constant_columns::id) return g.constant(r.value);
    return g.leaf(*r.operation, 0);
  }
  int operands[3] = {-1, -1, -1};
  for (int k = 0; k < r.arity; ++k) operands[k] = instantiate(g, *r.operands[k], bound);
  return g.apply(*r.operation, operands[0], operands[1], operands[2]);
}

}  // namespace leibniz::derive
