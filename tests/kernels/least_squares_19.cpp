// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_13.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

namespace {

/// The Jacobian of all 65 residuals, a row at a time: code of one residual, not of 65.
struct osborne_2_jacobian {
  struct result {
    std::array<double, 65> value;
    lz::matrix<double, 65, 11> jacobian;
  };
  result operator()(std::array<double, 11> const& x) const {
    result all{};
    for (std::size_t i = 0; i < 65; ++i) {
      auto const [value, gradient] =
          lz::gradient(osborne_2_residual)(x, static_cast<double>(i) / 10, osborne_2::data[i]);
      all.value[i] = value;
      for (std::size_t k = 0; k < 11; ++k) all.jacobian(int(i), int(k)) = gradient[k];
    }
    return all;
  }
};

}  // namespace

TEST_CASE("Moré, Garbow, Hillstrom 19: osborne 2") {
  std::vector<double> const start(osborne_2::start.begin(), osborne_2::start.end());
  for (auto const& point : points_near(start, 0.1, 3))
    jacobian_agrees(residuals_of<osborne_2>, osborne_2_jacobian{}, point);
  check_minimum<osborne_2>(osborne_2_jacobian{});
}
TEST_CASE("Moré, Garbow, Hillstrom 20: watson") {
  check_problem<watson, lz::order::forward, false>();
}

}  // namespace kernels
