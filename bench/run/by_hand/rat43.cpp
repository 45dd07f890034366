// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "run/by_hand.hpp"

// One exponential and one power for the value, as the formula says it, and one logarithm for the derivative by b4.
// (Compare the Ceres documentation, "Analytic Derivatives".)
void expert::rat43(double const* b, double* out) {
  double const t = std::exp(b[1] - b[2] * b[4]);
  double const s = 1 + t;
  double const p = 1 / b[3];
  double const by_b1 = 1 / std::pow(s, p);
  double const y = b[0] * by_b1;
  double const yp = y * p;
  double const by_b3 = yp * (t / s);
  out[0] = y;
  out[1] = by_b1;
  out[2] = -by_b3;
  out[3] = by_b3 * b[4];
  out[4] = yp * p * std::log(s);
}

void naive::rat43(double const* b, double* out) {
  using std::exp;
  using std::log;
  using std::pow;
  double const x = b[4];
  out[0] = b[0] / pow(1 + exp(b[1] - b[2] * x), 1 / b[3]);
  out[1] = 1 / pow(1 + exp(b[1] - b[2] * x), 1 / b[3]);
  out[2] = -b[0] / b[3] * exp(b[1] - b[2] * x) / pow(1 + exp(b[1] - b[2] * x), 1 / b[3] + 1);
  out[3] = b[0] / b[3] * x * exp(b[1] - b[2] * x) / pow(1 + exp(b[1] - b[2] * x), 1 / b[3] + 1);
  out[4] = b[0] * log(1 + exp(b[1] - b[2] * x)) / (b[3] * b[3]) /
           pow(1 + exp(b[1] - b[2] * x), 1 / b[3]);
}
