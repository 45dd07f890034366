// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>

// As an expert writes it (compare the Ceres documentation, "Analytic Derivatives"): one exponential and one
// power for the value, as the formula says it, and one logarithm for the derivative by b4.
inline void rat43_by_hand(double const* b, double const* x, double* result) {
  double const t = std::exp(b[1] - b[2] * *x);
  double const s = 1 + t;
  double const p = 1 / b[3];
  double const by_b1 = 1 / std::pow(s, p);
  double const y = b[0] * by_b1;
  double const yp = y * p;
  double const by_b3 = yp * (t / s);
  result[0] = y;
  result[1] = by_b1;
  result[2] = -by_b3;
  result[3] = by_b3 * *x;
  result[4] = yp * p * std::log(s);
}
