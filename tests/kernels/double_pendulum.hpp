// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/scalar.hpp"

namespace kernels {

/// Masses and lengths of a double pendulum, SI units.
inline constexpr double mass1 = 1.5, mass2 = 0.75, length1 = 0.5, length2 = 1.25, gravity = 9.80665;

/// Its energy: angles from the vertical 2, angular velocities 2.
template <class T> constexpr T pendulum_energy(std::array<T, 4> const& s) {
  T const c1 = cos(s[0]), c2 = cos(s[1]);
  T const kinetic = 0.5 * (mass1 + mass2) * length1 * length1 * s[2] * s[2] +
                    0.5 * mass2 * length2 * length2 * s[3] * s[3] +
                    mass2 * length1 * length2 * s[2] * s[3] * cos(s[0] - s[1]);
  return kinetic - (mass1 + mass2) * gravity * length1 * c1 - mass2 * gravity * length2 * c2;
}
inline constexpr auto double_pendulum =
    lz::function<lz::R<4>>([](auto const& s) { return pendulum_energy(s); });
inline constexpr std::array double_pendulum_sample{0.7, -1.9, 1.3, 2.1};

/// The equations of motion as they stand in books: both angular accelerations.
/// (Landau, Lifshitz: Mechanics, § 5, exercise 1, solved for the accelerations)
template <class T>
constexpr std::array<T, 2> pendulum_accelerations(std::array<T, 4> const& s) {
  T const d = s[0] - s[1];
  double const m = mass1 + mass2, a = m * length1;
  T const b = mass2 * length2 * cos(d), c = length1 * cos(d);
  T const p = -mass2 * length2 * s[3] * s[3] * sin(d) - m * gravity * sin(s[0]);
  T const q = length1 * s[2] * s[2] * sin(d) - gravity * sin(s[1]);
  T const determinant = a * length2 - b * c;
  return {{(p * length2 - b * q) / determinant, (a * q - c * p) / determinant}};
}

}  // namespace kernels
