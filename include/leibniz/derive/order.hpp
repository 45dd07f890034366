// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace leibniz {

/// In which order the chain rule is applied to a Jacobian. All give the same derivatives, up to rounding.
enum class order : std::uint8_t {
  cheapest,     ///< whichever of the others needs the fewest operations
  forward,      ///< from the inputs on: one sweep per column
  reverse,      ///< from the outputs back: one sweep per row
  markowitz,    ///< the node with the fewest paths through it first
  lowest_fill,  ///< the node that joins the fewest pairs of nodes that have no edge yet first
};

}  // namespace leibniz
