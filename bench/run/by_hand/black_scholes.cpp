// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "run/by_hand.hpp"

namespace {

double share(double x) { return 0.5 * std::erfc(-x / 1.4142135623730951); }
double density(double x) { return std::exp(-0.5 * x * x) * 0.3989422804014327; }

}  // namespace

// The Greeks in closed form (Hull, Options, Futures, and Other Derivatives, chapter 19), by which s·n(d1) = K·n(d2).
// Inputs: spot s, strike k, rate r, volatility v, time t.
void expert::black_scholes(double const* in, double* out) {
  double const s = in[0], k = in[1], r = in[2], v = in[3], t = in[4];
  double const root = std::sqrt(t), spread = v * root;
  double const d1 = (std::log(s / k) + (r + 0.5 * v * v) * t) / spread, d2 = d1 - spread;
  double const n1 = share(d1), n2 = share(d2), discount = std::exp(-r * t), p1 = density(d1);
  double const dn2 = discount * n2, paid = k * dn2;
  double const sp1 = s * p1;  // also the discounted strike times the density at d2
  double const half = 0.5 / t, by_v = 1 / v, q = root * by_v;
  double const d1_t = r / spread - d2 * half;  // ∂d1/∂t
  double const d2_t = d1_t - 0.5 * v / root;   // ∂d2/∂t
  double const sp1_root = sp1 * root, decay = sp1 * (0.5 * v / root), tpaid = t * paid;
  out[0] = s * n1 - paid;
  double* const g = out + 1;
  g[0] = n1;
  g[1] = -dn2;
  g[2] = tpaid;
  g[3] = sp1_root;
  g[4] = decay + r * paid;
  double* const h = out + 6;
  double const gamma = p1 / (s * spread), sk = -p1 / (k * spread), sr = p1 * q,
               sv = -p1 * d2 * by_v, st = p1 * d1_t;
  double const over_k = sp1 / k;  // discount · n(d2)
  double const kk = over_k / (k * spread), kr = t * dn2 - over_k * q, kv = over_k * d1 * by_v;
  double const kt = r * dn2 - over_k * d2_t, rr = t * (sp1 * q - tpaid), rv = -t * sp1 * d1 * by_v;
  double const rt = paid * (1 - r * t) + t * sp1 * d2_t, vv = sp1_root * d1 * d2 * by_v;
  double const vt = sp1_root * (half - d1 * d1_t);
  double const tt = -decay * (d1 * d1_t + half) + r * (sp1 * d2_t - r * paid);
  h[0] = gamma, h[1] = h[5] = sk, h[2] = h[10] = sr, h[3] = h[15] = sv, h[4] = h[20] = st;
  h[6] = kk, h[7] = h[11] = kr, h[8] = h[16] = kv, h[9] = h[21] = kt;
  h[12] = rr, h[13] = h[17] = rv, h[14] = h[22] = rt;
  h[18] = vv, h[19] = h[23] = vt, h[24] = tt;
}

namespace {

double d1(double const* in) {
  return (std::log(in[0] / in[1]) + (in[2] + 0.5 * in[3] * in[3]) * in[4]) /
         (in[3] * std::sqrt(in[4]));
}
double d2(double const* in) { return d1(in) - in[3] * std::sqrt(in[4]); }
double discounted(double const* in) { return in[1] * std::exp(-in[2] * in[4]); }
double d1_by_t(double const* in) {
  return in[2] / (in[3] * std::sqrt(in[4])) - d2(in) / (2 * in[4]);
}
double d2_by_t(double const* in) { return d1_by_t(in) - in[3] / (2 * std::sqrt(in[4])); }

}  // namespace

void naive::black_scholes(double const* in, double* out) {
  using std::sqrt;
  double const s = in[0], k = in[1], r = in[2], v = in[3], t = in[4];
  out[0] = s * share(d1(in)) - discounted(in) * share(d2(in));
  double* const g = out + 1;
  g[0] = share(d1(in));
  g[1] = -std::exp(-r * t) * share(d2(in));
  g[2] = t * discounted(in) * share(d2(in));
  g[3] = s * density(d1(in)) * sqrt(t);
  g[4] = s * density(d1(in)) * v / (2 * sqrt(t)) + r * discounted(in) * share(d2(in));
  double* const h = out + 6;
  h[0] = density(d1(in)) / (s * v * sqrt(t));
  h[1] = h[5] = -density(d1(in)) / (k * v * sqrt(t));
  h[2] = h[10] = density(d1(in)) * sqrt(t) / v;
  h[3] = h[15] = -density(d1(in)) * d2(in) / v;
  h[4] = h[20] = density(d1(in)) * d1_by_t(in);
  h[6] = std::exp(-r * t) * density(d2(in)) / (k * v * sqrt(t));
  h[7] = h[11] =
      t * std::exp(-r * t) * share(d2(in)) - std::exp(-r * t) * density(d2(in)) * sqrt(t) / v;
  h[8] = h[16] = std::exp(-r * t) * density(d2(in)) * d1(in) / v;
  h[9] = h[21] =
      r * std::exp(-r * t) * share(d2(in)) - std::exp(-r * t) * density(d2(in)) * d2_by_t(in);
  h[12] = discounted(in) * t * (density(d2(in)) * sqrt(t) / v - t * share(d2(in)));
  h[13] = h[17] = -discounted(in) * t * density(d2(in)) * d1(in) / v;
  h[14] = h[22] =
      discounted(in) * (share(d2(in)) * (1 - r * t) + t * density(d2(in)) * d2_by_t(in));
  h[18] = s * density(d1(in)) * sqrt(t) * d1(in) * d2(in) / v;
  h[19] = h[23] = s * density(d1(in)) * sqrt(t) * (1 / (2 * t) - d1(in) * d1_by_t(in));
  h[24] = -s * density(d1(in)) * v / (2 * sqrt(t)) * (d1(in) * d1_by_t(in) + 1 / (2 * t)) +
          r * discounted(in) * (density(d2(in)) * d2_by_t(in) - r * share(d2(in)));
}
