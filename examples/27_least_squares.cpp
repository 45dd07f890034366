// SPDX-License-Identifier: BSL-1.0
// A least squares problem solved while compiling: Gauss and Newton's method on NIST's Misra1a, to the certified digits.
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// [problem]
// Dental research, monomolecular adsorption (Misra, NIST, 1978): y = b1 (1 - exp(-b2 x)).
// https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml
constexpr std::array x{77.6,  114.9, 141.1, 190.8, 239.9, 289.0, 332.8,
                       378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0};
constexpr std::array y{10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02,
                       44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78};

constexpr auto residuals = lz::function<lz::R<2>>([](auto const& b) {
  std::array<std::remove_cvref_t<decltype(b[0])>, 14> r{};
  for (std::size_t i = 0; i < 14; ++i) r[i] = b[0] * (1.0 - exp(-b[1] * x[i])) - y[i];
  return r;
});
// [/problem]

// [solve]
constexpr auto system_of_residuals = lz::gauss_newton(residuals);

constexpr std::array<double, 2> fit(std::array<double, 2> b, int steps) {
  for (int i = 0; i < steps; ++i) {
    auto const r = system_of_residuals(b);  // r, J'r and J'J in one pass
    auto const step = lz::solve(r.hessian, r.gradient);
    b = {b[0] - step[0], b[1] - step[1]};
  }
  return b;
}

constexpr auto b = fit({250, 5e-4}, 8);
static_assert(lz::abs(b[0] / 2.3894212918e+02 - 1) < 1e-10);  // certified
static_assert(lz::abs(b[1] / 5.5015643181e-04 - 1) < 1e-10);
// [/solve]

int main() {
  auto const r = system_of_residuals(b);
  double squares = 0;
  for (double each : r.value) squares += each * each;
  std::printf("b1 = %.9f, b2 = %.12f, sum of squares %.10f\n", b[0], b[1], squares);
  std::printf("operations: residuals %d, Jacobian %d, r, J'r and J'J %d\n",
              lz::cost(residuals).operations, lz::cost(lz::jacobian(residuals)).operations,
              lz::cost(system_of_residuals).operations);
  return std::abs(squares / 1.2455138894e-01 - 1) < 1e-9 ? 0 : 1;
}
