// SPDX-License-Identifier: BSL-1.0
// A dense network of 24, 24 and 8 neurons, 2,300 steps: as one function, or, compiled with LEIBNIZ_LARGEST_FUNCTION, in
// parts.
#include <array>
#include <cmath>

#include "leibniz/leibniz.hpp"

namespace lz = leibniz;

namespace {

constexpr std::size_t inputs = 24, hidden = 24, outputs = 8;

constexpr auto network =
    lz::function<lz::R<inputs>, lz::R<hidden*(inputs + 1)>, lz::R<outputs*(hidden + 1)>>(
        [](auto const& x, auto const& first, auto const& second) {
          using std::tanh;
          auto const neuron = [](auto const& from, auto const& weights, std::size_t row) {
            std::size_t next = row * (from.size() + 1);
            auto sum = weights[next];
            for (auto const& value : from) sum = sum + weights[++next] * value;
            return sum;
          };
          std::array<std::remove_cvref_t<decltype(x[0] * first[0])>, hidden> h;
          for (std::size_t j = 0; j < hidden; ++j) h[j] = tanh(neuron(x, first, j));
          std::array<std::remove_cvref_t<decltype(h[0])>, outputs> y;
          for (std::size_t j = 0; j < outputs; ++j) y[j] = neuron(h, second, j);
          return y;
        });

}  // namespace

void run_network(std::array<double, inputs> const& x,
                 std::array<double, hidden*(inputs + 1)> const& first,
                 std::array<double, outputs*(hidden + 1)> const& second,
                 std::array<double, outputs>& y) {
  y = network(x, first, second);
}
