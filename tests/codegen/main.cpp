// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// Without arguments: checks that what the library generates agrees with what is written by hand.
// With the name of a function and a count: calls it so often, for callgrind.

namespace {

using gradient = void(double const*, double const*, double*);

double const weights[8] = {0.3, 0.25, 0.4, 0.35, 0.45, 0.4, 0.7, 0.6};
double const data[4] = {0.1, 0.2, 0.4, 0.6};
double const rat43_certified[4] = {699.64151270, 5.2771253025, 0.75962938329, 1.2792483859};

struct function {
  char const* name;
  gradient* call;
  int results;
};
function const of_network[] = {{"network_hand", network_hand, 9},
                               {"network_formula", network_formula, 9},
                               {"network_function", network_function, 9}};
function const of_rat43[] = {{"rat43_hand", rat43_hand, 5},
                             {"rat43_expert", rat43_expert, 5},
                             {"rat43_formula", rat43_formula, 5},
                             {"rat43_function", rat43_function, 5}};

bool agree(double a, double b, double tolerance) {
  return std::abs(a - b) <= tolerance * std::abs(b);
}

// All agree with the first.
template <int N>
int disagreements(function const (&all)[N], double const* by, double const* at) {
  int count = 0;
  double expected[9];
  all[0].call(by, at, expected);
  for (function const& f : all) {
    double result[9];
    f.call(by, at, result);
    for (int i = 0; i < f.results; ++i) {
      if (agree(result[i], expected[i], 1e-13)) continue;
      std::printf("%s: result %d is %.17g, not %.17g\n", f.name, i, result[i], expected[i]);
      ++count;
    }
  }
  return count;
}

int check() {
  int wrong = disagreements(of_network, weights, data);
  for (double x = 1; x <= 15; ++x) wrong += disagreements(of_rat43, rat43_certified, &x);

  float weights_in_float[8], data_in_float[4], result[9];
  for (int i = 0; i < 8; ++i) weights_in_float[i] = static_cast<float>(weights[i]);
  for (int i = 0; i < 4; ++i) data_in_float[i] = static_cast<float>(data[i]);
  network_float(weights_in_float, data_in_float, result);
  double expected[9];
  network_hand(weights, data, expected);
  for (int i = 0; i < 9; ++i)
    if (!agree(static_cast<double>(result[i]), expected[i], 1e-5)) ++wrong;

  double const point[2] = {-1.2, 1.0};
  rosenbrock(point, expected);
  if (!agree(expected[0], 24.2, 1e-14) || !agree(expected[1], -215.6, 1e-14) ||
      !agree(expected[2], -88, 1e-14))
    ++wrong;
  return wrong;
}

template <int N>
void repeat(function const (&all)[N], char const* name, long count, double const* by,
            double const* at, int points) {
  for (function const& f : all) {
    if (std::strcmp(f.name, name) != 0) continue;
    double result[9], sum = 0;
    for (long i = 0; i < count; ++i) {
      f.call(by, at + i % points, result);
      sum += result[0];
    }
    std::printf("%.17g\n", sum);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return check();
  double xs[15];
  for (int i = 0; i < 15; ++i) xs[i] = i + 1;
  long const count = std::atol(argv[2]);
  repeat(of_network, argv[1], count, weights, data, 1);
  repeat(of_rat43, argv[1], count, rat43_certified, xs, 15);
}
