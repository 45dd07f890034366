// SPDX-License-Identifier: BSL-1.0
// Complex numbers, and a number type of one's own: functions that the library has never seen are found by their arguments.
#include <cmath>
#include <complex>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [complex]
constexpr lz::variable<"x"> x;
constexpr auto f = exp(x) * sin(x) / sqrt(1_c + x * x);

// Im f(x + ih)/h is the derivative up to h^2: an independent check, with no difference of near numbers.
double complex_step(double at) { return f(x = std::complex(at, 1e-100)).imag() / 1e-100; }
// [/complex]

// [own]
// The least and the greatest value that rounding and inexact inputs leave possible.
namespace robot {
struct interval {
  double low = 0, high = 0;
  interval() = default;
  explicit interval(double v) : low(v), high(v) {}
  interval(double l, double h) : low(l), high(h) {}
};
double down(double v) { return std::nextafter(v, -HUGE_VAL); }
double up(double v) { return std::nextafter(v, HUGE_VAL); }
interval operator+(interval a, interval b) { return {down(a.low + b.low), up(a.high + b.high)}; }
interval operator-(interval a) { return {-a.high, -a.low}; }
interval operator-(interval a, interval b) { return a + -b; }
interval operator*(interval a, interval b) {
  double const p[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
  return {down(std::fmin(std::fmin(p[0], p[1]), std::fmin(p[2], p[3]))),
          up(std::fmax(std::fmax(p[0], p[1]), std::fmax(p[2], p[3])))};
}
interval operator/(interval a, interval b) {  // b does not hold 0
  return a * interval(down(1 / b.high), up(1 / b.low));
}
interval exp(interval a) { return {down(std::exp(a.low)), up(std::exp(a.high))}; }
}  // namespace robot

constexpr lz::variable<"y"> y;
constexpr auto g = lz::gradient(x * y * exp(-x) + 0.1_c * y);

// Nothing is specialised: the derivatives of g over a box, guaranteed
auto const over_box = g(x = robot::interval(0.5, 0.6), y = robot::interval(1.0, 1.1));
// [/own]

int main() {
  double worst = 0;
  for (double at = -2; at < 2; at += 0.1) {
    double const symbolic = lz::derivative(f, x)(x = at);
    worst = std::fmax(worst, std::abs(complex_step(at) - symbolic) / std::abs(symbolic));
  }
  std::printf("complex step and symbolic derivative differ by %.1e at most\n", worst);
  std::printf("dg/dx over the box is in [%.4f, %.4f]\n", over_box[x].low, over_box[x].high);

  bool inside = true;
  for (double at_x : {0.5, 0.55, 0.6})
    for (double at_y : {1.0, 1.05, 1.1}) {
      double const exact = lz::gradient(x * y * exp(-x) + 0.1_c * y)(x = at_x, y = at_y)[x];
      inside = inside && over_box[x].low <= exact && exact <= over_box[x].high;
    }
  return worst < 1e-14 && inside && over_box[x].high - over_box[x].low < 0.5 ? 0 : 1;
}
