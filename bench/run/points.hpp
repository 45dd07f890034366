// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <random>
#include <string_view>
#include <vector>

namespace bench {

/// Points at which a kernel is computed, in turn: `inputs` numbers each.
inline std::vector<std::vector<double>> points_of(std::string_view kernel, int inputs) {
  std::mt19937 random(2026);
  std::uniform_real_distribution<double> between(0.2, 1.2);
  std::vector<std::vector<double>> points(16);
  for (auto& point : points) {
    for (int i = 0; i < inputs; ++i) point.push_back(between(random));
    if (kernel == "black_scholes") point[0] *= 100, point[1] *= 100;
    if (kernel == "rat43") point[0] *= 700, point[1] += 4, point[4] *= 12;
    if (kernel == "kalman_predict") point[21] *= 0.01;
    if (kernel == "bundle_adjustment") point[13] += 4;
  }
  return points;
}

}  // namespace bench
