// SPDX-License-Identifier: BSL-1.0
// The kernels by Sacado: forward by its dual numbers of fixed size, backward by its tape. (It has no erfc, and arrays
// of its taped numbers cannot be assigned, as the arm does.)
#include <Sacado.hpp>
#include <Sacado_rad.hpp>

#include "run/contestants.hpp"
#include "run/peers.hpp"

namespace bench {

namespace {

template <int N> struct parts_of_fad {
  using number = Sacado::Fad::SFad<double, N>;
  static number variable(double value, int k) { return number(N, k, value); }
  static double value(number const& x) { return x.val(); }
  static double partial(number const& x, int k) { return x.dx(k); }
};

template <class Kernel> void forward(double const* in, double* out) {
  using parts = parts_of_fad<Kernel::active>;
  by_dual_numbers<Kernel, typename parts::number, parts>(in, out);
}
template <class Kernel> void backward(double const* in, double* out) {
  using number = Sacado::Rad::ADvar<double>;
  std::array<number, Kernel::inputs> x;
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = in[i];
  auto y = Kernel::values(x.data());
  std::array<number*, Kernel::outputs> rows;
  std::array<double, Kernel::outputs> weights{};
  for (std::size_t r = 0; r < y.size(); ++r) rows[r] = &y[r];
  for (std::size_t r = 0; r < y.size(); ++r) {
    weights[r] = 1;
    number::Weighted_Gradcomp(Kernel::outputs, rows.data(), weights.data());
    weights[r] = 0;
    out[r] = y[r].val();
    double* const row = out + Kernel::outputs + r * Kernel::active;
    for (std::size_t k = 0; k < Kernel::active; ++k) row[k] = x[k].adj();
  }
}

}  // namespace

#define LEIBNIZ_BENCH_SACADO_FORWARD(kernel)                    \
  void sacado_forward_##kernel(double const* in, double* out) { \
    forward<kernels::flat_of<kernels::kernel>>(in, out);        \
  }
#define LEIBNIZ_BENCH_SACADO(kernel)                            \
  LEIBNIZ_BENCH_SACADO_FORWARD(kernel)                          \
  void sacado_reverse_##kernel(double const* in, double* out) { \
    backward<kernels::flat_of<kernels::kernel>>(in, out);       \
  }
LEIBNIZ_BENCH_SACADO(rosenbrock)
LEIBNIZ_BENCH_SACADO(network_2_2_2)
LEIBNIZ_BENCH_SACADO(network_4_8_3)
LEIBNIZ_BENCH_SACADO(rat43)
LEIBNIZ_BENCH_SACADO(bundle_adjustment)
LEIBNIZ_BENCH_SACADO(kalman_predict)
LEIBNIZ_BENCH_SACADO_FORWARD(robot_arm)
LEIBNIZ_BENCH_SACADO(shared_64)
LEIBNIZ_BENCH_SACADO(chain_1000)

}  // namespace bench
