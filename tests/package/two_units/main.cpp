// SPDX-License-Identifier: BSL-1.0
#include "formula.hpp"

#include <cmath>
#include <cstdio>

int main() {
  bool const same_object = formula_of_other_unit(formula) == &formula;
  double const here = slope(x = 1.25, y = 0.5)[x];
  double const there = slope_in_other_unit(slope, 1.25, 0.5);
  double const expected = 2 * 1.25 * 0.5 + 3 * std::sin(0.5);
  std::printf("%s, %.17g here, %.17g there, %.17g expected\n",
              same_object ? "one object" : "two objects", here, there, expected);
  return same_object && here == there && std::abs(here - expected) < 1e-15 * 4 ? 0 : 1;
}
