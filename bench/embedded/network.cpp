// SPDX-License-Identifier: BSL-1.0
#include "network.hpp"

#include "programs.hpp"

namespace lz = leibniz;

// The budget.
static_assert(lz::cost(lz::vjp(network_error)).operations <= 62 &&
              lz::live_values(lz::vjp(network_error)) <= 16);

// The rate is the adjoint of the error: it is multiplied in once, before the derivatives part.
void network_leibniz(float const* w, float* out) {
  auto const at = lz::vjp(network_error)(w, w + 8, w[12]);
  out[0] = at.value;
  out[1] = w[0] - at.gradient[0];
  out[2] = w[1] - at.gradient[1];
  out[3] = w[2] - at.gradient[2];
  out[4] = w[3] - at.gradient[3];
  out[5] = w[4] - at.gradient[4];
  out[6] = w[5] - at.gradient[5];
  out[7] = w[6] - at.gradient[6];
  out[8] = w[7] - at.gradient[7];
}
