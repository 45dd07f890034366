// SPDX-License-Identifier: BSL-1.0
#include "run/by_hand.hpp"

void expert::rosenbrock(double const* p, double* out) {
  double const x = p[0], a = 1 - x, b = p[1] - x * x, c = 200 * b;
  out[0] = a * a + 100 * (b * b);
  out[1] = -2 * (a + c * x);
  out[2] = c;
}

void naive::rosenbrock(double const* p, double* out) {
  double const x = p[0], y = p[1];
  out[0] = (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
  out[1] = -2 * (1 - x) - 400 * x * (y - x * x);
  out[2] = 200 * (y - x * x);
}
