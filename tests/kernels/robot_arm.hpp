// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/scalar.hpp"

namespace kernels {

/// One joint by Denavit and Hartenberg; alpha is a multiple of a right angle here, given by its cosine and sine.
struct joint {
  double a, d, cos_alpha, sin_alpha;
};
/// The arm UR5 of Universal Robots (the maker's article "DH Parameters for calculations of kinematics and dynamics").
inline constexpr std::array<joint, 6> ur5{{{0, 0.089159, 0, 1},
                                           {-0.425, 0, 1, 0},
                                           {-0.39225, 0, 1, 0},
                                           {0, 0.10915, 0, 1},
                                           {0, 0.09465, 0, -1},
                                           {0, 0.0823, 1, 0}}};

template <class T> struct pose {
  mat3<T> rotation;
  vec3<T> position;
};

/// The pose of the frame behind `count` joints.
template <class T>
constexpr pose<T> pose_behind(std::array<T, 6> const& angles, std::size_t count) {
  T const zero(0.0), one(1.0);
  pose<T> at{{{one, zero, zero, zero, one, zero, zero, zero, one}}, {{zero, zero, zero}}};
  for (std::size_t k = 0; k < count; ++k) {
    joint const& j = ur5[k];
    T const c = cos(angles[k]), s = sin(angles[k]);
    mat3<T> const turn{{c, -j.cos_alpha * s, j.sin_alpha * s,  //
                        s, j.cos_alpha * c, -j.sin_alpha * c,  //
                        zero, T(j.sin_alpha), T(j.cos_alpha)}};
    vec3<T> const shift{{j.a * c, j.a * s, T(j.d)}};
    vec3<T> const moved = multiply(at.rotation, shift);
    for (std::size_t i = 0; i < 3; ++i) at.position[i] = at.position[i] + moved[i];
    at.rotation = multiply(at.rotation, turn);
  }
  return at;
}

/// Position of the flange in metres, then the rows of its rotation.
inline constexpr auto robot_arm = lz::function<lz::R<6>>([](auto const& angles) {
  auto const at = pose_behind(angles, 6);
  auto const& p = at.position;
  auto const& r = at.rotation;
  return std::array{p[0], p[1], p[2], r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8]};
});
inline constexpr std::array robot_arm_sample{0.3, -1.2, 1.5, -0.4, 0.8, 0.2};

}  // namespace kernels
