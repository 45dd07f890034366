// SPDX-License-Identifier: BSL-1.0
// Formulas and functions over arrays of points: point by point, and with xsimd's batches several at once.
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include <leibniz/interop/xsimd.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [formula]
constexpr lz::parameter<"t"> t;
constexpr lz::variable<"rate"> rate;
constexpr lz::variable<"size"> size;
constexpr auto g = lz::gradient(size * exp(-rate * t) * sin(t), lz::wrt(rate, size));

// One size for all points; value and gradient of each into arrays of the caller
void decay(std::vector<double> const& times, std::vector<double> const& rates,
           std::vector<double>& values, std::vector<std::array<double, 2>>& gradients) {
  lz::map(g, t = times, rate = rates, size = 2.0, lz::out(values, gradients));
}
// As many points at once as the vectors hold doubles that the compiler may use; the last few, too
void decay_in_batches(std::vector<double> const& times, std::vector<double> const& rates,
                      std::vector<double>& values, std::vector<std::array<double, 2>>& gradients) {
  lz::map<xsimd::batch<double>>(g, t = times, rate = rates, size = 2.0, lz::out(values, gradients));
}
// [/formula]

// [function]
constexpr auto distance = lz::function<lz::R<2>, lz::passive<lz::R<2>>>(
    [](auto const& p, auto const& from) { return hypot(p[0] - from[0], p[1] - from[1]); });

struct place {
  float x, y;
};
// Points as structs, gradients as an array for each component, one place to measure from
void distances(std::vector<place> const& points, std::vector<float>& values,
               std::vector<float>& by_x, std::vector<float>& by_y) {
  lz::map<xsimd::batch<float>>(lz::gradient(distance), points, std::array{1.0f, 2.0f},
                               lz::out(values, lz::components(by_x, by_y)));
}
// [/function]

int main() {
  std::size_t const n = 1001;  // no multiple of the lanes
  std::vector<double> times(n), rates(n), values(n), batch_values(n);
  std::vector<std::array<double, 2>> gradients(n), batch_gradients(n);
  for (std::size_t i = 0; i < n; ++i) {
    times[i] = 0.01 * static_cast<double>(i);
    rates[i] = 1 - 0.0005 * static_cast<double>(i);
  }
  decay(times, rates, values, gradients);
  decay_in_batches(times, rates, batch_values, batch_gradients);
  double worst = 0;
  for (std::size_t i = 0; i < n; ++i) {
    worst = std::fmax(worst, std::abs(values[i] - batch_values[i]));
    worst = std::fmax(worst, std::abs(gradients[i][0] - batch_gradients[i][0]));
  }
  std::printf("single points and batches differ by less than 1e-15: %s\n",
              worst < 1e-15 ? "yes" : "no");

  std::vector<place> const points{{4, 6}, {1, 7}, {1, 2}};
  std::vector<float> far(3), by_x(3), by_y(3);
  distances(points, far, by_x, by_y);
  for (std::size_t i = 0; i < 3; ++i)
    std::printf("distance %g, gradient (%g, %g)\n", static_cast<double>(far[i]),
                static_cast<double>(by_x[i]), static_cast<double>(by_y[i]));
  bool const right =
      far[0] == 5 && std::abs(by_x[0] - 0.6f) < 1e-6f && by_y[1] == 1 && by_x[2] == 0;
  return worst < 1e-15 && right ? 0 : 1;
}
