// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/scalar.hpp"

namespace kernels {

/// x turned about the axis `rotation` by its length (Rodrigues). At zero, where the length has no derivative, the turn
/// to first order.
template <class T> constexpr vec3<T> rotate(vec3<T> const& rotation, vec3<T> const& x) {
  T const square = dot(rotation, rotation);
  T const one(1.0);
  T const angle = sqrt(where(square > 0.0, square, one));
  T const c = cos(angle), s = sin(angle);
  vec3<T> const axis{{rotation[0] / angle, rotation[1] / angle, rotation[2] / angle}};
  vec3<T> const across = cross(axis, x), near_zero = cross(rotation, x);
  T const along = dot(axis, x) * (1.0 - c);
  vec3<T> r;
  for (std::size_t i = 0; i < 3; ++i) {
    T const turned = x[i] * c + across[i] * s + axis[i] * along, first_order = x[i] + near_zero[i];
    r[i] = where(square > 0.0, turned, first_order);
  }
  return r;
}

/// Where a camera sees a point, less where it was seen, weighted: the residual of bundle adjustment.
/// Camera: rotation 3, centre 3, focal length, principal point 2, radial distortion 2.
/// (Microsoft ADBench, Srajer et al. 2018, the same steps)
template <class T> constexpr std::array<T, 2> reprojection_error(std::array<T, 11> const& camera,
                                                                 vec3<T> const& point,
                                                                 T const& weight,
                                                                 std::array<T, 2> const& feature) {
  vec3<T> const rotation{{camera[0], camera[1], camera[2]}};
  vec3<T> const centred{{point[0] - camera[3], point[1] - camera[4], point[2] - camera[5]}};
  vec3<T> const seen = rotate(rotation, centred);
  T const u = seen[0] / seen[2], v = seen[1] / seen[2];
  T const square = u * u + v * v;
  T const distortion = 1.0 + camera[9] * square + camera[10] * square * square;
  return {{weight * (u * distortion * camera[6] + camera[7] - feature[0]),
           weight * (v * distortion * camera[6] + camera[8] - feature[1])}};
}

inline constexpr auto bundle_adjustment =
    lz::function<lz::R<11>, lz::R<3>, lz::R<>, lz::passive<lz::R<2>>>(
        [](auto const& camera, auto const& point, auto const& weight, auto const& feature) {
          return reprojection_error(camera, point, weight, feature);
        });
inline constexpr std::array bundle_adjustment_sample{
    0.3, -0.4,  0.2, 1.0,  2.0,  -5.0, 500.0, 3.0, 4.0, 0.01, -0.002,  // camera
    0.5, -0.25, 4.0, 0.75, 10.0, 20.0};                                // point, weight, feature

}  // namespace kernels
