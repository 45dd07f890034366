// SPDX-License-Identifier: BSL-1.0
// Least squares by Ceres: residuals and Jacobians from a formula, and from a function of two parameter blocks.
#include <ceres/problem.h>
#include <ceres/solver.h>
#include <array>
#include <cmath>
#include <cstdio>

#include <leibniz/interop/ceres.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

ceres::Solver::Summary solve(ceres::Problem& problem) {
  ceres::Solver::Options options;
  options.function_tolerance = options.parameter_tolerance = 1e-15;
  options.gradient_tolerance = 1e-15;
  options.logging_type = ceres::SILENT;
  ceres::Solver::Summary summary;
  ceres::Solve(options, &problem, &summary);
  return summary;
}

// [formula]
// NIST's problem DanWood: y = b1 x^b2
constexpr lz::variable<"b1"> b1;
constexpr lz::variable<"b2"> b2;
constexpr lz::parameter<"x"> x;
constexpr lz::parameter<"y"> y;
constexpr auto residual = b1 * pow(x, b2) - y;

std::array<double, 2> fit() {
  double const xs[] = {1.309, 1.471, 1.490, 1.565, 1.611, 1.680};
  double const ys[] = {2.138, 3.421, 3.597, 4.340, 4.882, 5.660};
  std::array b{1.0, 5.0};
  ceres::Problem problem;
  for (int i = 0; i < 6; ++i)  // each wrt is a parameter block, named arguments are data
    problem.AddResidualBlock(new lz::ceres_cost(residual, lz::wrt(b1, b2), x = xs[i], y = ys[i]),
                             nullptr, b.data());
  solve(problem);
  return b;
}
// [/formula]

// [function]
// A beacon is heard by stations whose clocks are off: two blocks, beacon and clock, and passive data.
constexpr auto arrival =
    lz::function<lz::R<2>, lz::R<>, lz::passive<lz::R<2>>, lz::passive<lz::R<>>>(
        [](auto const& beacon, auto const& clock, auto const& station, auto const& heard) {
          return hypot(beacon[0] - station[0], beacon[1] - station[1]) + clock - heard;
        });

ceres::CostFunction* term(std::array<double, 2> const& station, double heard) {
  return new lz::ceres_cost(arrival, station, heard);  // a ceres::SizedCostFunction<1, 2, 1>
}
// [/function]

int main() {
  std::array<double, 2> const b = fit();
  std::printf("b1 = %.10f, b2 = %.10f\n", b[0], b[1]);

  std::array<double, 2> beacon{1, 1};
  double clock = 0;
  ceres::Problem problem;
  std::array<double, 2> const stations[] = {{0, 0}, {10, 0}, {0, 10}, {12, 11}};
  for (std::array<double, 2> const& s : stations)
    problem.AddResidualBlock(term(s, std::hypot(4 - s[0], 3 - s[1]) + 0.25), nullptr, beacon.data(),
                             &clock);
  ceres::Solver::Summary const summary = solve(problem);
  std::printf("beacon (%.6f, %.6f), clock %.6f\n", beacon[0], beacon[1], clock);

  // Certified: https://www.itl.nist.gov/div898/strd/nls/data/daniel_wood.shtml
  bool const right = std::abs(b[0] - 7.6886226176e-01) < 1e-9 &&
                     std::abs(b[1] - 3.8604055871e+00) < 1e-9 && summary.final_cost < 1e-20 &&
                     std::abs(beacon[0] - 4) < 1e-9 && std::abs(clock - 0.25) < 1e-9;
  return right ? 0 : 1;
}
