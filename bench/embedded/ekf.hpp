// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>

#include <leibniz/leibniz.hpp>

/// One step of inertial navigation as an engineer writes it. State: position 3, velocity 3, roll, pitch and yaw, biases
/// of the gyroscope 3 and of the accelerometer 3; sensors: turn rates 3, specific force 3.
/// (Titterton, Weston: Strapdown Inertial Navigation Technology, 2004, chapter 3)
// [predict]
inline constexpr auto predict = leibniz::function<leibniz::R<15>, leibniz::passive<leibniz::R<6>>,
                                                  leibniz::passive<leibniz::R<>>>(
    [](auto const& x, auto const& sensors, auto const& step) {
      auto const cr = cos(x[6]), sr = sin(x[6]), cp = cos(x[7]), sp = sin(x[7]), cy = cos(x[8]),
                 sy = sin(x[8]);
      auto const turn0 = step * (sensors[0] - x[9]), turn1 = step * (sensors[1] - x[10]),
                 turn2 = step * (sensors[2] - x[11]);
      auto const force0 = sensors[3] - x[12], force1 = sensors[4] - x[13],
                 force2 = sensors[5] - x[14];
      // roll, then pitch, then yaw
      auto const right = cr * force1 - sr * force2, down = sr * force1 + cr * force2;
      auto const ahead = cp * force0 + sp * down, below = cp * down - sp * force0;
      auto const h_cy = step * cy, h_sy = step * sy;
      auto const dv = std::array{h_cy * ahead - h_sy * right, h_sy * ahead + h_cy * right,
                                 step * (below - 9.80665)};
      auto const per_cp = 1 / cp, yaw = (sr * turn1 + cr * turn2) * per_cp;
      auto const turned = std::array{turn0 + sp * yaw, cr * turn1 - sr * turn2, yaw};
      auto next = x;
      for (std::size_t i = 0; i < 3; ++i) {
        next[i] = x[i] + step * x[3 + i] + 0.5 * step * dv[i];
        next[3 + i] = x[3 + i] + dv[i];
        next[6 + i] = x[6 + i] + turned[i];
      }
      return next;
    });
// [/predict]

/// Value and transition. Forward needs the fewest operations here; its name saves the compiler the search.
inline constexpr auto transition = leibniz::jacobian<leibniz::order::forward>(predict);
