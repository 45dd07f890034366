// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "programs.hpp"

// As an expert writes it: the rotation is taken apart into roll, pitch and yaw, what turns with an angle is not
// differentiated again, and each result is stored as soon as it is there.
void ekf_hand(float const* x, float* out) {
  float const* const sensors = x + 15;
  float const h = x[21], half = 0.5f * h;
  float* const f = out + 15;
  float const cr = std::cos(x[6]), sr = std::sin(x[6]), cp = std::cos(x[7]), sp = std::sin(x[7]),
              cy = std::cos(x[8]), sy = std::sin(x[8]);

  // attitude
  float const turn1 = sensors[1] - x[10], turn2 = sensors[2] - x[11];
  float const per_cp = 1 / cp, tp = sp * per_cp;
  float const sideways = sr * turn1 + cr * turn2, pitch_rate = cr * turn1 - sr * turn2;
  float const yaw_rate = sideways * per_cp;
  float const h_cr = h * cr, h_sr = h * sr, h_yaw = h * yaw_rate, h_pitch = h * pitch_rate;
  out[6] = x[6] + h * (sensors[0] - x[9] + sp * yaw_rate);
  out[7] = x[7] + h_pitch;
  out[8] = x[8] + h_yaw;
  f[43] = 1 + h_pitch * tp;
  f[44] = h_yaw * per_cp;
  f[45] = -h;
  f[46] = -(h_sr * tp);
  f[47] = -(h_cr * tp);
  f[48] = -(h * sideways);
  f[49] = 1;
  f[50] = -h_cr;
  f[51] = h_sr;
  f[52] = h_pitch * per_cp;
  f[53] = h_yaw * tp;
  f[54] = 1;
  f[55] = -(h_sr * per_cp);
  f[56] = -(h_cr * per_cp);
  for (int i = 57; i < 63; ++i) f[i] = 1;
  for (int i = 9; i < 15; ++i) out[i] = x[i];

  // velocity and position: derivatives of dv by roll, pitch, yaw and the biases of the forces
  float const force0 = sensors[3] - x[12], force1 = sensors[4] - x[13], force2 = sensors[5] - x[14];
  float const right = cr * force1 - sr * force2, down = sr * force1 + cr * force2;
  float const ahead = cp * force0 + sp * down, below = cp * down - sp * force0;
  float const h_cy = h * cy, h_sy = h * sy, sp_sr = sp * sr, sp_cr = sp * cr;
  float const dv0 = h_cy * ahead - h_sy * right, dv1 = h_sy * ahead + h_cy * right;
  float const dv2 = h * (below - 9.80665f);
  auto const row = [&](int i, float* position, float* velocity, float dv, float roll, float pitch,
                       float yaw, float force_0, float force_1, float force_2)
                       __attribute__((always_inline)) {
                         int const with_yaw = i < 2;
                         out[i] = x[i] + h * x[3 + i] + half * dv;
                         out[3 + i] = x[3 + i] + dv;
                         position[0] = 1;
                         position[1] = h;
                         position[2] = half * roll;
                         position[3] = half * pitch;
                         if (with_yaw) position[4] = half * yaw;
                         position[4 + with_yaw] = half * force_0;
                         position[5 + with_yaw] = half * force_1;
                         position[6 + with_yaw] = half * force_2;
                         velocity[0] = 1;
                         velocity[1] = roll;
                         velocity[2] = pitch;
                         if (with_yaw) velocity[3] = yaw;
                         velocity[3 + with_yaw] = force_0;
                         velocity[4 + with_yaw] = force_1;
                         velocity[5 + with_yaw] = force_2;
                       };
  float const tilted = sp * right;
  row(0, f, f + 23, dv0, h_cy * tilted + h_sy * down, h_cy * below, -dv1, -(h_cy * cp),
      h_sy * cr - h_cy * sp_sr, -(h_cy * sp_cr) - h_sy * sr);
  row(1, f + 8, f + 30, dv1, h_sy * tilted - h_cy * down, h_sy * below, dv0, -(h_sy * cp),
      -(h_sy * sp_sr) - h_cy * cr, h_cy * sr - h_sy * sp_cr);
  row(2, f + 16, f + 37, dv2, h * (cp * right), -(h * ahead), 0, h * sp, -(h_sr * cp),
      -(h_cr * cp));
}
