// SPDX-License-Identifier: BSL-1.0
// The only unit that compiles the gradient.
#include "gradient.hpp"

#include <leibniz/leibniz.hpp>

namespace {
constexpr leibniz::variable<"x"> x;
constexpr leibniz::variable<"y"> y;
constexpr auto peaks = x * exp(-x * x - y * y);
constexpr auto slope = leibniz::gradient(peaks);
}  // namespace

value_and_gradient gradient_of_peaks(double at_x, double at_y) {
  auto const result = slope(x = at_x, y = at_y);
  return {result.value, result[x], result[y]};
}
