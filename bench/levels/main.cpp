// SPDX-License-Identifier: BSL-1.0
// Value and derivatives of kernels by the library, for callgrind and for stacks of any size.
//   levels KERNEL CALLS
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "run/contestants.hpp"
#include "run/kernels.hpp"
#include "run/points.hpp"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_TOGGLE_COLLECT
#endif

namespace bench {

#define LEIBNIZ_BENCH_DECLARE(kernel) void library_##kernel(double const*, double*);
LEIBNIZ_BENCH_KERNELS(LEIBNIZ_BENCH_DECLARE)

namespace {

double repeat(std::string_view kernel, int inputs, computation compute, long calls) {
  auto const points = points_of(kernel, inputs);
  static double out[1024];
  compute(points[0].data(), out);  // libraries are bound
  CALLGRIND_TOGGLE_COLLECT;
  for (long i = 0; i < calls; ++i)
    compute(points[static_cast<std::size_t>(i) % points.size()].data(), out);
  CALLGRIND_TOGGLE_COLLECT;
  return out[1];
}

}  // namespace

}  // namespace bench

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::string_view const asked = argv[1];
#define LEIBNIZ_BENCH_RUN(kernel)                                                            \
  if (asked == #kernel)                                                                      \
    std::printf("%.17g\n", bench::repeat(#kernel, kernels::flat_of<kernels::kernel>::inputs, \
                                         bench::library_##kernel, std::atol(argv[2])));
  LEIBNIZ_BENCH_KERNELS(LEIBNIZ_BENCH_RUN)
}
