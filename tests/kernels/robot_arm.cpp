// SPDX-License-Identifier: BSL-1.0
#include "kernels/robot_arm.hpp"

#include "kernels/agreement.hpp"

namespace kernels {
namespace {

constexpr auto jacobian = lz::jacobian<lz::order::markowitz>(robot_arm);

}  // namespace

TEST_CASE("robot arm: the Jacobian of its pose") {
  for (auto const& point : points_near({robot_arm_sample.begin(), robot_arm_sample.end()}, 0.5))
    jacobian_agrees(robot_arm, jacobian, point);
}

TEST_CASE("robot arm: stretched out it is where the maker's table says") {
  constexpr auto home = robot_arm(std::array<double, 6>{});
  STATIC_REQUIRE(lz::test::close(home[0], -0.425 - 0.39225, 1e-15));
  STATIC_REQUIRE(lz::test::close(home[1], -0.10915 - 0.0823, 1e-15));
  STATIC_REQUIRE(lz::test::close(home[2], 0.089159 - 0.09465, 1e-13));
}

TEST_CASE("robot arm: a column is the joint's axis across the way to the flange") {
  constexpr auto const& angles = robot_arm_sample;
  constexpr auto constant = jacobian(angles);
  vec3<double> const tip = pose_behind(angles, 6).position;
  for (std::size_t k = 0; k < 6; ++k) {
    auto const before = pose_behind(angles, k);
    mat3<double> const& r = before.rotation;
    vec3<double> const& p = before.position;
    vec3<double> const axis{r[2], r[5], r[8]};
    vec3<double> const expected =
        cross(axis, vec3<double>{tip[0] - p[0], tip[1] - p[1], tip[2] - p[2]});
    for (std::size_t i = 0; i < 3; ++i)
      CHECK(std::abs(constant.jacobian(int(i), int(k)) - expected[i]) < 1e-15);
  }
  same_at_run_time<robot_arm, jacobian, robot_arm_sample>();
}

}  // namespace kernels
