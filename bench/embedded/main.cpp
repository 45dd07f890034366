// SPDX-License-Identifier: BSL-1.0
// Runs every kernel on random inputs and three programs made of them, and prints what came out, bit by bit, and what
// it took. The same file runs on the host, whose results are the ones to be met.
#include <cmath>
#include <cstring>

#include "board/board.hpp"
#include "programs.hpp"

namespace {

void write_hex(std::uint32_t x) {
  char text[] = " 00000000";
  for (int i = 8; x != 0; --i, x >>= 4) text[i] = "0123456789abcdef"[x & 15];
  board::write(text);
}
[[maybe_unused]] std::uint32_t bits(float x) {
  std::uint32_t result;
  std::memcpy(&result, &x, sizeof result);
  return result;
}
void write_line(char const* name, char const* what) {
  board::write(name);
  board::write(" ");
  board::write(what);
}

std::uint32_t state = 1;
/// Of a linear congruential generator (Numerical Recipes, 1992, "ranqd1"): 24 bits, exact in float.
float random_between(float low, float high) {
  state = state * 1664525 + 1013904223;
  return low + (high - low) * (static_cast<float>(state >> 8) * 0x1p-24f);
}

constexpr int most_inputs = 22, most_outputs = 78, calls = 1000, shown = 20;

struct range {
  float low, high;
};
struct task {
  char const* name;
  kernel* call;
  int inputs, outputs;
  range const* ranges;
};

constexpr range ekf_ranges[] = {
    {-9, 9}, {-9, 9},     {-9, 9},     {-9, 9},     {-9, 9},     {-9, 9},      {-3, 3},     {-1, 1},
    {-3, 3}, {-.1f, .1f}, {-.1f, .1f}, {-.1f, .1f}, {-.2f, .2f}, {-.2f, .2f},  {-.2f, .2f}, {-1, 1},
    {-1, 1}, {-1, 1},     {-9, 9},     {-9, 9},     {-9, 9},     {.001f, .01f}};
constexpr range network_ranges[] = {{-2, 2}, {-2, 2}, {-2, 2}, {-2, 2}, {-2, 2}, {-2, 2}, {-2, 2},
                                    {-2, 2}, {-1, 1}, {-1, 1}, {0, 1},  {0, 1},  {.1f, 1}};
constexpr range calibration_ranges[] = {{-.2f, .2f}, {-.2f, .2f}, {-.2f, .2f},
                                        {.8f, 1.2f}, {.8f, 1.2f}, {.8f, 1.2f},
                                        {-1, 1},     {-1, 1},     {-1, 1}};
constexpr range beacon_ranges[] = {{-9, 9}, {-9, 9}, {-9, 9}, {-9, 9},
                                   {-9, 9}, {-9, 9}, {1, 20}, {.1f, 4}};

void nothing(float const*, float*) { asm volatile(""); }
void hundred(float const*, float*) { asm volatile(".rept 100\n nop\n .endr"); }

task const tasks[] = {
    {"nothing", nothing, 0, 0, nullptr},
    {"hundred", hundred, 0, 0, nullptr},
    {"ekf_leibniz", ekf_leibniz, 22, 78, ekf_ranges},
    {"ekf_hand", ekf_hand, 22, 78, ekf_ranges},
    {"network_leibniz", network_leibniz, 13, 9, network_ranges},
    {"network_hand", network_hand, 13, 9, network_ranges},
    {"calibration_leibniz", calibration_leibniz, 9, 7, calibration_ranges},
    {"calibration_hand", calibration_hand, 9, 7, calibration_ranges},
    {"beacon_leibniz", beacon_leibniz, 8, 4, beacon_ranges},
    {"beacon_hand", beacon_hand, 8, 4, beacon_ranges},
    {"ekf_c", ekf_c, 22, 78, ekf_ranges},
    {"network_c", network_c, 13, 9, network_ranges},
    {"network_slope", network_slope, 13, 9, network_ranges},
    {"calibration_c", calibration_c, 9, 7, calibration_ranges},
    {"beacon_c", beacon_c, 8, 4, beacon_ranges},
};

#ifdef TRACE_CALLS

extern "C" {
/// A hash of the library calls since it was last 0.
std::uint32_t called;
void note_call(std::uint32_t which) { called = called * 31 + which; }
}

/// Of one kernel: the sequences of library calls, the least and the greatest by their hashes.
void run(task const& t) {
  float in[most_inputs], out[most_outputs];
  std::uint32_t least = ~0u, most = 0;
  for (int i = 0; i < calls; ++i) {
    for (int k = 0; k < t.inputs; ++k) in[k] = random_between(t.ranges[k].low, t.ranges[k].high);
    called = 0;
    t.call(in, out);
    least = called < least ? called : least;
    most = called > most ? called : most;
  }
  write_line(t.name, "calls");
  write_hex(least);
  write_hex(most);
  board::write("\n");
}

#else

/// Of one kernel: results of the first inputs, a hash of all, instructions (least, most, sum) and stack.
void run(task const& t) {
  float in[most_inputs], out[most_outputs];
  state = 1;
  std::uint32_t hash = 2166136261, least = ~0u, most = 0, sum = 0, deepest = 0;
  for (int i = 0; i < calls; ++i) {
    for (int k = 0; k < t.inputs; ++k) in[k] = random_between(t.ranges[k].low, t.ranges[k].high);
    std::uint32_t const taken = board::instructions(t.call, in, out);
    least = taken < least ? taken : least;
    most = taken > most ? taken : most;
    sum += taken;
    for (int k = 0; k < t.outputs; ++k) hash = (hash ^ bits(out[k])) * 16777619;
    if (i >= shown) continue;
    std::uint32_t const used = board::stack(t.call, in, out);
    deepest = used > deepest ? used : deepest;
    write_line(t.name, "results");
    for (int k = 0; k < t.outputs; ++k) write_hex(bits(out[k]));
    board::write("\n");
  }
  write_line(t.name, "hash");
  write_hex(hash);
  board::write("\n");
  write_line(t.name, "instructions");
  write_hex(least);
  write_hex(most);
  write_hex(sum);
  board::write("\n");
  write_line(t.name, "stack");
  write_hex(deepest);
  board::write("\n");
}

#endif

/// Solves a x = b of six unknowns, a symmetric and positive definite: a = L D L'.
[[maybe_unused]] void solve(float (&a)[6][6], float (&b)[6]) {
  for (int k = 0; k < 6; ++k)
    for (int i = k + 1; i < 6; ++i) {
      float const factor = a[k][i] / a[k][k];
      for (int j = i; j < 6; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  for (int k = 6; k-- > 0;) {
    for (int j = k + 1; j < 6; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
}

/// Gauss-Newton: offsets and scales of a sensor from 40 readings in all directions.
[[maybe_unused]] void calibrate(char const* name, kernel* residual) {
  constexpr int readings = 40;
  float reading[readings][3], in[9] = {0, 0, 0, 1, 1, 1}, out[7];
  state = 7;
  for (auto& r : reading) {
    float const x = random_between(-1, 1), y = random_between(-1, 1), z = random_between(-1, 1);
    float const length = std::sqrt(x * x + y * y + z * z);
    r[0] = 0.1f + x / length / 1.1f;
    r[1] = -0.05f + y / length / 0.9f;
    r[2] = 0.02f + z / length;
  }
  for (int step = 0; step < 6; ++step) {
    float a[6][6] = {}, b[6] = {};
    for (auto const& r : reading) {
      for (int k = 0; k < 3; ++k) in[6 + k] = r[k];
      residual(in, out);
      for (int i = 0; i < 6; ++i) {
        for (int j = i; j < 6; ++j) a[i][j] += out[1 + i] * out[1 + j];
        b[i] -= out[1 + i] * out[0];
      }
    }
    solve(a, b);
    for (int i = 0; i < 6; ++i) in[i] += b[i];
  }
  write_line(name, "program");
  for (int i = 0; i < 6; ++i) write_hex(bits(in[i]));
  board::write("\n");
}

/// A thousand steps of training on one pair of inputs and targets.
[[maybe_unused]] void train(char const* name, kernel* step) {
  float w[13] = {.3f, .25f, .4f, .35f, .45f, .4f, .7f, .6f, .1f, .2f, .4f, .6f, .5f}, out[9];
  for (int i = 0; i < calls; ++i) {
    step(w, out);
    for (int k = 0; k < 8; ++k) w[k] = out[1 + k];
  }
  write_line(name, "program");
  for (float x : out) write_hex(bits(x));
  board::write("\n");
}

/// A second of prediction: the state, and the diagonal of its covariance.
[[maybe_unused]] void navigate(char const* name, kernel* predict) {
  float in[22] = {0,     0,    0,    1,    0,    0,    0.1f, -0.2f, 0.7f, .01f, -.02f,
                  0.03f, 0.1f, 0.2f, -.1f, 0.3f, -.1f, 0.2f, 0.5f,  -.3f, 9.7f, .01f};
  float out[most_outputs], p[states * states] = {};
  for (int i = 0; i < states; ++i) p[states * i + i] = 0.01f;
  for (int i = 0; i < 100; ++i) {
    predict(in, out);
    for (int k = 0; k < states; ++k) in[k] = out[k];
    ekf_covariance(out + states, 1e-6f, p);
  }
  write_line(name, "program");
  for (int k = 0; k < states; ++k) write_hex(bits(in[k]));
  for (int k = 0; k < states; ++k) write_hex(bits(p[states * k + k]));
  board::write("\n");
}

}  // namespace

int main() {
  board::start_timer();
  for (task const& t : tasks) run(t);
#ifndef TRACE_CALLS
  calibrate("calibration_leibniz", calibration_leibniz);
  calibrate("calibration_hand", calibration_hand);
  train("network_leibniz", network_leibniz);
  train("network_hand", network_hand);
  navigate("ekf_leibniz", ekf_leibniz);
  navigate("ekf_hand", ekf_hand);
#endif
  return 0;
}
