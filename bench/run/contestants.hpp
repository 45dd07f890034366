// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <vector>

// Who computes value and derivatives of a kernel. The inputs stand one behind the other in memory, the value(s) and
// then the derivatives row by row in the result.

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

/// Points at which a kernel is computed, in turn: `inputs` numbers each.
std::vector<std::vector<double>> points_of(subject const& s);

}  // namespace bench
