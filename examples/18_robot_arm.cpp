// SPDX-License-Identifier: BSL-1.0
// Inverse kinematics: which angles of its six joints bring the flange of a robot arm to a given place and direction?
// The Jacobian of the pose comes from the code of the pose.
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// [arm]
/// The arm UR5 by Denavit and Hartenberg: length along x, offset along z, cosine and sine of the twist about x.
struct joint {
  double a, d, cos_twist, sin_twist;
};
constexpr std::array<joint, 6> ur5{{{0, 0.089159, 0, 1},
                                    {-0.425, 0, 1, 0},
                                    {-0.39225, 0, 1, 0},
                                    {0, 0.10915, 0, 1},
                                    {0, 0.09465, 0, -1},
                                    {0, 0.0823, 1, 0}}};

/// Where the flange is, in metres, then the directions of its x and its z axis.
constexpr auto pose = lz::function<lz::R<6>>([](auto const& angles) {
  using T = std::remove_cvref_t<decltype(angles[0])>;
  // from the flange back to the base: a point and two directions, turned and shifted joint by joint
  std::array<std::array<T, 3>, 3> v{{{0.0, 0.0, 0.0}, {1.0, 0.0, 0.0}, {0.0, 0.0, 1.0}}};
  for (std::size_t k = 6; k-- > 0;) {
    joint const& j = ur5[k];
    T const c = cos(angles[k]), s = sin(angles[k]);
    v[0][0] = v[0][0] + j.a;
    for (auto& [x, y, z] : v) {
      T const tilted = j.cos_twist * y - j.sin_twist * z, up = j.sin_twist * y + j.cos_twist * z;
      T const along = c * x - s * tilted;
      y = s * x + c * tilted;
      x = along;
      z = up;
    }
    v[0][2] = v[0][2] + j.d;
  }
  return std::array{v[0][0], v[0][1], v[0][2], v[1][0], v[1][1],
                    v[1][2], v[2][0], v[2][1], v[2][2]};
});
constexpr auto pose_and_jacobian = lz::jacobian(pose);
// [/arm]

namespace {

using angles_of = std::array<double, 6>;
using pose_of = std::array<double, 9>;

/// Solves A x = b for a positive definite A, which is spoilt.
angles_of solve(std::array<angles_of, 6>& a, angles_of b) {
  for (std::size_t k = 0; k < 6; ++k)
    for (std::size_t i = k + 1; i < 6; ++i) {
      double const factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < 6; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  for (std::size_t k = 6; k-- > 0;) {
    for (std::size_t j = k + 1; j < 6; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  return b;
}

double distance(pose_of const& a, pose_of const& b) {
  double sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum);
}

// [solve]
/// Damped least squares: step by step (J'J + damping) step = J' (goal - pose).
int reach(angles_of& q, pose_of const& goal, double damping) {
  for (int steps = 0; steps < 100; ++steps) {
    auto const [here, jacobian] = pose_and_jacobian(q);
    if (distance(here, goal) < 1e-12) return steps;
    std::array<angles_of, 6> normal{};
    angles_of right{};
    for (int i = 0; i < 6; ++i) {
      for (int r = 0; r < 9; ++r) {
        for (int k = 0; k < 6; ++k)
          normal[std::size_t(i)][std::size_t(k)] += jacobian(r, i) * jacobian(r, k);
        right[std::size_t(i)] += jacobian(r, i) * (goal[std::size_t(r)] - here[std::size_t(r)]);
      }
      normal[std::size_t(i)][std::size_t(i)] += damping;
    }
    angles_of const step = solve(normal, right);
    for (std::size_t i = 0; i < 6; ++i) q[i] += step[i];
    damping /= 4;
  }
  return 100;
}
// [/solve]

}  // namespace

int main() {
  pose_of const goal = pose(angles_of{0.3, -1.2, 1.5, -0.4, 0.8, 0.2});
  angles_of q{0.0, -0.8, 1.0, 0.0, 0.5, 0.0};
  std::printf("from %.3f away\n", distance(pose(q), goal));
  int const steps = reach(q, goal, 0.01);
  std::printf("after %d steps %.0e; angles %.6f %.6f %.6f %.6f %.6f %.6f\n", steps,
              distance(pose(q), goal), q[0], q[1], q[2], q[3], q[4], q[5]);
  std::printf("operations: pose %d, pose and Jacobian %d\n", lz::cost(pose).operations,
              lz::cost(pose_and_jacobian).operations);
  pose_of const home = pose(angles_of{});  // the maker's table, stretched out
  bool const right = steps < 100 && std::abs(home[0] + 0.81725) < 1e-15 &&
                     std::abs(home[1] + 0.19145) < 1e-15 && std::abs(home[2] + 0.005491) < 1e-15;
  return right ? 0 : 1;
}
