// SPDX-License-Identifier: BSL-1.0
// Example A: the chain rule along one path, x -> h1 -> o1 -> L.
#include <leibniz/leibniz.hpp>

#include "published.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using namespace lz::test;

namespace {

constexpr lz::parameter<"x1"> x1;
constexpr lz::parameter<"x2"> x2;
constexpr lz::parameter<"h2"> h2;
constexpr lz::parameter<"target"> target;
constexpr lz::variable<"w_h11"> w_h11;
constexpr lz::variable<"w_h21"> w_h21;
constexpr lz::variable<"w_o1"> w_o1;
constexpr lz::variable<"w_o2"> w_o2;

constexpr auto h1 = lz::let<"h1">(x1 * w_h11 + x2 * w_h21);
constexpr auto o1 = lz::let<"o1">(h1 * w_o1 + h2 * w_o2);
constexpr auto L = 0.5_c * square(o1 - target);

// One backward pass, by the intermediate quantities and by all weights.
constexpr auto g = lz::gradient(L, lz::wrt(o1, h1, w_h11, w_h21, w_o1, w_o2));

constexpr auto at_weights(auto const& f) {
  return f(x1 = opaque(1.0), x2 = opaque(2.0), h2 = opaque(0.0), w_h11 = opaque(0.5),
           w_h21 = opaque(0.3), w_o1 = opaque(0.7), w_o2 = opaque(0.4), target = opaque(1.0));
}
constexpr auto pass() { return at_weights(g); }

constexpr double value_of_h1() {
  return h1(x1 = opaque(1.0), x2 = opaque(2.0), w_h11 = opaque(0.5), w_h21 = opaque(0.3));
}
constexpr double value_of_o1() {
  return o1(x1 = opaque(1.0), x2 = opaque(2.0), h2 = opaque(0.0), w_h11 = opaque(0.5),
            w_h21 = opaque(0.3), w_o1 = opaque(0.7), w_o2 = opaque(0.4));
}

}  // namespace

TEST_CASE("A: forward") {
  LEIBNIZ_CHECK_BOTH([] { return holds(value_of_h1(), "1.1"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(value_of_o1(), "0.77"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(at_weights(L), "0.02645"); });
}

TEST_CASE("A: every factor of the chain, each derivative by a let") {
  LEIBNIZ_CHECK_BOTH([] { return holds(at_weights(lz::derivative(L, o1)), "-0.23"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(lz::derivative(o1, h1)(w_o1 = opaque(0.7)), "0.7"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(lz::derivative(h1, w_h11)(x1 = opaque(1.0)), "1"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(at_weights(lz::derivative(L, w_h11)), "-0.161"); });
}

TEST_CASE("A: the factors multiply to the derivative") {
  STATIC_REQUIRE(lz::derivative(L, o1) == o1 - target);
  STATIC_REQUIRE(lz::derivative(o1, h1) == w_o1);
  STATIC_REQUIRE(lz::derivative(h1, w_h11) == x1);
  STATIC_REQUIRE(lz::derivative(L, h1) == lz::derivative(L, o1) * lz::derivative(o1, h1));
  STATIC_REQUIRE(lz::derivative(L, w_h11) ==
                 lz::derivative(L, o1) * lz::derivative(o1, h1) * lz::derivative(h1, w_h11));
}

TEST_CASE("A: all gradients from one backward pass") {
  LEIBNIZ_CHECK_BOTH([] { return holds(pass().value, "0.02645"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(pass()[o1], "-0.23"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(pass()[h1], "-0.161"); });
  LEIBNIZ_CHECK_BOTH([] { return holds(pass()[w_h11], "-0.161"); });
  // not printed in the text: -0.23 times x2 w_o1 = 1.4, h1 = 1.1 and h2 = 0
  LEIBNIZ_CHECK_BOTH([] { return close(pass()[w_h21], -0.322, 1e-15); });
  LEIBNIZ_CHECK_BOTH([] { return close(pass()[w_o1], -0.253, 1e-15); });
  LEIBNIZ_CHECK_BOTH([] { return pass()[w_o2] == 0; });
}

namespace {

// The remark on vanishing gradients: a chain of layers h <- f(w h), all weights 1, the input 1.
constexpr int depth = 20;
template <class Activation> constexpr auto gradient_sizes(Activation const&) {
  constexpr auto chain = lz::function<lz::R<depth>>([](auto const& w) {
    auto h = w[0] * 1.0;
    for (std::size_t k = 1; k < depth; ++k) h = w[k] * Activation{}(h);
    return Activation{}(h);
  });
  std::array<double, depth> ones{};
  for (double& w : ones) w = opaque(1.0);
  return lz::gradient(chain)(ones).gradient;
}
constexpr auto by_sigmoid = [](auto const& h) { return sigmoid(h); };
constexpr auto by_relu = [](auto const& h) { return relu(h); };

}  // namespace

TEST_CASE("A: through sigmoids the gradient vanishes, through ReLUs it does not") {
  // sigmoid' is at most 1/4: every layer between a weight and the output takes at least three quarters
  LEIBNIZ_CHECK_BOTH([] {
    auto const sizes = gradient_sizes(by_sigmoid);
    for (std::size_t k = 1; k + 1 < depth; ++k)
      if (!(sizes[k] > 0 && sizes[k] <= sizes[k + 1] / 4)) return false;
    return sizes[0] < 1e-12;
  });
  LEIBNIZ_CHECK_BOTH([] {
    for (double size : gradient_sizes(by_relu))
      if (size != 1) return false;
    return true;
  });
}
