// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <cmath>

// As an expert writes it who does not keep to the formula: the logarithm, which the derivative by b4 needs anyway,
// and an exponential replace the power. Fewer instructions, but less accurate where (log s)/b4 is large.
void rat43_expert(double const* b, double const* x, double* result) {
  double const t = std::exp(b[1] - b[2] * *x);
  double const s = 1 + t;
  double const p = 1 / b[3];
  double const l = std::log(s);
  double const by_b1 = std::exp(-p * l);
  double const y = b[0] * by_b1;
  double const yp = y * p;
  double const by_b3 = yp * (t / s);
  result[0] = y;
  result[1] = by_b1;
  result[2] = -by_b3;
  result[3] = by_b3 * *x;
  result[4] = yp * p * l;
}
