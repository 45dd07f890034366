// SPDX-License-Identifier: BSL-1.0
// A network of two layers: its gradient as a formula, then gradient descent until the loss is small.
#include <cstdio>
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [network]
constexpr lz::parameter<"x"> x;
constexpr lz::parameter<"y_true"> y_true;
constexpr lz::variable<"w1"> w1;
constexpr lz::variable<"w2"> w2;

constexpr auto z1 = lz::let<"z1">(w1 * x);
constexpr auto a1 = lz::let<"a1">(sigmoid(z1));
constexpr auto z2 = lz::let<"z2">(w2 * a1);
constexpr auto y_pred = lz::let<"y_pred">(sigmoid(z2));
constexpr auto L = 0.5_c * square(y_pred - y_true);
// [/network]

// [symbolic]
constexpr auto slope(auto const& z) { return sigmoid(z) * (1 - sigmoid(z)); }  // of the sigmoid

static_assert(lz::derivative(L, w2) == (y_pred - y_true) * slope(z2) * a1);
static_assert(lz::derivative(L, w1) == (y_pred - y_true) * slope(z2) * w2 * slope(z1) * x);
// [/symbolic]

// [training]
constexpr auto g = lz::gradient(L);

struct trained {
  double w1 = 0.5, w2 = 0.5, loss = 1;
  int steps = 0;
};
constexpr trained train(double goal, double rate) {
  trained now;
  while (now.loss > goal && now.steps < 1000) {
    auto const r = g(w1 = now.w1, w2 = now.w2, x = 1.0, y_true = 0.9);
    now = {now.w1 - rate * r[w1], now.w2 - rate * r[w2], r.value, now.steps + 1};
  }
  return now;
}

static_assert(train(1e-3, 5).loss < 1e-3);  // a compiler can train it, too
// [/training]

int main() {
  for (double goal : {1e-2, 1e-4, 1e-6, 1e-8}) {
    trained const now = train(goal, 5);
    std::printf("loss %.0e after %3d steps: w1 = %.4f, w2 = %.4f\n", goal, now.steps, now.w1,
                now.w2);
  }
  return train(1e-8, 5).loss < 1e-8 ? 0 : 1;
}
