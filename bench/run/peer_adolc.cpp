// SPDX-License-Identifier: BSL-1.0
// The kernels by ADOL-C: the tape is recorded once, before anything is measured, and then run for each point.
#include <adolc/adolc.h>

/// ADOL-C has none of its own.
inline adouble erfc(adouble const& x) { return 1.0 - erf(x); }

#include "run/contestants.hpp"
#include "run/peers.hpp"

namespace bench {

namespace {

template <class Kernel> struct tape {
  static constexpr int m = Kernel::outputs, n = Kernel::inputs;
  short tag;
  double weight = 1;
  std::array<double, m * n> whole{};  ///< with the passive inputs, which a tape does not know apart
  std::array<double, m * m> identity{};
  std::array<double*, m> rows{}, weights{};

  explicit tape(short number) : tag(number) {
    std::array<double, n> at;
    for (std::size_t i = 0; i < n; ++i) at[i] = 0.3 + 0.01 * static_cast<double>(i);
    for (std::size_t i = 0; i < m; ++i) {
      identity[i * m + i] = 1;
      rows[i] = whole.data() + i * n;
      weights[i] = identity.data() + i * m;
    }
    trace_on(tag, 1);
    std::array<adouble, n> x;
    for (std::size_t i = 0; i < n; ++i) x[i] <<= at[i];
    auto y = Kernel::values(x.data());
    for (adouble& each : y) {
      double ignored;
      each >>= ignored;
    }
    trace_off();
  }
  void run(double const* in, double* out) {
    zos_forward(tag, m, n, 1, in, out);
    if constexpr (m == 1) fos_reverse(tag, m, n, &weight, whole.data());
    else fov_reverse(tag, m, n, m, weights.data(), rows.data());
    for (std::size_t r = 0; r < m; ++r)
      for (std::size_t k = 0; k < Kernel::active; ++k)
        out[m + r * Kernel::active + k] = whole[r * n + k];
  }
};

/// ADOL-C knows tapes by number.
short next_tag() {
  static short last = 0;
  return ++last;
}

template <class Kernel> void by_tape(double const* in, double* out) {
  static tape<Kernel> recorded(next_tag());
  recorded.run(in, out);
}

/// Value, gradient and Hessian, which needs a pass for each input.
template <class Kernel> void hessian_by_tape(double const* in, double* out) {
  static tape<Kernel> recorded(next_tag());
  recorded.run(in, out);
  constexpr int n = Kernel::active;
  static_assert(n == Kernel::inputs);
  std::array<double*, n> rows;
  for (int i = 0; i < n; ++i) rows[static_cast<std::size_t>(i)] = out + 1 + n + i * n;
  hessian(recorded.tag, n, const_cast<double*>(in), rows.data());
  for (int i = 0; i < n; ++i)
    for (int k = i + 1; k < n; ++k) out[1 + n + i * n + k] = out[1 + n + k * n + i];
}

}  // namespace

#define LEIBNIZ_BENCH_ADOLC(kernel)                      \
  void adolc_##kernel(double const* in, double* out) {   \
    by_tape<kernels::flat_of<kernels::kernel>>(in, out); \
  }
LEIBNIZ_BENCH_FIRST_ORDER(LEIBNIZ_BENCH_ADOLC)
void adolc_black_scholes(double const* in, double* out) {
  hessian_by_tape<kernels::flat_of<kernels::black_scholes>>(in, out);
}

}  // namespace bench
