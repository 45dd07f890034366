// SPDX-License-Identifier: BSL-1.0
#include "kernels/double_pendulum.hpp"

#include "kernels/agreement.hpp"

namespace kernels {
namespace {

using namespace lz::literals;

// The Lagrangian, as one writes it: angles and angular velocities.
constexpr lz::variable<"q1"> q1;
constexpr lz::variable<"q2"> q2;
constexpr lz::variable<"w1"> w1;
constexpr lz::variable<"w2"> w2;
constexpr lz::parameter<"m1"> m1;
constexpr lz::parameter<"m2"> m2;
constexpr lz::parameter<"l1"> l1;
constexpr lz::parameter<"l2"> l2;
constexpr lz::parameter<"g"> g;

constexpr auto kinetic = (m1 + m2) / 2 * square(l1 * w1) + m2 / 2 * square(l2 * w2) +
                         m2 * l1 * l2 * w1 * w2 * cos(q1 - q2);
constexpr auto potential = -(m1 + m2) * g * l1 * cos(q1) - m2 * g * l2 * cos(q2);
constexpr auto lagrangian = kinetic - potential;

// Euler and Lagrange: d/dt dL/dw = dL/dq, where d/dt is by the velocities and by the accelerations, M a = forces
constexpr auto momentum1 = lz::derivative(lagrangian, w1);
constexpr auto momentum2 = lz::derivative(lagrangian, w2);
constexpr auto m11 = lz::derivative(momentum1, w1);
constexpr auto m12 = lz::derivative(momentum1, w2);
constexpr auto m22 = lz::derivative(momentum2, w2);
constexpr auto force1 = lz::derivative(lagrangian, q1) - lz::derivative(momentum1, q1) * w1 -
                        lz::derivative(momentum1, q2) * w2;
constexpr auto force2 = lz::derivative(lagrangian, q2) - lz::derivative(momentum2, q1) * w1 -
                        lz::derivative(momentum2, q2) * w2;
constexpr auto determinant = m11 * m22 - m12 * m12;
constexpr auto accelerations = lz::vector((force1 * m22 - m12 * force2) / determinant,
                                          (m11 * force2 - m12 * force1) / determinant);

static_assert(m11 == (m1 + m2) * square(l1));
static_assert(m12 == m2 * l1 * l2 * cos(q1 - q2));
static_assert(m12 == lz::derivative(momentum2, w1));
static_assert(m22 == m2 * square(l2));

constexpr auto accelerate(std::array<double, 4> const& s) {
  return accelerations(q1 = s[0], q2 = s[1], w1 = s[2], w2 = s[3], m1 = mass1, m2 = mass2,
                       l1 = length1, l2 = length2, g = gravity);
}
constexpr auto hessian = lz::hessian(double_pendulum);

}  // namespace

TEST_CASE("pendulum: its equations of motion from the Lagrangian") {
  constexpr std::array start{0.7, -1.9, 1.3, 2.1};
  constexpr auto constant = accelerate(start);
  for (auto const& p : points_near({start.begin(), start.end()}, 0.8, 10)) {
    std::array const s{p[0], p[1], p[2], p[3]};
    auto const found = accelerate(s), expected = pendulum_accelerations(s);
    CAPTURE(p);
    CHECK(lz::test::close(found[0], expected[0], 1e-12));
    CHECK(lz::test::close(found[1], expected[1], 1e-12));
  }
  auto const again = accelerate(lz::test::opaque(start));
  CHECK(lz::test::close(constant[0], again[0], 1e-13));
  CHECK(lz::test::close(constant[1], again[1], 1e-13));
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
  for (auto const& point : points_near({0.7, -1.9, 1.3, 2.1}, 0.5))
    hessian_agrees(double_pendulum, hessian, point);
  constexpr auto constant = hessian(std::array{0.7, -1.9, 1.3, 2.1});
  same_at_run_time(constant.hessian,
                   hessian(lz::test::opaque(std::array{0.7, -1.9, 1.3, 2.1})).hessian);
}

}  // namespace kernels
