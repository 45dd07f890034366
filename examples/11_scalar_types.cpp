// SPDX-License-Identifier: BSL-1.0
// The numbers of a call decide the type of its arithmetic.
#include <cmath>
#include <complex>
#include <concepts>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

// [types]
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto g = lz::gradient(x * exp(x * y) + pow(y, 3_c) / 3);

static_assert(
    std::same_as<decltype(g(x = 1.0f, y = 2.0f).value), float>);  // float, with no double in it
static_assert(std::same_as<decltype(g(x = 1.0, y = 2.0).value), double>);
static_assert(std::same_as<decltype(g(x = 1.0L, y = 2.0L).value), long double>);
static_assert(
    std::same_as<decltype(g(x = 1, y = 2.0f).value), float>);  // integers take the other's type
static_assert(
    std::same_as<decltype(g(x = 1, y = 2).value), double>);  // and are double among themselves
// [/types]

template <class T> T by_x() { return g(x = T(1) / 4, y = T(3))[x]; }
template <class T> T error() { return std::abs(by_x<T>() / (T(7) / 4 * std::exp(T(3) / 4)) - 1); }

int main() {
  std::printf("df/dx(1/4, 3) = %.20g in float\n", static_cast<double>(by_x<float>()));
  std::printf("                %.20g in double\n", by_x<double>());
  std::printf("                %.20Lg in long double\n", by_x<long double>());

  // [complex]
  using namespace std::complex_literals;
  auto const r = g(x = 0.0 + 1i, y = 3.14159265358979324);  // at x = i, y = pi: exp(x y) = -1
  std::printf("df/dx(i, pi)  = %.6f %+.6f i\n", r[x].real(), r[x].imag());
  // [/complex]

  bool const right = error<float>() < 5e-7f && error<double>() < 5e-16 &&
                     error<long double>() < 5e-16L &&
                     std::abs(r[x] + (1.0 + 3.14159265358979324i)) < 1e-14;
  return right ? 0 : 1;
}
