// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

namespace {

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

constexpr auto h1 = sigmoid(w1 * x1 + w2 * x2);
constexpr auto h2 = sigmoid(w3 * x1 + w4 * x2);
constexpr auto o1 = sigmoid(w5 * h1 + w6 * h2);
constexpr auto o2 = sigmoid(w7 * h1 + w8 * h2);
constexpr auto error = 0.5_c * (square(t1 - o1) + square(t2 - o2));

}  // namespace

void network_formula(double const* w, double const* data, double* result) {
  auto const r = lz::gradient(error)(w1 = w[0], w2 = w[1], w3 = w[2], w4 = w[3], w5 = w[4],
                                     w6 = w[5], w7 = w[6], w8 = w[7], x1 = data[0], x2 = data[1],
                                     t1 = data[2], t2 = data[3]);
  result[0] = r.value;
  result[1] = r[w1];
  result[2] = r[w2];
  result[3] = r[w3];
  result[4] = r[w4];
  result[5] = r[w5];
  result[6] = r[w6];
  result[7] = r[w7];
  result[8] = r[w8];
}
