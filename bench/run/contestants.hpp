// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

// Who computes value and derivatives of a kernel. The inputs stand one behind the other in memory, the value(s) and
// then the derivatives row by row in the result.

/// The kernels of which first derivatives are computed, and all of them: of Black and Scholes' price also the second.
#define LEIBNIZ_BENCH_FIRST_ORDER(kernel)                                                  \
  kernel(rosenbrock) kernel(network_2_2_2) kernel(network_4_8_3) kernel(rat43)             \
      kernel(bundle_adjustment) kernel(kalman_predict) kernel(robot_arm) kernel(shared_64) \
          kernel(chain_1000)
#define LEIBNIZ_BENCH_KERNELS(kernel) LEIBNIZ_BENCH_FIRST_ORDER(kernel) kernel(black_scholes)

namespace bench {

using computation = void (*)(double const* in, double* out);

struct contestant {
  char const* who;
  computation compute;
};

/// `function` writes the value(s) alone; the first contestant is the library.
struct subject {
  char const* kernel;
  int inputs, outputs, results;
  computation function;
  std::vector<contestant> contestants;
};

}  // namespace bench
