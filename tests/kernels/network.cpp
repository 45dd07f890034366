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
constexpr auto some_weights = [] {
  std::array<double, 67> w{};
  for (std::size_t i = 0; i < 67; ++i) w[i] = static_cast<double>(i * 37 % 67) / 67 - 0.5;
  return w;
}();

}  // namespace

TEST_CASE("network 2-2-2: the gradient and the Hessian") {
  for (std::uint64_t seed : {1u, 2u, 3u}) {
    jacobian_agrees(network_2_2_2, lz::jacobian(network_2_2_2), random_point(network_2_2_2, seed));
    hessian_agrees(network_2_2_2, lz::hessian(network_2_2_2), random_point(network_2_2_2, seed));
  }
}

TEST_CASE("network 4-8-3: the gradient") {
  constexpr auto gradient = lz::jacobian(network_4_8_3);
  for (std::uint64_t seed : {1u, 2u, 3u})
    jacobian_agrees(network_4_8_3, gradient, random_point(network_4_8_3, seed));
  constexpr std::array input{0.1, 0.9, 0.4, 0.3};
  constexpr std::array target{0.0, 1.0, 0.0};
  constexpr auto constant = gradient(some_weights, input, target);
  same_at_run_time(constant.jacobian,
                   gradient(lz::test::opaque(some_weights), input, target).jacobian);
}

}  // namespace kernels
