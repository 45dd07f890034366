// SPDX-License-Identifier: BSL-1.0
// Ordinary generic code is differentiable as it stands: loops, arrays, helper functions, structs.
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// [rosenbrock]
constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });
constexpr auto r = lz::gradient(rosenbrock)(std::array{-1.2, 1.0});
static_assert(r.value > 24.19 && r.value < 24.21 && r.gradient[0] < -215.59 &&
              r.gradient[0] > -215.61);
// [/rosenbrock]

// [helpers]
template <class T> struct complex_number {
  T re, im;
};
template <class T> constexpr complex_number<T> multiply(complex_number<T> a, complex_number<T> b) {
  return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

// |p(z)|^2 for a polynomial with the coefficients c and a complex z: two inputs, both differentiated
constexpr auto size_of_polynomial =
    lz::function<lz::R<2>, lz::R<4>>([](auto const& z, auto const& c) {
      using T = std::remove_cvref_t<decltype(z[0])>;
      complex_number<T> sum{0.0, 0.0};
      for (std::size_t k = 4; k-- > 0;) {
        sum = multiply(sum, {z[0], z[1]});
        sum.re += c[k];
      }
      return sum.re * sum.re + sum.im * sum.im;
    });
// [/helpers]

// [passive]
// The residual of a fit: data are passive, they are inputs without derivatives.
constexpr auto residual = lz::function<lz::R<2>, lz::passive<lz::R<>>, lz::passive<lz::R<>>>(
    [](auto const& b, auto const& x, auto const& y) {
      return lz::square(b[0] * (1.0 - exp(-b[1] * x)) - y);
    });
// [/passive]

int main() {
  std::printf("rosenbrock %.4g, gradient (%.4g, %.4g)\n", r.value, r.gradient[0], r.gradient[1]);

  // z^3 - 1 has a root at z = -1/2 + i sqrt(3)/2: there |p|^2 has its smallest value
  constexpr std::array c{-1.0, 0.0, 0.0, 1.0};
  auto const at_root = lz::gradient(size_of_polynomial)(std::array{-0.5, std::sqrt(0.75)}, c);
  auto const& by_z = at_root.gradient[boost::hana::size_c<0>];  // a tuple: by z, by c
  std::printf("|z^3 - 1|^2 = %.0g, gradient by z (%.0g, %.0g)\n", at_root.value, by_z[0], by_z[1]);

  double const b[] = {2.0, 0.5};  // C arrays, std::span, pointers and Eigen vectors do as well
  auto const fit = lz::gradient(residual)(b, 3.0, 1.5);
  std::printf("residual %.6f, gradient (%.6f, %.6f)\n", fit.value, fit.gradient[0],
              fit.gradient[1]);

  double const model = 2 * (1 - std::exp(-1.5)) - 1.5;
  bool const right = std::abs(at_root.value) < 1e-30 && std::abs(by_z[0]) < 1e-14 &&
                     std::abs(fit.value - model * model) < 1e-15 &&
                     std::abs(fit.gradient[1] - 2 * model * 2 * 3 * std::exp(-1.5)) < 1e-14;
  return right ? 0 : 1;
}
