// SPDX-License-Identifier: BSL-1.0
// Derivatives as parts of formulas and of functions: fields, and the motion of a double pendulum from its Lagrangian.
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

// [fields]
// Divergence, curl and Laplacian are formulas again, and are compared as such.
constexpr auto divergence(auto const& u, auto const& v, auto const& w) {
  return lz::derivative(u, x) + lz::derivative(v, y) + lz::derivative(w, z);
}
constexpr auto laplacian(auto const& f) {
  return divergence(lz::derivative(f, x), lz::derivative(f, y), lz::derivative(f, z));
}
static_assert(divergence(x * y, y* z, z* x) == x + y + z);
static_assert(divergence(lz::derivative(x * y * z, y) - lz::derivative(x * z, z),  // of a curl
                         lz::derivative(y* z, z) - lz::derivative(x * y * z, x),
                         lz::derivative(x* z, x) - lz::derivative(y * z, y)) == 0);
static_assert(laplacian(pow(x, 3_c) - 3 * x * y * y) == 0);  // harmonic
static_assert(laplacian(sin(x) * exp(y) * z) == 0);          // harmonic, too
static_assert(laplacian(x * x + y * y + z * z) == 6);
// [/fields]

// [along]
// The second derivative along a direction, in one pass and without the Hessian: d' H d.
constexpr auto saddle =
    lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[0] * p[0] * p[1]; });
constexpr auto along = lz::taylor<3>(saddle)(std::array{1.0, 2.0}, std::array{3.0, 4.0});
static_assert(along[0] == 2 && along[1] == 22);         // f; 3 x^2 y 3 + x^3 4
static_assert(2 * along[2] == 6 * 2 * 9 + 2 * 3 * 12);  // 6 x y 3^2 + 2 (3 x^2) 3 4
// [/along]

// [lagrangian]
// Two masses on two rods: angles from the vertical, then angular velocities. Kinetic less potential energy, SI units.
constexpr double m1 = 1.5, m2 = 0.75, l1 = 0.5, l2 = 1.25, gravity = 9.80665;
constexpr auto lagrangian = lz::function<lz::R<4>>([](auto const& s) {
  auto const& [angle1, angle2, speed1, speed2] = s;
  return (m1 + m2) / 2 * lz::square(l1 * speed1) + m2 / 2 * lz::square(l2 * speed2) +
         m2 * l1 * l2 * speed1 * speed2 * cos(angle1 - angle2) +
         (m1 + m2) * gravity * l1 * cos(angle1) + m2 * gravity * l2 * cos(angle2);
});

/// Euler and Lagrange: d/dt (dL/dw) = dL/dq. With d/dt taken apart, that is a system for the accelerations; its
/// coefficients are entries of the Hessian.
constexpr auto motion = lz::function<lz::R<4>>([](auto const& s) {
  using T = std::remove_cvref_t<decltype(s[0])>;
  auto const [value, gradient, h] = lz::hessian(lagrangian)(s);
  lz::matrix<T, 2, 2> const mass{{h(2, 2), h(2, 3), h(3, 2), h(3, 3)}};
  std::array const force{gradient[0] - h(2, 0) * s[2] - h(2, 1) * s[3],
                         gradient[1] - h(3, 0) * s[2] - h(3, 1) * s[3]};
  return lz::solve(mass, force);
});
// [/lagrangian]

/// The accelerations as they stand in books (Landau, Lifshitz: Mechanics, § 5, exercise 1).
constexpr std::array<double, 2> by_the_book(std::array<double, 4> const& s) {
  double const c = lz::cos(s[0] - s[1]), d = lz::sin(s[0] - s[1]), m = m1 + m2;
  double const p = -m2 * l2 * s[3] * s[3] * d - m * gravity * lz::sin(s[0]);
  double const q = l1 * s[2] * s[2] * d - gravity * lz::sin(s[1]);
  double const determinant = m * l1 * l2 - m2 * l1 * l2 * c * c;
  return {(p * l2 - m2 * l2 * c * q) / determinant, (m * l1 * q - l1 * c * p) / determinant};
}

// [check]
constexpr std::array state{0.7, -1.9, 1.3, 2.1};
constexpr auto accelerations = motion(state);
static_assert(lz::abs(accelerations[0] - by_the_book(state)[0]) < 1e-13);
static_assert(lz::abs(accelerations[1] - by_the_book(state)[1]) < 1e-13);
// the motion is differentiated like any other function: hanging still, the pendulum is stable
constexpr auto stiffness = lz::jacobian(motion)(std::array{0.0, 0.0, 0.0, 0.0}).jacobian;
static_assert(stiffness(0, 0) < 0 && stiffness(1, 1) < 0);
static_assert(stiffness(0, 0) * stiffness(1, 1) > stiffness(0, 1) * stiffness(1, 0));
// [/check]

int main() {
  std::printf(
      "operations: Lagrangian %d, its Hessian %d, the accelerations %d, their Jacobian %d\n",
      lz::cost(lagrangian).operations, lz::cost(lz::hessian(lagrangian)).operations,
      lz::cost(motion).operations, lz::cost(lz::jacobian(motion)).operations);
  // one second of motion; the energy, which the equations do not mention, stays what it was
  auto const energy = [](std::array<double, 4> const& s) {
    auto const r = lz::gradient(lagrangian)(s);
    return s[2] * r.gradient[2] + s[3] * r.gradient[3] - r.value;
  };
  std::array<double, 4> s{1.2, -0.4, 0.0, 0.0};
  double const before = energy(s);
  double const h = 1e-3;
  auto const moved = [](std::array<double, 4> to, std::array<double, 4> const& from, double by) {
    auto const a = motion(from);
    std::array const slope{from[2], from[3], a[0], a[1]};
    for (std::size_t i = 0; i < 4; ++i) to[i] += by * slope[i];
    return to;
  };
  for (int i = 0; i < 1000; ++i) {  // Runge and Kutta
    auto const b = moved(s, s, h / 2), c = moved(s, b, h / 2), d = moved(s, c, h);
    s = moved(moved(moved(moved(s, s, h / 6), b, h / 3), c, h / 3), d, h / 6);
  }
  std::printf("after a second at %.6f, %.6f; energy %.12f, was %.12f\n", s[0], s[1], energy(s),
              before);
  return std::abs(energy(s) - before) < 1e-9 ? 0 : 1;
}
