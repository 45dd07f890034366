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
vec cross(vec a, vec b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

struct joint {
  double a, d;
  int bend;  ///< alpha in right angles
};
constexpr joint ur5[6] = {{0, 0.089159, 1}, {-0.425, 0, 0},   {-0.39225, 0, 0},
                          {0, 0.10915, 1},  {0, 0.09465, -1}, {0, 0.0823, 0}};

}  // namespace

// The geometric Jacobian: a joint moves the flange across its axis, and turns its frame about it. (Siciliano et al.,
// Robotics, 2009, section 3.1)
void expert::robot_arm(double const* angles, double* out) {
  vec x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}, p{0, 0, 0};
  vec axis[6], origin[6];
  for (int k = 0; k < 6; ++k) {
    joint const& j = ur5[k];
    double const c = std::cos(angles[k]), s = std::sin(angles[k]);
    axis[k] = z;
    origin[k] = p;
    vec const ahead = c * x + s * y, side = c * y - s * x;
    if (j.a != 0) p = p + j.a * ahead;
    if (j.d != 0) p = p + j.d * z;
    x = ahead;
    if (j.bend == 0) y = side;
    else if (j.bend == 1) y = z, z = {-side.x, -side.y, -side.z};
    else y = {-z.x, -z.y, -z.z}, z = side;
  }
  out[0] = p.x, out[1] = p.y, out[2] = p.z;
  out[3] = x.x, out[4] = y.x, out[5] = z.x;
  out[6] = x.y, out[7] = y.y, out[8] = z.y;
  out[9] = x.z, out[10] = y.z, out[11] = z.z;
  for (int k = 0; k < 6; ++k) {
    double* const column = out + 12 + k;
    auto const put = [column](int row, int stride, vec v) {
      column[6 * row] = v.x, column[6 * (row + stride)] = v.y, column[6 * (row + 2 * stride)] = v.z;
    };
    put(0, 1, cross(axis[k], p - origin[k]));
    put(3, 3, cross(axis[k], x));
    put(4, 3, cross(axis[k], y));
    put(5, 3, cross(axis[k], z));
  }
}

namespace {

/// Rows of four; the last row 0 0 0 1 is left out.
struct transform {
  double m[3][4];
};
/// `last` is the corner of b: 1, of a derivative 0.
transform multiply(transform const& a, transform const& b, double last) {
  transform r;
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 4; ++j) {
      r.m[i][j] = a.m[i][0] * b.m[0][j] + a.m[i][1] * b.m[1][j] + a.m[i][2] * b.m[2][j];
      if (j == 3) r.m[i][j] += a.m[i][3] * last;
    }
  return r;
}
transform of(joint const& j, double angle, bool derivative) {
  double const c = derivative ? -std::sin(angle) : std::cos(angle),
               s = derivative ? std::cos(angle) : std::sin(angle);
  double const ca = j.bend == 0 ? 1 : 0, sa = j.bend, keep = derivative ? 0 : 1;
  return {{{c, -ca * s, sa * s, j.a * c},
           {s, ca * c, -sa * c, j.a * s},
           {0, keep * sa, keep * ca, keep * j.d}}};
}
/// The product of all six, that of joint `by` (if any) differentiated.
transform product(double const* angles, int by) {
  transform r = of(ur5[0], angles[0], by == 0);
  for (int k = 1; k < 6; ++k) r = multiply(r, of(ur5[k], angles[k], by == k), by == k ? 0 : 1);
  return r;
}
void put(transform const& t, double* out, int stride) {
  for (int i = 0; i < 3; ++i) {
    out[stride * i] = t.m[i][3];
    for (int j = 0; j < 3; ++j) out[stride * (3 + 3 * i + j)] = t.m[i][j];
  }
}

}  // namespace

void naive::robot_arm(double const* angles, double* out) {
  put(product(angles, -1), out, 1);
  for (int k = 0; k < 6; ++k) put(product(angles, k), out + 12 + k, 6);
}
