// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "run/contestants.hpp"

// Value and derivatives written by hand, of every kernel: the inputs one behind the other in, the value(s) and then the
// derivatives row by row out. (A Hessian follows its gradient, whole.)

#define LEIBNIZ_BENCH_DECLARE(name) void name(double const* in, double* out);

/// What is common found by hand, and nothing computed twice; of the arm and the filter with what an expert knows of
/// rotations beyond the chain rule.
namespace expert {
LEIBNIZ_BENCH_KERNELS(LEIBNIZ_BENCH_DECLARE)
}
/// A formula for each entry, as one first writes it down.
namespace naive {
LEIBNIZ_BENCH_KERNELS(LEIBNIZ_BENCH_DECLARE)
}

#undef LEIBNIZ_BENCH_DECLARE
