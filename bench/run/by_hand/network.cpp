// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include "run/by_hand.hpp"

namespace {

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

/// Backpropagation: weights, input, target in; error and its gradient out.
template <int In, int Hidden, int Out, bool Tanh> void backpropagate(double const* w, double* out) {
  constexpr int first_of_output = Hidden * (In + 1), weights = first_of_output + Out * (Hidden + 1);
  double const *input = w + weights, *target = input + In;
  double hidden[Hidden], back[Hidden];
  for (int h = 0; h < Hidden; ++h) {
    double const* row = w + h * (In + 1);
    double sum = row[In];
    for (int i = 0; i < In; ++i) sum += row[i] * input[i];
    hidden[h] = Tanh ? std::tanh(sum) : logistic(sum);
    back[h] = 0;
  }
  double error = 0;
  double* const gradient = out + 1;
  for (int k = 0; k < Out; ++k) {
    int const at = first_of_output + k * (Hidden + 1);
    double sum = w[at + Hidden];
    for (int h = 0; h < Hidden; ++h) sum += w[at + h] * hidden[h];
    double const o = logistic(sum), miss = o - target[k], delta = miss * o * (1 - o);
    error += 0.5 * miss * miss;
    for (int h = 0; h < Hidden; ++h) {
      gradient[at + h] = delta * hidden[h];
      back[h] += delta * w[at + h];
    }
    gradient[at + Hidden] = delta;
  }
  for (int h = 0; h < Hidden; ++h) {
    double const slope = Tanh ? 1 - hidden[h] * hidden[h] : hidden[h] * (1 - hidden[h]);
    double const delta = back[h] * slope;
    for (int i = 0; i < In; ++i) gradient[h * (In + 1) + i] = delta * input[i];
    gradient[h * (In + 1) + In] = delta;
  }
  out[0] = error;
}

template <int In, int Hidden, bool Tanh> double hidden_value(double const* w, double const* input,
                                                             int h) {
  double sum = w[h * (In + 1) + In];
  for (int i = 0; i < In; ++i) sum += w[h * (In + 1) + i] * input[i];
  return Tanh ? std::tanh(sum) : logistic(sum);
}
template <int In, int Hidden, int Out, bool Tanh> double output_value(double const* w,
                                                                      double const* input, int k) {
  double const* row = w + Hidden * (In + 1) + k * (Hidden + 1);
  double sum = row[Hidden];
  for (int h = 0; h < Hidden; ++h) sum += row[h] * hidden_value<In, Hidden, Tanh>(w, input, h);
  return logistic(sum);
}

/// Every weight's derivative by its own formula.
template <int In, int Hidden, int Out, bool Tanh> void by_formulas(double const* w, double* out) {
  constexpr int first_of_output = Hidden * (In + 1), weights = first_of_output + Out * (Hidden + 1);
  double const *input = w + weights, *target = input + In;
  out[0] = 0;
  for (int k = 0; k < Out; ++k) {
    double const o = output_value<In, Hidden, Out, Tanh>(w, input, k);
    out[0] += 0.5 * (o - target[k]) * (o - target[k]);
    for (int h = 0; h <= Hidden; ++h)
      out[1 + first_of_output + k * (Hidden + 1) + h] =
          (o - target[k]) * o * (1 - o) *
          (h < Hidden ? hidden_value<In, Hidden, Tanh>(w, input, h) : 1);
  }
  for (int h = 0; h < Hidden; ++h)
    for (int i = 0; i <= In; ++i) {
      double sum = 0;
      for (int k = 0; k < Out; ++k) {
        double const o = output_value<In, Hidden, Out, Tanh>(w, input, k);
        double const y = hidden_value<In, Hidden, Tanh>(w, input, h);
        sum += (o - target[k]) * o * (1 - o) * w[first_of_output + k * (Hidden + 1) + h] *
               (Tanh ? 1 - y * y : y * (1 - y)) * (i < In ? input[i] : 1);
      }
      out[1 + h * (In + 1) + i] = sum;
    }
}

}  // namespace

void expert::network_2_2_2(double const* in, double* out) {
  backpropagate<2, 2, 2, false>(in, out);
}
void expert::network_4_8_3(double const* in, double* out) { backpropagate<4, 8, 3, true>(in, out); }
void naive::network_2_2_2(double const* in, double* out) { by_formulas<2, 2, 2, false>(in, out); }
void naive::network_4_8_3(double const* in, double* out) { by_formulas<4, 8, 3, true>(in, out); }
