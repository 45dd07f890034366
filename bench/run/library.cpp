// SPDX-License-Identifier: BSL-1.0
// The kernels by the library: computed as they were written, and simplified.
#include "run/contestants.hpp"
#include "run/kernels.hpp"

namespace bench {

namespace {

namespace lz = leibniz;

enum class derivative { gradient, jacobian, hessian };

/// A number or the address of an array, as lz::call takes it.
template <class Shape, class Number> decltype(auto) at(Number* place) {
  if constexpr (std::is_same_v<Shape, lz::R<>> || std::is_same_v<Shape, lz::passive<lz::R<>>>)
    return (*place);
  else return place;
}

template <derivative Which, class Code, class... Inputs, int... I>
void compute(lz::function_of<Code, Inputs...> f, double const* in, double* out,
             std::integer_sequence<int, I...>) {
  using kernel = kernels::flat<decltype(f)>;
  if constexpr (Which == derivative::gradient) {
    auto&& gradient =
        at<std::conditional_t<kernel::active == 1, lz::R<>, lz::R<kernel::active>>>(out + 1);
    lz::call(lz::gradient(f), at<Inputs>(in + lz::emit::elements_before<Inputs...>(I))...,
             lz::out(out[0], gradient));
  } else if constexpr (Which == derivative::jacobian) {
    double* jacobian = out + kernel::outputs;
    lz::call(lz::jacobian(f), at<Inputs>(in + lz::emit::elements_before<Inputs...>(I))...,
             lz::out(out, jacobian));
  } else {
    double *gradient = out + 1, *hessian = gradient + kernel::active;
    lz::call(lz::hessian(f), at<Inputs>(in + lz::emit::elements_before<Inputs...>(I))...,
             lz::out(out[0], gradient, hessian));
  }
}
template <derivative Which, class Code, class... Inputs>
void compute(lz::function_of<Code, Inputs...> f, double const* in, double* out) {
  compute<Which>(f, in, out, std::make_integer_sequence<int, sizeof...(Inputs)>{});
}

}  // namespace

#define LEIBNIZ_BENCH_LIBRARY(kernel, which)                            \
  void library_##kernel(double const* in, double* out) {                \
    compute<derivative::which>(kernels::kernel, in, out);               \
  }                                                                     \
  void simplified_##kernel(double const* in, double* out) {             \
    compute<derivative::which>(lz::simplify(kernels::kernel), in, out); \
  }
LEIBNIZ_BENCH_LIBRARY(rosenbrock, gradient)
LEIBNIZ_BENCH_LIBRARY(network_2_2_2, gradient)
LEIBNIZ_BENCH_LIBRARY(network_4_8_3, gradient)
LEIBNIZ_BENCH_LIBRARY(rat43, gradient)
LEIBNIZ_BENCH_LIBRARY(black_scholes, hessian)
LEIBNIZ_BENCH_LIBRARY(bundle_adjustment, jacobian)
LEIBNIZ_BENCH_LIBRARY(kalman_predict, jacobian)
LEIBNIZ_BENCH_LIBRARY(robot_arm, jacobian)
LEIBNIZ_BENCH_LIBRARY(shared_64, gradient)
LEIBNIZ_BENCH_LIBRARY(chain_1000, gradient)

}  // namespace bench
