// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/double_pendulum.hpp"
#include "kernels/flat.hpp"

// The equations of motion of a double pendulum, from its Lagrangian.

namespace kernels {

namespace lagrange {

using namespace lz::literals;

// The Lagrangian, as one writes it: angles and angular velocities.
inline constexpr lz::variable<"q1"> q1;
inline constexpr lz::variable<"q2"> q2;
inline constexpr lz::variable<"w1"> w1;
inline constexpr lz::variable<"w2"> w2;
inline constexpr lz::parameter<"m1"> m1;
inline constexpr lz::parameter<"m2"> m2;
inline constexpr lz::parameter<"l1"> l1;
inline constexpr lz::parameter<"l2"> l2;
inline constexpr lz::parameter<"g"> g;

inline constexpr auto kinetic = (m1 + m2) / 2 * square(l1 * w1) + m2 / 2 * square(l2 * w2) +
                                m2 * l1 * l2 * w1 * w2 * cos(q1 - q2);
inline constexpr auto potential = -(m1 + m2) * g * l1 * cos(q1) - m2 * g * l2 * cos(q2);
inline constexpr auto lagrangian = kinetic - potential;

// Euler and Lagrange: d/dt dL/dw = dL/dq, where d/dt is by the velocities and by the accelerations, M a = forces
inline constexpr auto momentum1 = lz::derivative(lagrangian, w1);
inline constexpr auto momentum2 = lz::derivative(lagrangian, w2);
inline constexpr auto m11 = lz::derivative(momentum1, w1);
inline constexpr auto m12 = lz::derivative(momentum1, w2);
inline constexpr auto m22 = lz::derivative(momentum2, w2);
inline constexpr auto force1 = lz::derivative(lagrangian, q1) - lz::derivative(momentum1, q1) * w1 -
                               lz::derivative(momentum1, q2) * w2;
inline constexpr auto force2 = lz::derivative(lagrangian, q2) - lz::derivative(momentum2, q1) * w1 -
                               lz::derivative(momentum2, q2) * w2;
inline constexpr auto determinant = m11 * m22 - m12 * m12;

}  // namespace lagrange

/// Both angular accelerations, a vector of formulas.
inline constexpr auto pendulum_motion = lz::vector(
    (lagrange::force1 * lagrange::m22 - lagrange::m12 * lagrange::force2) / lagrange::determinant,
    (lagrange::m11 * lagrange::force2 - lagrange::m12 * lagrange::force1) / lagrange::determinant);
inline constexpr std::array pendulum_motion_sample{0.7, -1.9, 1.3, 2.1};

/// As a kernel of the angles and the angular velocities. Its values for other numbers are the equations in books.
template <> struct flat<std::remove_const_t<decltype(pendulum_motion)>> {
  static constexpr int inputs = 4, active = 4, outputs = 2;
  static std::vector<std::size_t> active_places() { return {0, 1, 2, 3}; }
  template <class Callable, class T>
  static constexpr auto call(Callable const& callable, T const* s) {
    using namespace lagrange;
    return callable(q1 = s[0], q2 = s[1], w1 = s[2], w2 = s[3], m1 = mass1, m2 = mass2,
                    l1 = length1, l2 = length2, g = gravity);
  }
  template <class T> static std::array<T, 2> values(T const* s) {
    return pendulum_accelerations(std::array<T, 4>{{s[0], s[1], s[2], s[3]}});
  }
};

}  // namespace kernels
