// SPDX-License-Identifier: BSL-1.0
#include "ekf.hpp"

#include "programs.hpp"

namespace lz = leibniz;

// The budget: what a call may cost, checked while compiling.
static_assert(lz::cost(transition).operations <= 145 && lz::cost(transition).calls == 6);
static_assert(lz::live_values(transition) <= 27 && lz::workspace_bytes<float>(transition) == 0);

void ekf_leibniz(float const* in, float* out) {
  lz::call(lz::compressed(transition), in, in + 15, in[21], lz::out(out, out + 15));
}
