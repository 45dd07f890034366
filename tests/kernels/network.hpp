// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/scalar.hpp"

namespace kernels {

template <class T> constexpr T logistic(T const& x) { return 1.0 / (1.0 + exp(-x)); }

/// Half the squared error of a network of one hidden layer. Weights: of each hidden neuron those of its inputs, then
/// its bias; then the same of each output neuron. tanh in the hidden layer if asked for, else the logistic function.
template <std::size_t In, std::size_t Hidden, std::size_t Out, bool Tanh, class T>
constexpr T network_error(std::array<T, Hidden*(In + 1) + Out*(Hidden + 1)> const& weights,
                          std::array<T, In> const& input, std::array<T, Out> const& target) {
  std::size_t w = 0;
  std::array<T, Hidden> hidden;
  for (T& h : hidden) {
    T sum = weights[w + In];
    for (std::size_t i = 0; i < In; ++i) sum = sum + weights[w + i] * input[i];
    if constexpr (Tanh) h = tanh(sum);
    else h = logistic(sum);
    w += In + 1;
  }
  T error(0.0);
  for (std::size_t k = 0; k < Out; ++k) {
    T sum = weights[w + Hidden];
    for (std::size_t i = 0; i < Hidden; ++i) sum = sum + weights[w + i] * hidden[i];
    T const miss = logistic(sum) - target[k];
    error = error + 0.5 * miss * miss;
    w += Hidden + 1;
  }
  return error;
}

/// Weights and biases between -0.5 and 0.5, inputs between 0 and 1, of the targets the second is 1.
template <std::size_t Weights, std::size_t In, std::size_t Out>
constexpr std::array<double, Weights + In + Out> network_sample() {
  std::array<double, Weights + In + Out> all{};
  for (std::size_t i = 0; i < Weights + In; ++i) {
    double const share = static_cast<double>(i * 37 % Weights) / static_cast<double>(Weights);
    all[i] = i < Weights ? share - 0.5 : share;
  }
  all[Weights + In + 1] = 1;
  return all;
}

/// 12 weights and biases.
inline constexpr auto network_2_2_2 =
    lz::function<lz::R<12>, lz::passive<lz::R<2>>, lz::passive<lz::R<2>>>(
        [](auto const& weights, auto const& input, auto const& target) {
          return network_error<2, 2, 2, false>(weights, input, target);
        });
inline constexpr auto network_2_2_2_sample = network_sample<12, 2, 2>();
/// 67 weights and biases: the size that tells three kinds of iris apart by four lengths.
inline constexpr auto network_4_8_3 =
    lz::function<lz::R<67>, lz::passive<lz::R<4>>, lz::passive<lz::R<3>>>(
        [](auto const& weights, auto const& input, auto const& target) {
          return network_error<4, 8, 3, true>(weights, input, target);
        });
inline constexpr auto network_4_8_3_sample = network_sample<67, 4, 3>();

}  // namespace kernels
