// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "programs.hpp"

// As an expert writes it: each sigmoid once, errors propagated backwards, the rate multiplied in where it is cheapest.
void network_hand(float const* w, float* out) {
  float const x1 = w[8], x2 = w[9], rate = w[12];
  float const h1 = 1 / (1 + std::exp(-(w[0] * x1 + w[1] * x2)));
  float const h2 = 1 / (1 + std::exp(-(w[2] * x1 + w[3] * x2)));
  float const o1 = 1 / (1 + std::exp(-(w[4] * h1 + w[5] * h2)));
  float const o2 = 1 / (1 + std::exp(-(w[6] * h1 + w[7] * h2)));
  float const e1 = o1 - w[10], e2 = o2 - w[11];
  out[0] = 0.5f * (e1 * e1 + e2 * e2);
  float const d1 = rate * e1 * (o1 * (1 - o1));
  float const d2 = rate * e2 * (o2 * (1 - o2));
  float const c1 = (d1 * w[4] + d2 * w[6]) * (h1 * (1 - h1));
  float const c2 = (d1 * w[5] + d2 * w[7]) * (h2 * (1 - h2));
  out[1] = w[0] - c1 * x1;
  out[2] = w[1] - c1 * x2;
  out[3] = w[2] - c2 * x1;
  out[4] = w[3] - c2 * x2;
  out[5] = w[4] - d1 * h1;
  out[6] = w[5] - d1 * h2;
  out[7] = w[6] - d2 * h1;
  out[8] = w[7] - d2 * h2;
}
