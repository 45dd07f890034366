// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/bundle_adjustment.hpp"

namespace kernels {

/// The bones of ADBench's hand: of each that it hangs on. Wrist, four of each finger from the thumb on, forearm.
inline constexpr std::size_t bones = 22;
inline constexpr std::array<int, bones> parents{-1, 0,  1, 2,  3,  0,  5, 6,  7,  0,  9,
                                                10, 11, 0, 13, 14, 15, 0, 17, 18, 19, 0};

/// Where a point of the skin was measured, less where a pose puts it: the residual of hand tracking.
/// Pose: rotation vector 3, translation 3; of each finger the first joint's bend and spread, the second's and the
/// third's bend. A point of the skin: its place in the frame of each bone and what share each bone has in it. The
/// skeleton at rest: a matrix of 3 x 4 for each bone, in the frame of its parent.
/// (Microsoft ADBench, "hand", whose products of matrices are applied to the point from the finger tips on here)
template <class T> constexpr vec3<T> hand_error(std::array<T, 26> const& pose,
                                                std::array<T, 12 * bones> const& skeleton,
                                                std::array<T, 3 * bones> const& place,
                                                std::array<T, bones> const& share,
                                                vec3<T> const& measured) {
  std::array<vec3<T>, bones> sum;  // of the bones beyond, in the frame of this one
  std::array<T, bones> weight = share;
  for (std::size_t b = 0; b < bones; ++b)
    for (std::size_t i = 0; i < 3; ++i) sum[b][i] = share[b] * place[3 * b + i];
  vec3<T> at;
  for (std::size_t b = bones; b-- > 0;) {
    auto& [x, y, z] = sum[b];
    std::size_t const finger = (b + 3) / 4 - 1, joint = (b + 3) % 4;
    if (b > 0 && b + 1 < bones && joint > 0) {
      std::size_t const first = 6 + 4 * finger;
      T const& bend = pose[joint == 1 ? first : first + joint];
      T const c = cos(bend), s = sin(bend), bent = c * y - s * z;
      z = s * y + c * z;
      y = bent;
      if (joint == 1) {
        T const cs = cos(pose[first + 1]), ss = sin(pose[first + 1]), spread = cs * x - ss * y;
        y = ss * x + cs * y;
        x = spread;
      }
    }
    for (std::size_t i = 0; i < 3; ++i) {
      T const* row = &skeleton[12 * b + 4 * i];
      T const moved = row[0] * x + row[1] * y + row[2] * z + row[3] * weight[b];
      if (b == 0) at[i] = moved;
      else sum[std::size_t(parents[b])][i] = sum[std::size_t(parents[b])][i] + moved;
    }
    if (b > 0) weight[std::size_t(parents[b])] = weight[std::size_t(parents[b])] + weight[b];
  }
  vec3<T> const turned = rotate(vec3<T>{{pose[0], pose[1], pose[2]}}, at);
  return {{measured[0] - turned[0] - pose[3], measured[1] - turned[1] - pose[4],
           measured[2] - turned[2] - pose[5]}};
}

inline constexpr auto hand_tracking =
    lz::function<lz::R<26>, lz::passive<lz::R<12 * bones>>, lz::passive<lz::R<3 * bones>>,
                 lz::passive<lz::R<bones>>, lz::passive<lz::R<3>>>(
        [](auto const& pose, auto const& skeleton, auto const& place, auto const& share,
           auto const& measured) { return hand_error(pose, skeleton, place, share, measured); });

/// A hand with bones of some 3 cm, each turned a little against the one before; a point that hangs on all bones.
inline constexpr auto hand_tracking_sample = [] {
  std::array<double, 26 + (12 + 3 + 1) * bones + 3> all{};
  std::size_t next = 0;
  for (; next < 26; ++next) all[next] = 0.1 + static_cast<double>(next * 5 % 13) / 20;
  for (std::size_t b = 0; b < bones; ++b) {
    double const turned = 0.02 * static_cast<double>(b + 1);
    for (double each :
         {1.0, -turned, 0.0, 0.03, turned, 1.0, -turned, 0.002, 0.0, turned, 1.0, 0.001})
      all[next++] = each;
  }
  for (std::size_t i = 0; i < 3 * bones; ++i)
    all[next++] = 0.01 * (static_cast<double>(i * 7 % 11) - 4.5);
  for (std::size_t b = 0; b < bones; ++b) all[next++] = 1.0 / bones;
  for (double each : {0.25, 0.5, 0.125}) all[next++] = each;
  return all;
}();

}  // namespace kernels
