// SPDX-License-Identifier: BSL-1.0
#include "gradient.hpp"

#include <cmath>
#include <cstdio>

#ifdef LEIBNIZ_VERSION_MAJOR
#error "the declaration brings the library along"
#endif

double slope_at_the_top();

int main() {
  auto const [value, by_x, by_y] = gradient_of_peaks(0.5, 0.25);
  double const bell = std::exp(-0.3125);
  std::printf("%.17g, by x %.17g, by y %.17g, at the top %.2g\n", value, by_x, by_y,
              slope_at_the_top());
  bool const right = std::abs(value - 0.5 * bell) < 1e-15 && std::abs(by_x - 0.5 * bell) < 1e-15 &&
                     std::abs(by_y + 0.25 * bell) < 1e-15 && std::abs(slope_at_the_top()) < 1e-15;
  return right ? 0 : 1;
}
