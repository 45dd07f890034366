// SPDX-License-Identifier: BSL-1.0
// A network of two inputs, two hidden and two output neurons; all eight weights learn in one step.
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [network]
constexpr lz::parameter<"x1"> x1;
constexpr lz::parameter<"x2"> x2;
constexpr lz::parameter<"t1"> t1;
constexpr lz::parameter<"t2"> t2;
constexpr lz::variable<"w1"> w1;
constexpr lz::variable<"w2"> w2;
constexpr lz::variable<"w3"> w3;
constexpr lz::variable<"w4"> w4;
constexpr lz::variable<"w5"> w5;
constexpr lz::variable<"w6"> w6;
constexpr lz::variable<"w7"> w7;
constexpr lz::variable<"w8"> w8;

constexpr auto h1 = lz::let<"h1">(sigmoid(w1 * x1 + w2 * x2));
constexpr auto h2 = lz::let<"h2">(sigmoid(w3 * x1 + w4 * x2));
constexpr auto o1 = lz::let<"o1">(sigmoid(w5 * h1 + w6 * h2));
constexpr auto o2 = lz::let<"o2">(sigmoid(w7 * h1 + w8 * h2));
constexpr auto E = 0.5_c * (square(t1 - o1) + square(t2 - o2));
// [/network]

using weights = std::array<double, 8>;

// [gradient]
struct pass {
  double error;
  weights slope;
};
constexpr pass backward(weights const& w) {
  auto const r = lz::gradient(E)(w1 = w[0], w2 = w[1], w3 = w[2], w4 = w[3], w5 = w[4], w6 = w[5],
                                 w7 = w[6], w8 = w[7], x1 = 0.1, x2 = 0.2, t1 = 0.4, t2 = 0.6);
  return {r.value, {r[w1], r[w2], r[w3], r[w4], r[w5], r[w6], r[w7], r[w8]}};
}
// [/gradient]

// [budget]
static_assert(lz::cost(lz::gradient(E)).operations <= 52);
static_assert(lz::live_values(lz::gradient(E)) <= 16);  // kept at once, inputs among them
// [/budget]

constexpr weights step(weights w, double rate) {
  pass const p = backward(w);
  for (std::size_t i = 0; i < w.size(); ++i) w[i] -= rate * p.slope[i];
  return w;
}

constexpr weights start = {0.3, 0.25, 0.4, 0.35, 0.45, 0.4, 0.7, 0.6};
constexpr bool prints_as(double x, double eight_digits) {
  return x - eight_digits < 5e-9 && eight_digits - x < 5e-9;
}
static_assert(prints_as(backward(start).error, 0.02397190) &&
              prints_as(backward(start).slope[4], 0.02592286));
static_assert(prints_as(backward(step(start, 0.5)).error, 0.02323634));

int main() {
  weights w = start;
  for (int steps = 0; steps <= 1000; ++steps) {
    if (steps == 0 || steps == 1 || steps == 10 || steps == 100 || steps == 1000)
      std::printf("after %4d steps: E = %.8f, w1 = %.8f, w5 = %.8f\n", steps, backward(w).error,
                  w[0], w[4]);
    w = step(w, 0.5);
  }
  weights const next = step(start, 0.5);
  return prints_as(next[0], 0.29959556) && prints_as(next[4], 0.43703857) &&
                 backward(w).error < 1e-6
             ? 0
             : 1;
}
