// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <cmath>

// As an expert writes it: each sigmoid once, errors propagated backwards, nothing computed twice.
void network_hand(double const* w, double const* data, double* result) {
  double const x1 = data[0], x2 = data[1];
  double const h1 = 1 / (1 + std::exp(-(w[0] * x1 + w[1] * x2)));
  double const h2 = 1 / (1 + std::exp(-(w[2] * x1 + w[3] * x2)));
  double const o1 = 1 / (1 + std::exp(-(w[4] * h1 + w[5] * h2)));
  double const o2 = 1 / (1 + std::exp(-(w[6] * h1 + w[7] * h2)));
  double const e1 = o1 - data[2], e2 = o2 - data[3];
  double const d1 = e1 * (o1 * (1 - o1));
  double const d2 = e2 * (o2 * (1 - o2));
  double const c1 = (d1 * w[4] + d2 * w[6]) * (h1 * (1 - h1));
  double const c2 = (d1 * w[5] + d2 * w[7]) * (h2 * (1 - h2));
  result[0] = 0.5 * (e1 * e1 + e2 * e2);
  result[1] = c1 * x1;
  result[2] = c1 * x2;
  result[3] = c2 * x1;
  result[4] = c2 * x2;
  result[5] = d1 * h1;
  result[6] = d1 * h2;
  result[7] = d2 * h1;
  result[8] = d2 * h2;
}
