// SPDX-License-Identifier: BSL-1.0
// The one file that compiles the gradient.
#include "gradient.hpp"

#include <leibniz/leibniz.hpp>

// [definition]
namespace {
constexpr leibniz::variable<"x"> x;
constexpr leibniz::variable<"y"> y;
constexpr auto peaks = x * exp(-x * x - y * y);
}  // namespace

value_and_gradient gradient_of_peaks(double at_x, double at_y) {
  auto const r = leibniz::gradient(peaks)(x = at_x, y = at_y);
  return {r.value, r[x], r[y]};
}
// [/definition]
