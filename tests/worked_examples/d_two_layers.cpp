// SPDX-License-Identifier: BSL-1.0
// Example D: partial derivatives as formulas, and a network of two layers that is trained.
#include <leibniz/leibniz.hpp>

#include "published.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using namespace lz::test;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = pow(x, 2_c) * y + 3 * x * y + pow(y, 2_c);

}  // namespace

TEST_CASE("D: partial derivatives as formulas") {
  STATIC_REQUIRE(lz::derivative(f, x) == 2 * x * y + 3 * y);
  STATIC_REQUIRE(lz::derivative(f, y) == pow(x, 2_c) + 3 * x + 2 * y);
  STATIC_REQUIRE(lz::derivative(f, x) != 2 * x * y + 4 * y);
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative(f, x)(x = opaque(2.0), y = opaque(5.0)) == 35; });
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative(f, y)(x = opaque(2.0), y = opaque(5.0)) == 20; });
}

TEST_CASE("D: partial derivatives as text") {
  STATIC_REQUIRE(lz::to_string(f) == "x^2*y + 3*x*y + y^2");
  STATIC_REQUIRE(lz::to_string(lz::derivative(f, x)) == "2*x*y + 3*y");
  STATIC_REQUIRE(lz::to_string(lz::derivative(f, y)) == "x^2 + 3*x + 2*y");
}

namespace {

constexpr lz::parameter<"input"> input;
constexpr lz::parameter<"y_true"> y_true;
constexpr lz::variable<"w1"> w1;
constexpr lz::variable<"w2"> w2;

constexpr auto z1 = lz::let<"z1">(w1 * input);
constexpr auto a1 = lz::let<"a1">(sigmoid(z1));
constexpr auto z2 = lz::let<"z2">(w2 * a1);
constexpr auto y_pred = lz::let<"y_pred">(sigmoid(z2));
constexpr auto L = 0.5_c * square(y_pred - y_true);

constexpr auto sigmoid_slope(auto const& z) { return sigmoid(z) * (1 - sigmoid(z)); }

}  // namespace

TEST_CASE("D: the gradient of the network as formulas") {
  STATIC_REQUIRE(lz::derivative(L, w2) == (y_pred - y_true) * sigmoid_slope(z2) * a1);
  STATIC_REQUIRE(lz::derivative(L, w1) ==
                 (y_pred - y_true) * sigmoid_slope(z2) * w2 * sigmoid_slope(z1) * input);
}

namespace {

struct outcome {
  double first_loss, last_loss;
  bool always_falls;
};

constexpr outcome train(int steps) {
  constexpr auto g = lz::gradient(L);
  constexpr double rate = 5;
  double at_w1 = opaque(0.5), at_w2 = opaque(0.5);
  outcome result{0, 0, true};
  for (int step = 0; step <= steps; ++step) {
    auto const r = g(w1 = at_w1, w2 = at_w2, input = opaque(1.0), y_true = opaque(0.9));
    if (step == 0) result.first_loss = r.value;
    else result.always_falls &= r.value < result.last_loss;
    result.last_loss = r.value;
    at_w1 -= rate * r[w1];
    at_w2 -= rate * r[w2];
  }
  return result;
}

}  // namespace

TEST_CASE("D: training makes the loss small") {
  LEIBNIZ_CHECK_BOTH([] {
    outcome const result = train(100);
    return result.always_falls && result.first_loss > 0.01 && result.last_loss < 1e-5;
  });
}
