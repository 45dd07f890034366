// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "programs.hpp"

// As an expert writes it: one division serves six derivatives.
void calibration_hand(float const* in, float* out) {
  float const s0 = in[3], s1 = in[4], s2 = in[5];
  float const m0 = in[6] - in[0], m1 = in[7] - in[1], m2 = in[8] - in[2];
  float const c0 = s0 * m0, c1 = s1 * m1, c2 = s2 * m2;
  float const length = std::sqrt(c0 * c0 + c1 * c1 + c2 * c2);
  float const per_length = 1 / length;
  float const u0 = c0 * per_length, u1 = c1 * per_length, u2 = c2 * per_length;
  out[0] = length - 1;
  out[1] = -(u0 * s0);
  out[2] = -(u1 * s1);
  out[3] = -(u2 * s2);
  out[4] = u0 * m0;
  out[5] = u1 * m1;
  out[6] = u2 * m2;
}
