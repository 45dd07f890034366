// SPDX-License-Identifier: BSL-1.0
#include "kernels/network.hpp"

#include "kernels/agreement.hpp"

namespace kernels {
namespace {

/// Weights between -1 and 1, then inputs, then targets between 0 and 1.
template <class F> std::vector<double> random_point(F const&, std::uint64_t seed) {
  lz::test::random r(seed);
  std::vector<double> point;
  for (int i = 0; i < flat<F>::active; ++i) point.push_back(r.between(-1, 1));
  for (int i = flat<F>::active; i < flat<F>::inputs; ++i) point.push_back(r.between(0, 1));
  return point;
}
constexpr auto gradient_2_2_2 = lz::jacobian(network_2_2_2);
constexpr auto hessian_2_2_2 = lz::hessian(network_2_2_2);
constexpr auto gradient_4_8_3 = lz::jacobian(network_4_8_3);

}  // namespace

TEST_CASE("network 2-2-2: the gradient and the Hessian") {
  for (std::uint64_t seed : {1u, 2u, 3u}) {
    jacobian_agrees(network_2_2_2, gradient_2_2_2, random_point(network_2_2_2, seed));
    hessian_agrees(network_2_2_2, hessian_2_2_2, random_point(network_2_2_2, seed));
  }
  same_at_run_time<network_2_2_2, hessian_2_2_2, network_2_2_2_sample>();
}

TEST_CASE("network 4-8-3: the gradient") {
  for (std::uint64_t seed : {1u, 2u, 3u})
    jacobian_agrees(network_4_8_3, gradient_4_8_3, random_point(network_4_8_3, seed));
  same_at_run_time<network_4_8_3, gradient_4_8_3, network_4_8_3_sample>();
}

}  // namespace kernels
