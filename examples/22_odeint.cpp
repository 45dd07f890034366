// SPDX-License-Identifier: BSL-1.0
// A stiff system for Boost.Odeint: the Jacobian that rosenbrock4 needs comes from the equations.
#include <leibniz/interop/odeint.hpp>
#include <leibniz/interop/ublas.hpp>  // before Odeint, for Boost before 1.76

#include <boost/numeric/odeint.hpp>
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
namespace odeint = boost::numeric::odeint;

// [robertson]
// Robertson's reactions; their rates, which differ by a factor of 10^9, are data.
constexpr auto robertson =
    lz::function<lz::R<3>, lz::passive<lz::R<3>>>([](auto const& y, auto const& k) {
      auto const a = k[0] * y[0], b = k[1] * y[1] * y[2], c = k[2] * y[1] * y[1];
      return std::array{b - a, a - b - c, c};
    });

using state = boost::numeric::ublas::vector<double>;

state concentrations(double end) {
  auto const system = lz::odeint_system(robertson, std::array{0.04, 1e4, 3e7});
  state y(3, 0.0);
  y[0] = 1;
  odeint::integrate_adaptive(odeint::make_controlled<odeint::rosenbrock4<double>>(1e-11, 1e-11),
                             system, y, 0.0, end, 1e-6);
  return y;
}
// [/robertson]

int main() {
  bool right = true;
  // Source: the example cvRoberts of SUNDIALS's CVODE, and the initial-value test set of Bari (ROBER)
  double const at[] = {0.4, 40}, expected[] = {9.8517e-01, 7.1583e-01};
  for (int i = 0; i < 2; ++i) {
    state const y = concentrations(at[i]);
    std::printf("t = %-4g  y = %.6e %.6e %.6e\n", at[i], y[0], y[1], y[2]);
    right = right && std::abs(y[0] - expected[i]) < 1e-5 && std::abs(y[0] + y[1] + y[2] - 1) < 1e-9;
  }
  return right ? 0 : 1;
}
