// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/scalar.hpp"

namespace kernels {

/// The rotation from body to world of roll, pitch and yaw (about x, then y, then z).
template <class T> constexpr mat3<T> rotation_of(T const& roll, T const& pitch, T const& yaw) {
  T const cr = cos(roll), sr = sin(roll), cp = cos(pitch), sp = sin(pitch), cy = cos(yaw),
          sy = sin(yaw);
  return {{cy * cp, cy * sp * sr - sy * cr, cy * sp * cr + sy * sr,  //
           sy * cp, sy * sp * sr + cy * cr, sy * sp * cr - cy * sr,  //
           -sp, cp * sr, cp * cr}};
}

/// One step of inertial navigation, what an extended Kalman filter predicts with. State: position 3, velocity 3, roll,
/// pitch and yaw, biases of the gyroscope 3 and of the accelerometer 3; sensors: turn rates 3, specific force 3.
/// Singular at a pitch of a right angle. (Titterton, Weston: Strapdown Inertial Navigation Technology, 2004, chapter 3)
template <class T> constexpr std::array<T, 15> predict(std::array<T, 15> const& x,
                                                       std::array<T, 6> const& sensors,
                                                       T const& step) {
  T const &roll = x[6], &pitch = x[7], &yaw = x[8];
  vec3<T> const rate{{sensors[0] - x[9], sensors[1] - x[10], sensors[2] - x[11]}};
  vec3<T> const force{{sensors[3] - x[12], sensors[4] - x[13], sensors[5] - x[14]}};
  vec3<T> acceleration = multiply(rotation_of(roll, pitch, yaw), force);
  acceleration[2] = acceleration[2] - 9.80665;
  T const sideways = rate[1] * sin(roll) + rate[2] * cos(roll);
  vec3<T> const turning{{rate[0] + sideways * tan(pitch), rate[1] * cos(roll) - rate[2] * sin(roll),
                         sideways / cos(pitch)}};
  std::array<T, 15> next = x;
  for (std::size_t i = 0; i < 3; ++i) {
    next[i] = x[i] + step * x[3 + i] + 0.5 * step * step * acceleration[i];
    next[3 + i] = x[3 + i] + step * acceleration[i];
    next[6 + i] = x[6 + i] + step * turning[i];
  }
  return next;
}

inline constexpr auto kalman_predict =
    lz::function<lz::R<15>, lz::passive<lz::R<6>>, lz::passive<lz::R<>>>(
        [](auto const& state, auto const& sensors, auto const& step) {
          return predict(state, sensors, step);
        });
inline constexpr std::array kalman_predict_sample{
    1.,  2.,   3.,  4.,  -5.,  6.,  0.1, -0.2, 0.7, 0.01, -0.02, 0.03, 0.1, 0.2, -0.1,  // state
    0.3, -0.1, 0.2, 0.5, -0.3, 9.7, 0.01};  // sensors, step

}  // namespace kernels
