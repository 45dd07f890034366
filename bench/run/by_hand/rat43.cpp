// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "codegen/rat43_code.hpp"
#include "run/by_hand.hpp"

void expert::rat43(double const* b, double* out) { rat43_by_hand(b, b + 4, out); }

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
