// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "programs.hpp"

// As an expert writes it: the loss's slope first, one division, and choices instead of branches.
void beacon_hand(float const* in, float* out) {
  float const x = in[0] - in[3], y = in[1] - in[4], z = in[2] - in[5], bend = in[7];
  float const length = std::sqrt(x * x + y * y + z * z);
  float const r = length - in[6], size = std::fabs(r);
  bool const near = size <= bend;
  float const limited = std::copysign(bend, r);
  float const square = 0.5f * r * r, line = bend * (size - 0.5f * bend);
  out[0] = near ? square : line;
  float const slope = (near ? r : limited) / length;
  out[1] = slope * x;
  out[2] = slope * y;
  out[3] = slope * z;
}
