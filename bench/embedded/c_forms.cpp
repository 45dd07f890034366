// SPDX-License-Identifier: BSL-1.0
// The kernels by the C functions that lz::to_c wrote, called like the others.
#include "ekf.hpp"
#include "network.hpp"
#include "programs.hpp"

namespace lz = leibniz;

extern "C" {
void ekf_jacobian(float const*, float const*, float, float*, float*);
void network_gradient(float const*, float const*, float*, float*);
void calibration_gradient(float const*, float const*, float const*, float*, float*);
void beacon_gradient(float const*, float const*, float, float, float*, float*);
}

void ekf_c(float const* in, float* out) {
  constexpr auto pattern = lz::sparsity(transition);
  float jacobian[states * states];
  ekf_jacobian(in, in + 15, in[21], out, jacobian);
  for (int k = 0; k < transition_entries; ++k)
    out[states + k] = jacobian[states * pattern.row[k] + pattern.column[k]];
}
void network_c(float const* w, float* out) { network_gradient(w, w + 8, out, out + 1); }
void network_slope(float const* w, float* out) {
  lz::call(lz::gradient(network_error), w, w + 8, lz::out(out[0], out + 1));
}
void calibration_c(float const* in, float* out) {
  calibration_gradient(in, in + 3, in + 6, out, out + 1);
}
void beacon_c(float const* in, float* out) {
  beacon_gradient(in, in + 3, in[6], in[7], out, out + 1);
}
