// SPDX-License-Identifier: BSL-1.0
#include "kernels/double_pendulum.hpp"

#include "kernels/agreement.hpp"
#include "kernels/pendulum_motion.hpp"

namespace kernels {
namespace {

using namespace lagrange;

static_assert(m11 == (m1 + m2) * square(l1));
static_assert(m12 == m2 * l1 * l2 * cos(q1 - q2));
static_assert(m12 == lz::derivative(momentum2, w1));
static_assert(m22 == m2 * square(l2));

constexpr auto accelerate(std::array<double, 4> const& s) {
  return flat_of<pendulum_motion>::call(pendulum_motion, s.data());
}
constexpr auto motion_jacobian = lz::jacobian(pendulum_motion, lz::wrt(q1, q2, w1, w2));
constexpr auto hessian = lz::hessian(double_pendulum);

}  // namespace

TEST_CASE("pendulum: its equations of motion from the Lagrangian") {
  for (auto const& p :
       points_near({pendulum_motion_sample.begin(), pendulum_motion_sample.end()}, 0.8, 10)) {
    std::array const s{p[0], p[1], p[2], p[3]};
    auto const found = accelerate(s), expected = pendulum_accelerations(s);
    CAPTURE(p);
    CHECK(lz::test::close(found[0], expected[0], 1e-12));
    CHECK(lz::test::close(found[1], expected[1], 1e-12));
    jacobian_agrees(pendulum_motion, motion_jacobian, p);
  }
  same_at_run_time<pendulum_motion, motion_jacobian, pendulum_motion_sample>();
}

TEST_CASE("pendulum: energy stays what it is") {
  std::array s{1.2, -0.4, 0.0, 0.0};
  double const before = double_pendulum(s), h = 1e-3;
  auto const slope = [](std::array<double, 4> const& at_state) {
    auto const a = accelerate(at_state);
    return std::array{at_state[2], at_state[3], a[0], a[1]};
  };
  auto const along = [](std::array<double, 4> x, std::array<double, 4> const& by, double step) {
    for (std::size_t i = 0; i < 4; ++i) x[i] += step * by[i];
    return x;
  };
  for (int i = 0; i < 5000; ++i) {  // Runge and Kutta, five seconds
    auto const a = slope(s), b = slope(along(s, a, h / 2)), c = slope(along(s, b, h / 2)),
               d = slope(along(s, c, h));
    s = along(along(along(along(s, a, h / 6), b, h / 3), c, h / 3), d, h / 6);
  }
  CHECK(std::abs(double_pendulum(s) - before) < 1e-8 * std::abs(before));
}

TEST_CASE("pendulum: the Hessian of its energy") {
  for (auto const& point :
       points_near({double_pendulum_sample.begin(), double_pendulum_sample.end()}, 0.5))
    hessian_agrees(double_pendulum, hessian, point);
  same_at_run_time<double_pendulum, hessian, double_pendulum_sample>();
}

}  // namespace kernels
