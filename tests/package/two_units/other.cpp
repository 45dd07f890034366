// SPDX-License-Identifier: BSL-1.0
#include "formula.hpp"

// Formulas that the other unit does not have come first: what a unit has seen before must not matter.
constexpr leibniz::variable<"z"> z;
static_assert((z * z * z + 2 * z)(z = 2.0) == 12.0);

formula_type const* formula_of_other_unit(formula_type const&) { return &formula; }

double slope_in_other_unit(slope_type const& g, double at_x, double at_y) {
  return g(x = at_x, y = at_y)[x];
}
