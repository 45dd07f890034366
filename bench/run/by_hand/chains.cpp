// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "run/by_hand.hpp"

void expert::shared_64(double const* in, double* out) {
  double t = in[0], slope = 1;
  for (int k = 0; k < 64; ++k) {
    double const s = std::sin(t), c = std::cos(t);
    slope *= c * t + s;
    t *= s;
  }
  out[0] = t;
  out[1] = slope;
}

namespace {

/// t after so many steps, and its derivative, each asked for anew.
double value_after(double x, int steps) {
  for (int k = 0; k < steps; ++k) x = std::sin(x) * x;
  return x;
}

}  // namespace

void naive::shared_64(double const* in, double* out) {
  out[0] = value_after(in[0], 64);
  double slope = 1;
  for (int k = 0; k < 64; ++k) {
    double const t = value_after(in[0], k);
    slope *= std::cos(t) * t + std::sin(t);
  }
  out[1] = slope;
}

void expert::chain_1000(double const* x, double* out) {
  double slope[333], before[333];
  double t = x[0];
  for (int k = 0; k < 333; ++k) {
    before[k] = t;
    slope[k] = x[k % 8] + std::cos(t);
    t = t * x[k % 8] + std::sin(t);
  }
  out[0] = t;
  double g[8] = {}, adjoint = 1;
  for (int k = 332; k >= 0; --k) {
    g[k % 8] += adjoint * before[k];
    adjoint *= slope[k];
  }
  g[0] += adjoint;
  for (int i = 0; i < 8; ++i) out[1 + i] = g[i];
}

void naive::chain_1000(double const* x, double* out) {
  for (int i = 0; i < 8; ++i) {
    double t = x[0], tangent = i == 0 ? 1 : 0;
    for (int k = 0; k < 333; ++k) {
      tangent = tangent * x[k % 8] + (k % 8 == i ? t : 0) + std::cos(t) * tangent;
      t = t * x[k % 8] + std::sin(t);
    }
    out[0] = t;
    out[1 + i] = tangent;
  }
}
