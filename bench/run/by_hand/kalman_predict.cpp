// SPDX-License-Identifier: BSL-1.0
#include <cmath>
#include <cstring>

#include "run/by_hand.hpp"

// State 15, turn rates 3, specific force 3, step. Derivatives of the rotation by its angles are taken from its entries
// and from the turned force, not from products of sines again.
void expert::kalman_predict(double const* x, double* out) {
  double const cr = std::cos(x[6]), sr = std::sin(x[6]), cp = std::cos(x[7]), sp = std::sin(x[7]),
               cy = std::cos(x[8]), sy = std::sin(x[8]), tp = std::tan(x[7]), over_cp = 1 / cp;
  double const r0 = x[15] - x[9], r1 = x[16] - x[10], r2 = x[17] - x[11];
  double const f0 = x[18] - x[12], f1 = x[19] - x[13], f2 = x[20] - x[14];
  double const h = x[21], hh = 0.5 * h * h;
  double const cysp = cy * sp, sysp = sy * sp;
  double const m[3][3] = {{cy * cp, cysp * sr - sy * cr, cysp * cr + sy * sr},
                          {sy * cp, sysp * sr + cy * cr, sysp * cr - cy * sr},
                          {-sp, cp * sr, cp * cr}};
  double a[3], by_roll[3];
  for (int i = 0; i < 3; ++i) {
    a[i] = m[i][0] * f0 + m[i][1] * f1 + m[i][2] * f2;
    by_roll[i] = m[i][2] * f1 - m[i][1] * f2;
  }
  double const u = cp * f0 + sp * (sr * f1 + cr * f2);
  double const by_angles[3][3] = {
      {by_roll[0], cy * a[2], -a[1]}, {by_roll[1], sy * a[2], a[0]}, {by_roll[2], -u, 0}};
  double const sideways = r1 * sr + r2 * cr, onward = r1 * cr - r2 * sr,
               yawing = sideways * over_cp;
  double const turning[3] = {r0 + sideways * tp, onward, yawing};
  a[2] -= 9.80665;
  std::memset(out + 15, 0, 225 * sizeof(double));
  double(*const jacobian)[15] = reinterpret_cast<double(*)[15]>(out + 15);
  for (int i = 0; i < 3; ++i) {
    double const ha = h * a[i];
    out[i] = x[i] + h * x[3 + i] + hh * a[i];
    out[3 + i] = x[3 + i] + ha;
    out[6 + i] = x[6 + i] + h * turning[i];
    jacobian[i][i] = 1;
    jacobian[i][3 + i] = h;
    jacobian[3 + i][3 + i] = 1;
    for (int k = 0; k < 3; ++k) {
      jacobian[i][6 + k] = hh * by_angles[i][k];
      jacobian[3 + i][6 + k] = h * by_angles[i][k];
      jacobian[i][12 + k] = -(hh * m[i][k]);
      jacobian[3 + i][12 + k] = -(h * m[i][k]);
    }
  }
  double const hcr = h * cr, hsr = h * sr;
  jacobian[6][6] = 1 + h * (onward * tp);
  jacobian[6][7] = h * (sideways * (1 + tp * tp));
  jacobian[6][9] = -h;
  jacobian[6][10] = -(hsr * tp);
  jacobian[6][11] = -(hcr * tp);
  jacobian[7][6] = -(h * sideways);
  jacobian[7][7] = 1;
  jacobian[7][10] = -hcr;
  jacobian[7][11] = hsr;
  jacobian[8][6] = h * (onward * over_cp);
  jacobian[8][7] = h * (yawing * tp);
  jacobian[8][8] = 1;
  jacobian[8][10] = -(hsr * over_cp);
  jacobian[8][11] = -(hcr * over_cp);
  for (int i = 9; i < 15; ++i) {
    out[i] = x[i];
    jacobian[i][i] = 1;
  }
}

namespace {

/// The rotation with its derivative by one angle (0, 1, 2; none: -1) taken of each sine and cosine in turn.
void rotation_by(double const* x, int angle, double (&m)[3][3]) {
  using std::cos;
  using std::sin;
  double const cr = angle == 0 ? -sin(x[6]) : cos(x[6]), sr = angle == 0 ? cos(x[6]) : sin(x[6]);
  double const cp = angle == 1 ? -sin(x[7]) : cos(x[7]), sp = angle == 1 ? cos(x[7]) : sin(x[7]);
  double const cy = angle == 2 ? -sin(x[8]) : cos(x[8]), sy = angle == 2 ? cos(x[8]) : sin(x[8]);
  double const keeps_pitch = angle == 1 ? 0 : 1, keeps_yaw = angle == 2 ? 0 : 1,
               keeps_roll = angle == 0 ? 0 : 1;
  m[0][0] = cy * cp * keeps_roll, m[0][1] = cy * sp * sr - sy * cr * keeps_pitch,
  m[0][2] = cy * sp * cr + sy * sr * keeps_pitch;
  m[1][0] = sy * cp * keeps_roll, m[1][1] = sy * sp * sr + cy * cr * keeps_pitch,
  m[1][2] = sy * sp * cr - cy * sr * keeps_pitch;
  m[2][0] = -sp * keeps_roll * keeps_yaw, m[2][1] = cp * sr * keeps_yaw,
  m[2][2] = cp * cr * keeps_yaw;
}

}  // namespace

void naive::kalman_predict(double const* x, double* out) {
  using std::cos;
  using std::sin;
  using std::tan;
  double const h = x[21];
  double const rate[3] = {x[15] - x[9], x[16] - x[10], x[17] - x[11]};
  double const force[3] = {x[18] - x[12], x[19] - x[13], x[20] - x[14]};
  double m[3][3], by[3][3];
  rotation_by(x, -1, m);
  for (int i = 15; i < 240; ++i) out[i] = 0;
  for (int i = 0; i < 3; ++i) {
    double const a =
        m[i][0] * force[0] + m[i][1] * force[1] + m[i][2] * force[2] - (i == 2 ? 9.80665 : 0);
    out[i] = x[i] + h * x[3 + i] + 0.5 * h * h * a;
    out[3 + i] = x[3 + i] + h * a;
    for (int k = 0; k < 3; ++k) {
      out[15 + 15 * i + 12 + k] = -0.5 * h * h * m[i][k];
      out[15 + 15 * (3 + i) + 12 + k] = -h * m[i][k];
    }
    out[15 + 15 * i + 3 + i] = h;
  }
  for (int k = 0; k < 3; ++k) {
    rotation_by(x, k, by);
    for (int i = 0; i < 3; ++i) {
      double const a = by[i][0] * force[0] + by[i][1] * force[1] + by[i][2] * force[2];
      out[15 + 15 * i + 6 + k] = 0.5 * h * h * a;
      out[15 + 15 * (3 + i) + 6 + k] = h * a;
    }
  }
  out[6] = x[6] + h * (rate[0] + (rate[1] * sin(x[6]) + rate[2] * cos(x[6])) * tan(x[7]));
  out[7] = x[7] + h * (rate[1] * cos(x[6]) - rate[2] * sin(x[6]));
  out[8] = x[8] + h * (rate[1] * sin(x[6]) + rate[2] * cos(x[6])) / cos(x[7]);
  for (int i = 0; i < 15; ++i) out[15 + 16 * i] = 1;
  for (int i = 9; i < 15; ++i) out[i] = x[i];
  double* const roll = out + 15 + 6 * 15;
  roll[6] += h * (rate[1] * cos(x[6]) - rate[2] * sin(x[6])) * tan(x[7]);
  roll[7] = h * (rate[1] * sin(x[6]) + rate[2] * cos(x[6])) * (1 + tan(x[7]) * tan(x[7]));
  roll[9] = -h;
  roll[10] = -h * sin(x[6]) * tan(x[7]);
  roll[11] = -h * cos(x[6]) * tan(x[7]);
  double* const pitch = out + 15 + 7 * 15;
  pitch[6] = -h * (rate[1] * sin(x[6]) + rate[2] * cos(x[6]));
  pitch[10] = -h * cos(x[6]);
  pitch[11] = h * sin(x[6]);
  double* const yaw = out + 15 + 8 * 15;
  yaw[6] = h * (rate[1] * cos(x[6]) - rate[2] * sin(x[6])) / cos(x[7]);
  yaw[7] = h * (rate[1] * sin(x[6]) + rate[2] * cos(x[6])) * sin(x[7]) / (cos(x[7]) * cos(x[7]));
  yaw[10] = -h * sin(x[6]) / cos(x[7]);
  yaw[11] = -h * cos(x[6]) / cos(x[7]);
}
