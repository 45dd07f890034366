// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <leibniz/leibniz.hpp>

/// The formulas of the five worked examples, A to E.
namespace worked {

namespace lz = leibniz;
using namespace lz::literals;

/// A: the chain rule along one path, and what many layers do to a gradient.
namespace a {
inline constexpr lz::parameter<"x1"> x1;
inline constexpr lz::parameter<"x2"> x2;
inline constexpr lz::parameter<"target"> target;
inline constexpr lz::variable<"w_h11"> w_h11;
inline constexpr lz::variable<"w_h21"> w_h21;
inline constexpr lz::variable<"w_o1"> w_o1;
inline constexpr auto h1 = lz::let<"h1">(x1 * w_h11 + x2 * w_h21);
inline constexpr auto o1 = lz::let<"o1">(h1 * w_o1);
inline constexpr auto L = 0.5_c * square(o1 - target);

/// h <- f(w h), layer by layer, from an input of 1.
inline constexpr int depth = 20;
inline constexpr auto deep_sigmoid = lz::function<lz::R<depth>>([](auto const& w) {
  auto h = sigmoid(w[0]);
  for (std::size_t k = 1; k < depth; ++k) h = sigmoid(w[k] * h);
  return h;
});
inline constexpr auto deep_relu = lz::function<lz::R<depth>>([](auto const& w) {
  auto h = relu(w[0]);
  for (std::size_t k = 1; k < depth; ++k) h = relu(w[k] * h);
  return h;
});
}  // namespace a

/// B: one neuron.
namespace b {
inline constexpr lz::variable<"W"> W;
inline constexpr lz::variable<"x"> x;
inline constexpr lz::variable<"b"> b;
inline constexpr lz::parameter<"t"> t;
inline constexpr auto z = lz::let<"z">(W * x + b);
}  // namespace b

/// C: computation graphs.
namespace c {
inline constexpr lz::variable<"apple price"> apple_price;
inline constexpr lz::variable<"apple count"> apple_count;
inline constexpr lz::variable<"orange price"> orange_price;
inline constexpr lz::variable<"orange count"> orange_count;
inline constexpr lz::variable<"tax"> tax;
inline constexpr auto apples = apple_price * apple_count;
inline constexpr auto only_apples = apples * tax;
inline constexpr auto total = (apples + orange_price * orange_count) * tax;

inline constexpr lz::variable<"x"> x;
inline constexpr lz::variable<"y"> y;
inline constexpr auto z = square(x + y);
}  // namespace c

/// D: partial derivatives, and a network of two layers.
namespace d {
inline constexpr lz::variable<"x"> x;
inline constexpr lz::variable<"y"> y;
inline constexpr auto f = pow(x, 2_c) * y + 3 * x * y + pow(y, 2_c);

inline constexpr lz::parameter<"input"> input;
inline constexpr lz::parameter<"y_true"> y_true;
inline constexpr lz::variable<"w1"> w1;
inline constexpr lz::variable<"w2"> w2;
inline constexpr auto z1 = lz::let<"z1">(w1 * input);
inline constexpr auto a1 = lz::let<"a1">(sigmoid(z1));
inline constexpr auto z2 = lz::let<"z2">(w2 * a1);
inline constexpr auto y_pred = lz::let<"y_pred">(sigmoid(z2));
inline constexpr auto L = 0.5_c * square(y_pred - y_true);
}  // namespace d

/// E: a network of two inputs, two hidden and two output neurons.
namespace e {
inline constexpr lz::parameter<"x1"> x1;
inline constexpr lz::parameter<"x2"> x2;
inline constexpr lz::parameter<"t1"> t1;
inline constexpr lz::parameter<"t2"> t2;
inline constexpr lz::variable<"w1"> w1;
inline constexpr lz::variable<"w2"> w2;
inline constexpr lz::variable<"w3"> w3;
inline constexpr lz::variable<"w4"> w4;
inline constexpr lz::variable<"w5"> w5;
inline constexpr lz::variable<"w6"> w6;
inline constexpr lz::variable<"w7"> w7;
inline constexpr lz::variable<"w8"> w8;
inline constexpr auto z1 = lz::let<"z1">(w1 * x1 + w2 * x2);
inline constexpr auto z2 = lz::let<"z2">(w3 * x1 + w4 * x2);
inline constexpr auto h1 = lz::let<"h1">(sigmoid(z1));
inline constexpr auto h2 = lz::let<"h2">(sigmoid(z2));
inline constexpr auto z3 = lz::let<"z3">(w5 * h1 + w6 * h2);
inline constexpr auto z4 = lz::let<"z4">(w7 * h1 + w8 * h2);
inline constexpr auto o1 = lz::let<"o1">(sigmoid(z3));
inline constexpr auto o2 = lz::let<"o2">(sigmoid(z4));
inline constexpr auto E_o1 = 0.5_c * square(t1 - o1);
inline constexpr auto E_o2 = 0.5_c * square(t2 - o2);
inline constexpr auto E_total = E_o1 + E_o2;
}  // namespace e

}  // namespace worked
