// SPDX-License-Identifier: BSL-1.0
#include "functions.hpp"

#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>

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

// The sine and cosine by two calls, whatever the compiler knows of them.
template <class T> T (*volatile sine)(T) = std::sin;
template <class T> T (*volatile cosine)(T) = std::cos;

// Whether the sine and cosine of one call, which the compiler may form, are those of two calls.
template <class T> bool turns(void (*both)(T, T*), T x) {
  auto const same = [](T a, T b) {
    return (a == b && std::signbit(a) == std::signbit(b)) || (a != a && b != b);
  };
  T result[2];
  both(x, result);
  if (same(result[0], sine<T>(x)) && same(result[1], cosine<T>(x))) return true;
  std::printf("sine or cosine of %.21Lg: other bits than by itself\n", static_cast<long double>(x));
  return false;
}
// Any bits of a double, and angles; the same in the other types.
int wrong_turns() {
  using limits = std::numeric_limits<double>;
  auto const wrong = [](double x) {
    int count = turns(turn, x) && turns<long double>(turn_long, x) ? 0 : 1;
    if (std::abs(x) < 3e38 || !(x < limits::infinity()))
      count += turns(turn_float, static_cast<float>(x)) ? 0 : 1;
    return count;
  };
  double const edges[] = {0.0,
                          -0.0,
                          0x1p-27,
                          0x1p-26,
                          0.126,
                          0.855469,
                          2.426265,
                          105414350.0,
                          0x1p27,
                          0x1p53,
                          limits::denorm_min(),
                          limits::min(),
                          limits::max(),
                          limits::infinity(),
                          -limits::infinity(),
                          limits::quiet_NaN()};
  int count = 0;
  for (double x : edges) count += wrong(x);
  std::uint64_t bits = 88172645463325252;  // xorshift (Marsaglia, 2003)
  for (int i = 0; i < 500'000 && count < 10; ++i) {
    bits ^= bits << 13, bits ^= bits >> 7, bits ^= bits << 17;
    count += wrong(std::bit_cast<double>(bits)) +
             wrong(static_cast<double>(static_cast<std::int64_t>(bits)) * 0x1p-60);
  }
  return count;
}

int check() {
  int wrong = wrong_turns() + disagreements(of_network, weights, data);
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
  double pose[84], before[84], after[84];
  double angles[6] = {0.3, -1.1, 0.8, 0.4, -0.7, 1.9};
  robot_arm(angles, pose);
  for (int k = 0; k < 6; ++k) {  // the angle k a little less and more
    double const h = 1e-5, angle = angles[k];
    angles[k] = angle - h;
    robot_arm(angles, before);
    angles[k] = angle + h;
    robot_arm(angles, after);
    angles[k] = angle;
    for (int i = 0; i < 12; ++i)
      if (std::abs((after[i] - before[i]) / (2 * h) - pose[12 + 6 * i + k]) > 1e-9) ++wrong;
  }
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
void repeat(void (*call)(double const*, double*), long count) {
  double const at[6] = {0.3, -1.1, 0.8, 0.4, -0.7, 1.9};
  double result[84];
  for (long i = 0; i < count; ++i) call(at, result);
  std::printf("%.17g\n", result[0]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return check();
  double xs[15];
  for (int i = 0; i < 15; ++i) xs[i] = i + 1;
  long const count = std::atol(argv[2]);
  repeat(of_network, argv[1], count, weights, data, 1);
  repeat(of_rat43, argv[1], count, rat43_certified, xs, 15);
  if (std::strcmp(argv[1], "rosenbrock") == 0) repeat(rosenbrock, count);
  if (std::strcmp(argv[1], "robot_arm") == 0) repeat(robot_arm, count);
}
