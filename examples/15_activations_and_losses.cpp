// SPDX-License-Identifier: BSL-1.0
// Activations and losses: three kinds of flowers told apart by a small model, softmax and cross entropy; the gradient
// is checked against differences, then used. And what the stable forms are for.
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// [model]
/// Length and width of a petal, in cm, and which of three kinds it belongs to.
struct flower {
  double length, width;
  int kind;
};
constexpr std::array<flower, 9> flowers{{{1.4, 0.2, 0},
                                         {1.3, 0.3, 0},
                                         {1.7, 0.4, 0},
                                         {4.7, 1.4, 1},
                                         {4.0, 1.3, 1},
                                         {4.5, 1.5, 1},
                                         {6.0, 2.5, 2},
                                         {5.1, 1.9, 2},
                                         {5.9, 2.1, 2}}};

/// Two hidden neurons and one output for each kind: the logits of a flower.
constexpr auto logits(auto const& hidden, auto const& output, flower const& f) {
  auto const neuron = [&](int i) {
    return lz::silu(hidden(i, 0) * f.length + hidden(i, 1) * f.width + hidden(i, 2));
  };
  auto const a = neuron(0), b = neuron(1);
  auto const logit_of = [&](int k) { return output(k, 0) * a + output(k, 1) * b + output(k, 2); };
  return std::array{logit_of(0), logit_of(1), logit_of(2)};
}

constexpr auto loss =
    lz::function<lz::R<2, 3>, lz::R<3, 3>>([](auto const& hidden, auto const& output) {
      std::array<lz::traced, flowers.size()> losses;
      for (std::size_t i = 0; i < flowers.size(); ++i)
        losses[i] = lz::cross_entropy(logits(hidden, output, flowers[i]), flowers[i].kind);
      return lz::mean(losses);
    });
// [/model]

// [stable]
constexpr lz::variable<"x"> x;
constexpr lz::variable<"t"> t;

// sure and right: the loss is e^-40, not 0, and its slope is not lost either
constexpr auto sure = lz::gradient(binary_cross_entropy_with_logits(x, t), lz::wrt(x));
static_assert(sure(x = 40.0, t = 1.0).value > 4.2e-18 && sure(x = 40.0, t = 1.0)[x] < -4.2e-18);
// sure and wrong: no overflow
static_assert(sure(x = -1e4, t = 1.0).value == 1e4 && sure(x = -1e4, t = 1.0)[x] == -1);
static_assert(lz::logsumexp(1000.0, 1000.0) > 1000.6 && lz::logsumexp(0.0, -40.0) > 4.2e-18);
// [/stable]

namespace {

using weights = std::pair<lz::matrix<double, 2, 3>, lz::matrix<double, 3, 3>>;

/// The largest difference between the gradient and central differences.
double check(weights w) {
  auto const r = lz::gradient(loss)(w.first, w.second);
  auto const slope = [&](double& weight) {
    double const before = weight, step = 1e-6;
    weight = before + step;
    double const above = loss(w.first, w.second);
    weight = before - step;
    double const below = loss(w.first, w.second);
    weight = before;
    return (above - below) / (2 * step);
  };
  double worst = 0;
  for (std::size_t i = 0; i < 6; ++i)
    worst = std::fmax(worst, std::fabs(slope(w.first.elements[i]) -
                                       r.gradient[boost::hana::size_c<0>].elements[i]));
  for (std::size_t i = 0; i < 9; ++i)
    worst = std::fmax(worst, std::fabs(slope(w.second.elements[i]) -
                                       r.gradient[boost::hana::size_c<1>].elements[i]));
  return worst;
}

}  // namespace

int main() {
  weights w{{{0.5, -0.3, 0.1, -0.4, 0.6, 0.2}}, {{0.3, -0.2, 0, -0.1, 0.4, 0, 0.2, 0.1, 0}}};
  double const difference = check(w);
  std::printf("gradient and differences agree to %.1e\n", difference);

  // [training]
  constexpr auto gradient = lz::gradient(loss);
  for (int step = 0; step < 4000; ++step) {
    auto const r = gradient(w.first, w.second);
    if (step % 1000 == 0) std::printf("step %4d: loss %.4f\n", step, r.value);
    for (std::size_t i = 0; i < 6; ++i)
      w.first.elements[i] -= 0.1 * r.gradient[boost::hana::size_c<0>].elements[i];
    for (std::size_t i = 0; i < 9; ++i)
      w.second.elements[i] -= 0.1 * r.gradient[boost::hana::size_c<1>].elements[i];
  }
  // [/training]

  int right = 0;
  for (flower const& f : flowers) {
    auto const p = lz::softmax(logits(w.first, w.second, f));
    int const guess = p[0] > p[1] ? (p[0] > p[2] ? 0 : 2) : (p[1] > p[2] ? 1 : 2);
    right += guess == f.kind;
    std::printf("%.1f x %.1f cm: %.3f %.3f %.3f\n", f.length, f.width, p[0], p[1], p[2]);
  }
  return right == 9 && difference < 1e-8 ? 0 : 1;
}
