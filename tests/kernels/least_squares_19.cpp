// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_13.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

namespace {

constexpr double time_of(std::size_t i) { return real(i) / 10; }

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
          lz::gradient(osborne_2_residual)(x, time_of(i), osborne_2::data[i]);
      all.value[i] = value;
      for (std::size_t k = 0; k < 11; ++k) all.jacobian(int(i), int(k)) = gradient[k];
    }
    return all;
  }
};

/// The same of the sum of squares. Derived as a whole the Hessian takes Clang 31 s, 24,709 operations.
constexpr auto osborne_2_square =
    lz::function<lz::R<11>, lz::passive<lz::R<>>, lz::passive<lz::R<>>>(
        [](auto const& x, auto const& t, auto const& y) {
          return lz::square(osborne_2::residual(x, t, y));
        });
constexpr auto osborne_2_gradient = lz::gradient(osborne_2_residual);
constexpr auto osborne_2_square_hessian = lz::hessian(osborne_2_square);
struct osborne_2_hessian {
  auto operator()(std::array<double, 11> const& x) const {
    auto all = osborne_2_square_hessian(x, time_of(0), osborne_2::data[0]);
    for (std::size_t i = 1; i < 65; ++i) {
      auto const one = osborne_2_square_hessian(x, time_of(i), osborne_2::data[i]);
      all.value += one.value;
      for (std::size_t k = 0; k < 11; ++k) all.gradient[k] += one.gradient[k];
      for (std::size_t k = 0; k < 121; ++k) all.hessian.elements[k] += one.hessian.elements[k];
    }
    return all;
  }
};

}  // namespace

TEST_CASE("Moré, Garbow, Hillstrom 19: osborne 2") {
  std::vector<double> const start(osborne_2::start.begin(), osborne_2::start.end());
  for (auto const& point : points_near(start, 0.1, 3)) {
    jacobian_agrees(residuals_of<osborne_2>, osborne_2_jacobian{}, point);
    hessian_agrees(objective_of<osborne_2>, osborne_2_hessian{}, point);
  }
  same_at_run_time<osborne_2_residual, osborne_2_gradient, osborne_2_residual_sample>();
  same_at_run_time<osborne_2_square, osborne_2_square_hessian, osborne_2_residual_sample>();
  check_minimum<osborne_2>(osborne_2_jacobian{});
}
TEST_CASE("Moré, Garbow, Hillstrom 20: watson") { check_problem<watson, lz::order::forward>(); }

}  // namespace kernels
