// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "run/by_hand.hpp"

namespace {

struct vec {
  double x, y, z;
};
vec operator+(vec a, vec b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
vec operator-(vec a, vec b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
vec operator*(double s, vec a) { return {s * a.x, s * a.y, s * a.z}; }
double dot(vec a, vec b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
vec cross(vec a, vec b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
void store(double* out, vec a) { out[0] = a.x, out[1] = a.y, out[2] = a.z; }

/// Camera 11, point 3, weight 1, feature 2.
struct input {
  vec rotation, centre;
  double focal, u0, v0, k1, k2;
  vec point;
  double weight, feature_u, feature_v;
};
input read(double const* p) {
  return {{p[0], p[1], p[2]},
          {p[3], p[4], p[5]},
          p[6],
          p[7],
          p[8],
          p[9],
          p[10],
          {p[11], p[12], p[13]},
          p[14],
          p[15],
          p[16]};
}

}  // namespace

// Backwards from each of the two rows; the turn's derivative in the algebra of vectors. A camera that is not turned is
// a case of its own.
void expert::bundle_adjustment(double const* p, double* out) {
  input const in = read(p);
  vec const x = in.point - in.centre;
  double const square = dot(in.rotation, in.rotation);
  double angle = 1, over = 1, s = 0, c = 1;
  vec axis{}, across{}, seen;
  double along = 0;
  if (square > 0) {
    angle = std::sqrt(square);
    over = 1 / angle;
    s = std::sin(angle), c = std::cos(angle);
    axis = over * in.rotation;
    across = cross(axis, x);
    along = dot(axis, x);
    seen = c * x + s * across + ((1 - c) * along) * axis;
  } else {
    seen = x + cross(in.rotation, x);
  }
  double const over_z = 1 / seen.z, u = seen.x * over_z, v = seen.y * over_z;
  double const r2 = u * u + v * v, k2r2 = in.k2 * r2, distortion = 1 + r2 * (in.k1 + k2r2);
  double const ud = u * distortion, vd = v * distortion, wf = in.weight * in.focal;
  double const error_u = ud * in.focal + in.u0 - in.feature_u,
               error_v = vd * in.focal + in.v0 - in.feature_v;
  out[0] = in.weight * error_u;
  out[1] = in.weight * error_v;
  double* const row[2] = {out + 2, out + 17};
  double const bend = 2 * (in.k1 + 2 * k2r2);  // ∂distortion/∂u is u times that
  double const wf_z = wf * over_z, mixed = wf_z * (u * v * bend);
  double const uu = wf_z * (distortion + u * u * bend), vv = wf_z * (distortion + v * v * bend);
  vec const by_seen[2] = {{uu, mixed, -(u * uu + v * mixed)}, {mixed, vv, -(u * mixed + v * vv)}};
  vec const by_angle = c * across + s * (along * axis - x);
  for (int i = 0; i < 2; ++i) {
    vec const g = by_seen[i];
    if (square > 0) {
      double const g_axis = dot(g, axis);
      vec const by_axis = s * cross(x, g) + (1 - c) * (along * g + g_axis * x);
      store(row[i], over * (by_axis - dot(axis, by_axis) * axis) + dot(g, by_angle) * axis);
      vec const by_point = c * g - s * cross(axis, g) + ((1 - c) * g_axis) * axis;
      store(row[i] + 11, by_point);
      store(row[i] + 3, {-by_point.x, -by_point.y, -by_point.z});
    } else {
      store(row[i], cross(x, g));
      vec const by_point = g - cross(in.rotation, g);
      store(row[i] + 11, by_point);
      store(row[i] + 3, {-by_point.x, -by_point.y, -by_point.z});
    }
  }
  double const wu = in.weight * ud, wv = in.weight * vd, fu = wf * u * r2, fv = wf * v * r2;
  row[0][6] = wu, row[0][7] = in.weight, row[0][8] = 0, row[0][9] = fu, row[0][10] = fu * r2,
  row[0][14] = error_u;
  row[1][6] = wv, row[1][7] = 0, row[1][8] = in.weight, row[1][9] = fv, row[1][10] = fv * r2,
  row[1][14] = error_v;
}

// The chain rule in matrices, multiplied out.
void naive::bundle_adjustment(double const* p, double* out) {
  input const in = read(p);
  double const x[3] = {in.point.x - in.centre.x, in.point.y - in.centre.y,
                       in.point.z - in.centre.z};
  double const angle = std::sqrt(dot(in.rotation, in.rotation));
  double const a[3] = {p[0] / angle, p[1] / angle, p[2] / angle};
  double const hat[3][3] = {{0, -a[2], a[1]}, {a[2], 0, -a[0]}, {-a[1], a[0], 0}};
  double turn[3][3], by_rotation[3][3], seen[3];
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j)
      turn[i][j] = (i == j ? std::cos(angle) : 0) + std::sin(angle) * hat[i][j] +
                   (1 - std::cos(angle)) * a[i] * a[j];
  for (int i = 0; i < 3; ++i) seen[i] = turn[i][0] * x[0] + turn[i][1] * x[1] + turn[i][2] * x[2];
  for (int k = 0; k < 3; ++k)
    for (int i = 0; i < 3; ++i) {
      by_rotation[i][k] = 0;
      for (int j = 0; j < 3; ++j) {
        double const ai_k = ((i == k ? 1 : 0) - a[i] * a[k]) / angle,
                     aj_k = ((j == k ? 1 : 0) - a[j] * a[k]) / angle;
        double hat_k = 0;
        if (i != j) {
          int const l = 3 - i - j;
          hat_k = ((l == k ? 1 : 0) - a[l] * a[k]) / angle * ((j - i + 3) % 3 == 1 ? -1 : 1);
        }
        double const entry = (i == j ? -std::sin(angle) * a[k] : 0) +
                             std::cos(angle) * a[k] * hat[i][j] + std::sin(angle) * hat_k +
                             std::sin(angle) * a[k] * a[i] * a[j] +
                             (1 - std::cos(angle)) * (ai_k * a[j] + a[i] * aj_k);
        by_rotation[i][k] += entry * x[j];
      }
    }
  double const u = seen[0] / seen[2], v = seen[1] / seen[2], r2 = u * u + v * v;
  double const distortion = 1 + in.k1 * r2 + in.k2 * r2 * r2, bend = in.k1 + 2 * in.k2 * r2;
  out[0] = in.weight * (u * distortion * in.focal + in.u0 - in.feature_u);
  out[1] = in.weight * (v * distortion * in.focal + in.v0 - in.feature_v);
  double const by_uv[2][2] = {{in.weight * in.focal * (distortion + u * bend * 2 * u),
                               in.weight * in.focal * u * bend * 2 * v},
                              {in.weight * in.focal * v * bend * 2 * u,
                               in.weight * in.focal * (distortion + v * bend * 2 * v)}};
  double const uv_by_seen[2][3] = {{1 / seen[2], 0, -seen[0] / (seen[2] * seen[2])},
                                   {0, 1 / seen[2], -seen[1] / (seen[2] * seen[2])}};
  for (int i = 0; i < 2; ++i) {
    double* const row = out + 2 + 15 * i;
    double g[3];
    for (int j = 0; j < 3; ++j)
      g[j] = by_uv[i][0] * uv_by_seen[0][j] + by_uv[i][1] * uv_by_seen[1][j];
    for (int k = 0; k < 3; ++k) {
      row[k] = g[0] * by_rotation[0][k] + g[1] * by_rotation[1][k] + g[2] * by_rotation[2][k];
      row[11 + k] = g[0] * turn[0][k] + g[1] * turn[1][k] + g[2] * turn[2][k];
      row[3 + k] = -(g[0] * turn[0][k] + g[1] * turn[1][k] + g[2] * turn[2][k]);
    }
    double const w = i == 0 ? u : v;
    row[6] = in.weight * w * distortion;
    row[7] = i == 0 ? in.weight : 0;
    row[8] = i == 1 ? in.weight : 0;
    row[9] = in.weight * in.focal * w * r2;
    row[10] = in.weight * in.focal * w * r2 * r2;
    row[14] = i == 0 ? u * distortion * in.focal + in.u0 - in.feature_u
                     : v * distortion * in.focal + in.v0 - in.feature_v;
  }
}
