// SPDX-License-Identifier: BSL-1.0
// The kernels by the dual numbers of Ceres. (Those of second order do not take a double as a factor.)
#include <ceres/jet.h>

#include "run/contestants.hpp"
#include "run/peers.hpp"

namespace bench {

namespace {

template <int N> struct parts_of_jet {
  using number = ceres::Jet<double, N>;
  static number variable(double value, int k) { return number(value, k); }
  static double value(number const& x) { return x.a; }
  static double partial(number const& x, int k) { return x.v[k]; }
};

template <class Kernel> void jets(double const* in, double* out) {
  using parts = parts_of_jet<Kernel::active>;
  by_dual_numbers<Kernel, typename parts::number, parts>(in, out);
}

}  // namespace

#define LEIBNIZ_BENCH_CERES(kernel)                    \
  void ceres_##kernel(double const* in, double* out) { \
    jets<kernels::flat_of<kernels::kernel>>(in, out);  \
  }
LEIBNIZ_BENCH_FIRST_ORDER(LEIBNIZ_BENCH_CERES)

}  // namespace bench
