// SPDX-License-Identifier: BSL-1.0
// A rigid body: its state is a struct, its attitude a quaternion, its inertia a matrix. One step of its motion is an
// ordinary template; the Jacobian of the next state by the present one comes from the library, and agrees with
// differences. And a functor written for Ceres.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// [state]
template <class T> struct body {
  lz::vec<T, 3> position, velocity;
  lz::quaternion<T> attitude;
  lz::vec<T, 3> spin;  // angular velocity, in the body's own axes
};

constexpr lz::matrix<double, 3, 3> inertia{{2, 0.1, 0, 0.1, 3, 0, 0, 0, 1.5}};
constexpr lz::vec<double, 3> gravity{{0, 0, -9.81}};

template <class T> constexpr body<T> step(body<T> const& b, lz::vec<T, 3> const& torque,
                                          double dt) {
  auto const momentum = inertia * b.spin;
  auto const spin = b.spin + solve(inertia, torque - cross(b.spin, momentum)) * dt;
  return {b.position + b.velocity * dt, b.velocity + gravity * dt,
          normalized(b.attitude * exp_map(spin * dt)), spin};
}
// [/state]

// [jacobian]
// A struct goes in by lz::like and comes out as what it is.
constexpr auto motion = lz::function<lz::like<body>, lz::passive<lz::R<3, 1>>>(
    [](auto const& b, auto const& torque) { return step(b, torque, 0.01); });
// An order of accumulation spares the compiler the search for the cheapest.
constexpr auto linearised = lz::jacobian<lz::order::forward>(motion);
// [/jacobian]

// [functor]
// A functor for Ceres, with a constexpr before operator(): where a camera sees a point, less where it was seen.
struct reprojection {
  template <class T>
  constexpr bool operator()(T const* camera, T const* point, T const* seen, T* residuals) const {
    std::array<T, 3> const w{camera[0], camera[1], camera[2]}, p{point[0], point[1], point[2]};
    auto const q = lz::rotate(w, p);  // smooth at w = 0, where optimisation begins
    T const depth = q[2] + camera[5];
    residuals[0] = (q[0] + camera[3]) / depth - seen[0];
    residuals[1] = (q[1] + camera[4]) / depth - seen[1];
    return true;
  }
};
constexpr auto residuals =
    lz::pointer_function<reprojection, 2, lz::R<6>, lz::R<3>, lz::passive<lz::R<2>>>();
// [/functor]

namespace {

constexpr std::size_t scalars = 13;
static_assert(sizeof(body<double>) == scalars * sizeof(double));

std::array<double, scalars> flat(body<double> const& b) {
  return {b.position[0], b.position[1], b.position[2], b.velocity[0], b.velocity[1],
          b.velocity[2], b.attitude.w,  b.attitude.x,  b.attitude.y,  b.attitude.z,
          b.spin[0],     b.spin[1],     b.spin[2]};
}
body<double> body_of(std::array<double, scalars> const& a) {
  return {{{a[0], a[1], a[2]}},
          {{a[3], a[4], a[5]}},
          {a[6], a[7], a[8], a[9]},
          {{a[10], a[11], a[12]}}};
}

/// The largest difference between a Jacobian and central differences of `step` for plain numbers.
double check_motion(body<double> const& b, lz::vec<double, 3> const& torque) {
  auto const r = linearised(b, torque);
  double worst = 0;
  for (std::size_t j = 0; j < scalars; ++j) {
    auto above = flat(b), below = flat(b);
    above[j] += 1e-6;
    below[j] -= 1e-6;
    auto const up = flat(step(body_of(above), torque, 0.01));
    auto const down = flat(step(body_of(below), torque, 0.01));
    for (std::size_t i = 0; i < scalars; ++i)
      worst = std::max(worst, std::fabs((up[i] - down[i]) / 2e-6 -
                                        r.jacobian(static_cast<int>(i), static_cast<int>(j))));
  }
  return worst;
}

/// The same of the functor, at a camera that is not turned.
double check_residuals() {
  double camera[6] = {0, 0, 0, 0.1, -0.2, 5}, point[3] = {0.5, -1, 2}, seen[2] = {0.1, -0.1};
  auto const r = lz::jacobian(residuals)(camera, point, seen);
  double worst = 0;
  for (int j = 0; j < 9; ++j) {
    double& x = j < 6 ? camera[j] : point[j - 6];
    double const at = x;
    double up[2], down[2];
    x = at + 1e-6;
    reprojection()(camera, point, seen, up);
    x = at - 1e-6;
    reprojection()(camera, point, seen, down);
    x = at;
    for (int i = 0; i < 2; ++i)
      worst = std::max(worst, std::fabs((up[i] - down[i]) / 2e-6 - r.jacobian(i, j)));
  }
  return worst;
}

}  // namespace

int main() {
  body<double> b{{{0, 0, 10}}, {{1, 0, 2}}, {1, 0, 0, 0}, {{0.3, 2, -0.1}}};
  lz::vec<double, 3> const torque{{0.1, 0, 0.2}};

  double const motion_error = check_motion(b, torque), residual_error = check_residuals();
  std::printf("Jacobians and differences agree to %.0e and %.0e\n", motion_error, residual_error);

  // a hundred steps, and how far their end moves with the first spin
  auto moved = lz::identity<double, scalars>();
  for (int k = 0; k < 100; ++k) {
    auto const r = linearised(b, torque);
    b = r.value;
    moved = r.jacobian * moved;
  }
  std::printf("after 1 s: height %.3f, spin (%.3f, %.3f, %.3f), norm of the attitude %.15f\n",
              b.position[2], b.spin[0], b.spin[1], b.spin[2], norm(b.attitude));
  std::printf("d attitude.y / d spin.y at the start: %.4f\n", moved(8, 11));

  bool const right =
      motion_error < 1e-8 && residual_error < 1e-8 && std::fabs(norm(b.attitude) - 1) < 1e-14;
  return right ? 0 : 1;
}
