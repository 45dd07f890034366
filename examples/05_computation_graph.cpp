// SPDX-License-Identifier: BSL-1.0
// A computation graph, and what derivatives by differences cost in accuracy and in time.
#include <cmath>
#include <cstdio>
#include <iostream>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [graph]
constexpr lz::variable<"apple_price"> apple_price;
constexpr lz::variable<"apple_count"> apple_count;
constexpr lz::variable<"orange_price"> orange_price;
constexpr lz::variable<"orange_count"> orange_count;
constexpr lz::variable<"tax"> tax;

constexpr auto apples = apple_price * apple_count;
constexpr auto oranges = orange_price * orange_count;
constexpr auto total = (apples + oranges) * tax;
// [/graph]

constexpr auto g = lz::gradient(total);
constexpr auto r =
    g(apple_price = 100, apple_count = 2, orange_price = 150, orange_count = 3, tax = 1.1);

// [differences]
int evaluations = 0;
double curve(double t) { return ++evaluations, std::sin(t) * std::exp(t); }
double forward_difference(double t, double h) { return (curve(t + h) - curve(t)) / h; }
double central_difference(double t, double h) { return (curve(t + h) - curve(t - h)) / (2 * h); }
// [/differences]

int main(int argc, char**) {
  // [dot]
  // The graph with the value of each node and the derivative by it: ./05_computation_graph dot | dot -Tsvg
  if (argc > 1) {
    std::cout << lz::to_dot(total, apple_price = 100, apple_count = 2, orange_price = 150,
                            orange_count = 3, tax = 1.1);
    return 0;
  }
  // [/dot]
  std::printf(
      "total %g; by apple price %g, apple count %g, orange price %g, orange count %g, tax %g\n",
      r.value, r[apple_price], r[apple_count], r[orange_price], r[orange_count], r[tax]);

  constexpr lz::variable<"t"> t;
  double const exact = lz::derivative(sin(t) * exp(t), t)(t = 1.0);
  double best = 1;
  std::puts("\nderivative of sin(t) exp(t) at 1, relative error\nstep    forward  central");
  for (int k = 1; k <= 13; k += 2) {
    double const h = std::pow(10.0, -k);
    double const forward = std::abs(forward_difference(1, h) / exact - 1);
    double const central = std::abs(central_difference(1, h) / exact - 1);
    best = std::fmin(best, std::fmin(forward, central));
    std::printf("1e-%02d   %.0e    %.0e\n", k, forward, central);
  }
  double const symbolic = std::abs(exact / (std::exp(1.0) * (std::sin(1.0) + std::cos(1.0))) - 1);
  std::printf("exact   %.0e\n", symbolic);
  std::puts(
      "\nA gradient by n variables takes n + 1 evaluations forward, 2 n central; exact: one pass.");

  bool const right = std::abs(r.value - 715) < 1e-12 && std::abs(r[apple_price] - 2.2) < 1e-15 &&
                     std::abs(r[orange_count] - 165) < 1e-12 && std::abs(r[tax] - 650) < 1e-12;
  return right && symbolic < 1e-15 && best > 1e-13 && evaluations == 4 * 7 ? 0 : 1;
}
