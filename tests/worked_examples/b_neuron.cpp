// SPDX-License-Identifier: BSL-1.0
// Example B: one neuron, z = W x + b, a = f(z), L(a), with several activations; its update by SGD and by Adam.
#include <leibniz/leibniz.hpp>

#include "published.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using namespace lz::test;

namespace {

constexpr lz::variable<"W"> W;
constexpr lz::variable<"x"> x;
constexpr lz::variable<"b"> b;
constexpr lz::parameter<"target"> target;

constexpr auto z = lz::let<"z">(W * x + b);

struct as_sigmoid {
  constexpr auto operator()(auto const& t) const { return sigmoid(t); }
};
struct as_tanh {
  constexpr auto operator()(auto const& t) const { return tanh(t); }
};
struct as_relu {
  constexpr auto operator()(auto const& t) const { return relu(t); }
};

template <class Activation> struct neuron {
  static constexpr auto a = lz::let<"a">(Activation{}(z));
  static constexpr auto L = 0.5_c * square(a - target);
  static constexpr auto g = lz::gradient(L, lz::wrt(a, z, W, b, x));

  /// At W x + b = 1, or with the sign turned at -1; the target is 1/2.
  static constexpr auto pass(double sign = 1) {
    return g(W = opaque(0.75 * sign), x = opaque(2.0), b = opaque(-0.5 * sign),
             target = opaque(0.5));
  }
};
using by_sigmoid = neuron<as_sigmoid>;
using by_tanh = neuron<as_tanh>;
using by_relu = neuron<as_relu>;

/// The text's equations, for numbers: what reaches a, times f'(z), goes on to W, b and x.
constexpr bool equations_hold(auto const& r, auto const& a, double value_of_a, double slope,
                              double value_of_W) {
  constexpr double tolerance = 4e-16;
  double const by_z = r[a] * slope;
  return close(r[a], value_of_a - 0.5, tolerance) && close(r[z], by_z, tolerance) &&
         close(r[W], 2 * by_z, tolerance) && close(r[b], by_z, tolerance) &&
         close(r[x], value_of_W * by_z, tolerance) &&
         close(r.value, 0.5 * (value_of_a - 0.5) * (value_of_a - 0.5), tolerance);
}

}  // namespace

TEST_CASE("B: sigmoid neuron") {
  LEIBNIZ_CHECK_BOTH([] {
    return equations_hold(by_sigmoid::pass(), by_sigmoid::a, 0.73105857863000487925,
                          0.19661193324148186, 0.75);
  });
  LEIBNIZ_CHECK_BOTH([] {
    return equations_hold(by_sigmoid::pass(-1), by_sigmoid::a, 0.26894142136999512075,
                          0.19661193324148186, -0.75);
  });
}

TEST_CASE("B: tanh neuron") {
  LEIBNIZ_CHECK_BOTH([] {
    return equations_hold(by_tanh::pass(), by_tanh::a, 0.76159415595576488812,
                          0.41997434161402606940, 0.75);
  });
  LEIBNIZ_CHECK_BOTH([] {
    return equations_hold(by_tanh::pass(-1), by_tanh::a, -0.76159415595576488812,
                          0.41997434161402606940, -0.75);
  });
}

TEST_CASE("B: ReLU neuron") {
  LEIBNIZ_CHECK_BOTH([] { return equations_hold(by_relu::pass(), by_relu::a, 1, 1, 0.75); });
  LEIBNIZ_CHECK_BOTH([] { return equations_hold(by_relu::pass(-1), by_relu::a, 0, 0, -0.75); });
}

namespace {
/// `back` takes what reaches a back to z.
template <class Neuron, class Back> constexpr bool equations_are_found(Back const& back) {
  constexpr auto L = Neuron::L;
  constexpr auto by_a = lz::derivative(L, Neuron::a);
  return by_a == Neuron::a - target && lz::derivative(L, z) == back(by_a) &&
         lz::derivative(L, W) == back(by_a * x) && lz::derivative(L, b) == back(by_a) &&
         lz::derivative(L, x) == back(by_a * W);
}
}  // namespace

TEST_CASE("B: the text's equations as formulas") {
  constexpr auto s = sigmoid(z);
  STATIC_REQUIRE(
      equations_are_found<by_sigmoid>([=](auto const& by_a) { return by_a * (s * (1 - s)); }));
  STATIC_REQUIRE(
      equations_are_found<by_tanh>([](auto const& by_a) { return by_a * (1 - square(tanh(z))); }));
  STATIC_REQUIRE(
      equations_are_found<by_relu>([](auto const& by_a) { return where(z > 0_c, by_a, 0_c); }));
}

TEST_CASE("B: the forward pass is reused") {
  // one call of the mathematical library each, for value and gradient together; of tanh one more,
  // since 1 - tanh² cancels where tanh is near 1
  STATIC_REQUIRE(lz::cost(by_sigmoid::g).calls == 1);
  STATIC_REQUIRE(lz::cost(by_tanh::g).calls == 2);
  STATIC_REQUIRE(lz::cost(by_relu::g).calls == 0);
}

namespace {

struct weights {
  double W, b;
};
constexpr auto by_weights = lz::gradient(by_sigmoid::L, lz::wrt(W, b));
constexpr auto slope_at(weights w) {
  return by_weights(W = w.W, x = opaque(2.0), b = w.b, target = opaque(0.25));
}

constexpr weights sgd_step(weights w, double rate) {
  auto const r = slope_at(w);
  return {w.W - rate * r[W], w.b - rate * r[b]};
}

// Adam's update rule is a formula too, so that it runs in constant expressions.
constexpr lz::variable<"w"> w_;
constexpr lz::variable<"m"> m;
constexpr lz::variable<"v"> v;
constexpr auto adam_update = w_ - 0.1_c * m / (sqrt(v) + 1e-8_c);

struct adam {
  weights w, m{0, 0}, v{0, 0};
  double m_left = 1, v_left = 1;  ///< 0.9^step and 0.999^step

  constexpr void step() {
    auto const r = slope_at(w);
    m_left *= 0.9;
    v_left *= 0.999;
    one(w.W, m.W, v.W, r[W]);
    one(w.b, m.b, v.b, r[b]);
  }
  constexpr void one(double& weight, double& mean, double& variance, double slope) const {
    mean = 0.9 * mean + 0.1 * slope;
    variance = 0.999 * variance + 0.001 * slope * slope;
    weight = adam_update(w_ = weight, ::m = mean / (1 - m_left), ::v = variance / (1 - v_left));
  }
};

}  // namespace

TEST_CASE("B: a step of SGD") {
  // a = sigmoid(1): by z (a - 1/4) a (1 - a), by W twice that
  LEIBNIZ_CHECK_BOTH([] {
    constexpr double by_z = 0.48105857863000487925 * 0.19661193324148186;
    weights const w = sgd_step({opaque(0.75), opaque(-0.5)}, 0.5);
    return close(w.W, 0.75 - 0.5 * 2 * by_z, 4e-16) && close(w.b, -0.5 - 0.5 * by_z, 4e-16);
  });
}

TEST_CASE("B: a step of Adam") {
  // the first step is the learning rate, in the direction of the slope's sign, whatever the slope
  LEIBNIZ_CHECK_BOTH([] {
    adam state{{opaque(0.75), opaque(-0.5)}};
    state.step();
    return close(state.w.W, 0.65, 1e-7) && close(state.w.b, -0.6, 1e-7);
  });
}

TEST_CASE("B: both lower the loss") {
  LEIBNIZ_CHECK_BOTH([] {
    weights w{opaque(0.75), opaque(-0.5)};
    adam state{w};
    double const before = slope_at(w).value;
    for (int step = 0; step < 20; ++step) {
      w = sgd_step(w, 0.5);
      state.step();
    }
    return slope_at(w).value < before / 10 && slope_at(state.w).value < before / 10;
  });
}
