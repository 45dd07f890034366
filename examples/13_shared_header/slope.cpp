// SPDX-License-Identifier: BSL-1.0
#include "formula.hpp"

// [other]
double slope_by_x(double at_x, double at_y) { return slope(x = at_x, y = at_y)[x]; }
// [/other]

void const* address_in_other_unit() { return &wave; }
