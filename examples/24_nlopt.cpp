// SPDX-License-Identifier: BSL-1.0
// NLopt with gradients of functions: problem 71 of Hock and Schittkowski, with both of its constraints.
#include <cmath>
#include <cstdio>
#include <nlopt.hpp>

#include <leibniz/interop/nlopt.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// [problem]
constexpr auto objective =
    lz::function<lz::R<4>>([](auto const& x) { return x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2]; });
constexpr auto at_least = lz::function<lz::R<4>>(  // x0 x1 x2 x3 >= 25
    [](auto const& x) { return 25.0 - x[0] * x[1] * x[2] * x[3]; });
constexpr auto on_sphere = lz::function<lz::R<4>, lz::passive<lz::R<>>>(
    [](auto const& x, auto const& r2) { return lz::dot(x, x) - r2; });
// [/problem]

int main() {
  // [solve]
  lz::nlopt_function f(objective);  // NLopt keeps pointers to these
  lz::nlopt_function g(at_least);
  lz::nlopt_function h(on_sphere, 40.0);

  nlopt::opt opt(nlopt::LD_SLSQP, 4);
  opt.set_min_objective(f.vfunc, &f);
  opt.add_inequality_constraint(g.vfunc, &g, 1e-10);
  opt.add_equality_constraint(h.vfunc, &h, 1e-10);
  opt.set_lower_bounds(1);
  opt.set_upper_bounds(5);
  opt.set_xtol_rel(1e-10);
  std::vector<double> x{1, 5, 5, 1};
  double least = 0;
  opt.optimize(x, least);
  // [/solve]
  std::printf("least value %.7f at (%.6f, %.6f, %.6f, %.6f)\n", least, x[0], x[1], x[2], x[3]);
  return std::abs(least - 17.0140173) < 1e-7 ? 0 : 1;
}
