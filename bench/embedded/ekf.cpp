// SPDX-License-Identifier: BSL-1.0
#include "ekf.hpp"

#include "programs.hpp"

namespace lz = leibniz;

void ekf_leibniz(float const* in, float* out) {
  constexpr auto transition = lz::compressed(lz::jacobian(predict));
  lz::call(transition, in, in + 15, in[21], lz::out(out, out + 15));
}
