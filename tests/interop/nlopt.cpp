// SPDX-License-Identifier: BSL-1.0
// Objectives and constraints for NLopt.
#include "leibniz/interop/nlopt.hpp"

#include <nlopt.hpp>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::opaque;

namespace {

constexpr auto rosenbrock =
    lz::function<lz::R<2>, lz::passive<lz::R<>>>([](auto const& p, auto const& k) {
      return lz::square(1.0 - p[0]) + k * lz::square(p[1] - p[0] * p[0]);
    });
// Hock and Schittkowski's problem 71
constexpr auto objective =
    lz::function<lz::R<4>>([](auto const& x) { return x[0] * x[3] * (x[0] + x[1] + x[2]) + x[2]; });
constexpr auto product =
    lz::function<lz::R<4>>([](auto const& x) { return 25.0 - x[0] * x[1] * x[2] * x[3]; });
constexpr auto sphere = lz::function<lz::R<4>>(
    [](auto const& x) { return x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3] - 40.0; });

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::parameter<"k"> k;

}  // namespace

TEST_CASE("value and gradient as NLopt calls for them") {
  lz::nlopt_function of(rosenbrock, 100);
  std::vector<double> const p{opaque(-1.2), 1};
  std::vector<double> gradient(2), none;
  CHECK(of.vfunc(p, gradient, &of) == Approx(24.2).epsilon(1e-14));
  CHECK(gradient[0] == Approx(-215.6).epsilon(1e-14));
  CHECK(gradient[1] == Approx(-88).epsilon(1e-14));
  CHECK(of.vfunc(p, none, &of) == Approx(24.2).epsilon(1e-14));
  CHECK(of.func(2, p.data(), nullptr, &of) == Approx(24.2).epsilon(1e-14));

  lz::nlopt_function two(lz::vector(x * y - k, sin(x)), lz::wrt(y, x), k = 2.0);
  double values[2], rows[4];
  two.mfunc(2, values, 2, p.data(), rows, &two);  // y = -1.2, x = 1
  CHECK(values[0] == -3.2);
  CHECK(values[1] == std::sin(1.0));
  CHECK(rows[0] == 1);
  CHECK(rows[1] == -1.2);
  CHECK(rows[2] == 0);
  CHECK(rows[3] == std::cos(1.0));
  values[0] = 0;
  two.mfunc(2, values, 2, p.data(), nullptr, &two);
  CHECK(values[0] == -3.2);
}

TEST_CASE("Rosenbrock's valley by L-BFGS") {
  lz::nlopt_function of(rosenbrock, 100);
  nlopt::opt opt(nlopt::LD_LBFGS, 2);
  opt.set_min_objective(of.vfunc, &of);
  opt.set_ftol_rel(1e-14);
  std::vector<double> p{-1.2, 1};
  double least = 1;
  opt.optimize(p, least);
  CHECK(least < 1e-16);
  CHECK(p[0] == Approx(1).epsilon(1e-7));
}

TEST_CASE("problem 71 of Hock and Schittkowski with both of its constraints, by SLSQP") {
  lz::nlopt_function f(objective);
  lz::nlopt_function g(product);
  lz::nlopt_function h(sphere);
  nlopt::opt opt(nlopt::LD_SLSQP, 4);
  opt.set_min_objective(f.vfunc, &f);
  opt.add_inequality_constraint(g.vfunc, &g, 1e-10);
  opt.add_equality_mconstraint(h.mfunc, &h, {1e-10});
  opt.set_lower_bounds(1);
  opt.set_upper_bounds(5);
  opt.set_xtol_rel(1e-10);
  std::vector<double> p{1, 5, 5, 1};
  double least = 0;
  opt.optimize(p, least);
  // Source: Hock and Schittkowski, Test Examples for Nonlinear Programming Codes, 1981, problem 71
  CHECK(least == Approx(17.0140173).epsilon(1e-8));
  double const exact[] = {1, 4.7429994, 3.8211503, 1.3794082};
  for (std::size_t i = 0; i < 4; ++i) CHECK(p[i] == Approx(exact[i]).epsilon(1e-6));
}
