// SPDX-License-Identifier: BSL-1.0
// One neuron learns the logical OR: gradients from the library, weights updated by SGD and by Adam.
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [neuron]
constexpr lz::variable<"w1"> w1;
constexpr lz::variable<"w2"> w2;
constexpr lz::variable<"b"> b;
constexpr lz::parameter<"x1"> x1;
constexpr lz::parameter<"x2"> x2;
constexpr lz::parameter<"target"> target;

constexpr auto z = lz::let<"z">(w1 * x1 + w2 * x2 + b);
constexpr auto a = lz::let<"a">(sigmoid(z));  // or relu(z), tanh(z)
constexpr auto loss = 0.5_c * square(a - target);
static_assert(lz::derivative(loss, w1) == lz::derivative(loss, z) * x1);
// [/neuron]

using vector = std::array<double, 3>;  // w1, w2, b, or what belongs to each

struct slope {
  double loss = 0;
  vector by{};
};
slope at(vector const& w) {
  constexpr auto g = lz::gradient(loss);
  slope sum;
  for (int k = 0; k < 4; ++k) {
    auto const r = g(w1 = w[0], w2 = w[1], b = w[2], x1 = k & 1, x2 = k >> 1, target = k > 0);
    sum.loss += r.value;
    sum.by = {sum.by[0] + r[w1], sum.by[1] + r[w2], sum.by[2] + r[b]};
  }
  return sum;
}

// [updates]
void sgd(vector& w, vector const& by, double rate) {
  for (std::size_t i = 0; i < 3; ++i) w[i] -= rate * by[i];
}

struct adam {
  double rate = 0.1, keep_mean = 0.9, keep_square = 0.999;
  vector mean{}, square{};
  int steps = 0;

  void operator()(vector& w, vector const& by) {
    ++steps;
    for (std::size_t i = 0; i < 3; ++i) {
      mean[i] = keep_mean * mean[i] + (1 - keep_mean) * by[i];
      square[i] = keep_square * square[i] + (1 - keep_square) * by[i] * by[i];
      double const unbiased_mean = mean[i] / (1 - std::pow(keep_mean, steps));
      double const unbiased_square = square[i] / (1 - std::pow(keep_square, steps));
      w[i] -= rate * unbiased_mean / (std::sqrt(unbiased_square) + 1e-8);
    }
  }
};
// [/updates]

int main() {
  vector by_sgd{}, by_adam{};
  adam update;
  std::puts("steps   loss, SGD   loss, Adam");
  for (int step = 0; step <= 200; ++step) {
    if (step % 50 == 0) std::printf("%5d %11.5f %12.5f\n", step, at(by_sgd).loss, at(by_adam).loss);
    sgd(by_sgd, at(by_sgd).by, 2.0);
    update(by_adam, at(by_adam).by);
  }
  return at(by_sgd).loss < 0.03 && at(by_adam).loss < 0.03 ? 0 : 1;
}
