// SPDX-License-Identifier: BSL-1.0
// The kernels by Boost.Math's autodiff: one input at a time, as its nested type of several inputs grows with their
// product.
#include <boost/math/differentiation/autodiff.hpp>

#include "run/contestants.hpp"
#include "run/peers.hpp"

namespace bench {

namespace {

template <class Kernel> void by_columns(double const* in, double* out) {
  using number = boost::math::differentiation::autodiff_fvar<double, 1>;
  std::array<number, Kernel::inputs> x;
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = number(in[i]);
  for (std::size_t k = 0; k < Kernel::active; ++k) {
    x[k] = boost::math::differentiation::make_fvar<double, 1>(in[k]);
    auto const y = Kernel::values(x.data());
    for (std::size_t r = 0; r < y.size(); ++r) {
      out[r] = y[r].derivative(0u);
      out[Kernel::outputs + r * Kernel::active + k] = y[r].derivative(1u);
    }
    x[k] = number(in[k]);
  }
}

/// Five variables of second order each, as in Boost's own example of Black and Scholes' Greeks.
void greeks(double const* in, double* out) {
  using namespace boost::math::differentiation;
  using number = autodiff_fvar<double, 2, 2, 2, 2, 2>;
  auto const v = make_ftuple<double, 2, 2, 2, 2, 2>(in[0], in[1], in[2], in[3], in[4]);
  std::array<number, 5> const x{number(std::get<0>(v)), number(std::get<1>(v)),
                                number(std::get<2>(v)), number(std::get<3>(v)),
                                number(std::get<4>(v))};
  number const y = kernels::call_price(x);
  out[0] = y.derivative(0, 0, 0, 0, 0);
  for (std::size_t i = 0; i < 5; ++i) {
    std::size_t by[5] = {};
    by[i] = 1;
    out[1 + i] = y.derivative(by[0], by[1], by[2], by[3], by[4]);
    for (std::size_t k = 0; k < 5; ++k) {
      ++by[k];
      out[6 + 5 * i + k] = y.derivative(by[0], by[1], by[2], by[3], by[4]);
      --by[k];
    }
  }
}

}  // namespace

#define LEIBNIZ_BENCH_BOOST(kernel)                         \
  void boost_##kernel(double const* in, double* out) {      \
    by_columns<kernels::flat_of<kernels::kernel>>(in, out); \
  }
LEIBNIZ_BENCH_FIRST_ORDER(LEIBNIZ_BENCH_BOOST)
void boost_black_scholes(double const* in, double* out) { greeks(in, out); }

}  // namespace bench
