// SPDX-License-Identifier: BSL-1.0
// Two translation units use one formula from a header.
#include <cmath>
#include <cstdio>

#include "formula.hpp"

int main() {
  // [main]
  double const here = slope(x = 0.5, y = 2.0)[x];
  double const there = slope_by_x(0.5, 2.0);
  // [/main]
  double const exact = 2 * std::cos(1.0) / 1.25 - std::sin(1.0) / (1.25 * 1.25);
  std::printf("%.15f here, %.15f there: %s\n", here, there,
              &wave == address_in_other_unit() ? "one object" : "two objects");
  return std::abs(here - exact) < 1e-15 && here == there && &wave == address_in_other_unit() ? 0
                                                                                             : 1;
}
