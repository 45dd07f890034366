// SPDX-License-Identifier: BSL-1.0
// A bundle adjustment with lz::ceres_cost and with Ceres's own derivatives: the same minimum, by the same steps.
// CHECK is glog's here.
#include <ceres/autodiff_cost_function.h>
#include <ceres/problem.h>
#include <ceres/solver.h>

#include <array>
#include <cstdio>
#include <random>
#include <vector>

#include "catch.hpp"
#include "leibniz/interop/ceres.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;

namespace {

using camera =
    std::array<double, 9>;  // rotation, translation, focal length, two of radial distortion
using point = std::array<double, 3>;
using pixel = std::array<double, 2>;

/// The camera model of Bundler (Snavely), as in Ceres's examples/snavely_reprojection_error.h; rotations are not 0.
template <class T, class Camera, class Point>
constexpr std::array<T, 2> project(Camera const& c, Point const& x) {
  T const theta = sqrt(c[0] * c[0] + c[1] * c[1] + c[2] * c[2]);
  T const axis[] = {c[0] / theta, c[1] / theta, c[2] / theta};
  T const cross[] = {axis[1] * x[2] - axis[2] * x[1], axis[2] * x[0] - axis[0] * x[2],
                     axis[0] * x[1] - axis[1] * x[0]};
  T const dot = (axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2]) * (1.0 - cos(theta));
  T const s = sin(theta), k = cos(theta);
  T const at[] = {x[0] * k + cross[0] * s + axis[0] * dot + c[3],
                  x[1] * k + cross[1] * s + axis[1] * dot + c[4],
                  x[2] * k + cross[2] * s + axis[2] * dot + c[5]};
  T const u = -at[0] / at[2], v = -at[1] / at[2], r2 = u * u + v * v;
  T const scale = c[6] * (1.0 + r2 * (c[7] + c[8] * r2));
  return {scale * u, scale * v};
}

constexpr auto reprojection = lz::function<lz::R<9>, lz::R<3>, lz::passive<lz::R<2>>>(
    [](auto const& c, auto const& x, auto const& seen) {
      auto const at = project<std::remove_cvref_t<decltype(c[0])>>(c, x);
      return std::array{at[0] - seen[0], at[1] - seen[1]};
    });

struct reprojection_by_jets {
  pixel seen;
  template <class T> bool operator()(T const* c, T const* x, T* residual) const {
    std::array<T, 2> const at = project<T>(c, x);
    residual[0] = at[0] - seen[0];
    residual[1] = at[1] - seen[1];
    return true;
  }
};

struct scene {
  std::vector<camera> cameras;
  std::vector<point> points;
  std::vector<pixel> seen;  ///< of each camera, all points
};

/// Eight cameras on an arc look at 100 points; pixels are off by about half a pixel, the start by more.
scene make_scene() {
  std::mt19937 bits(
      7);  // distributions differ between standard libraries: sums of uniform numbers do not
  auto const noise = [&](double size) {
    double sum = 0;
    for (int i = 0; i < 4; ++i) sum += static_cast<double>(bits()) / 4294967296.0 - 0.5;
    return size * sum * 1.7;
  };
  scene s;
  for (int i = 0; i < 100; ++i) s.points.push_back({noise(1), noise(1), noise(1)});
  for (int i = 0; i < 8; ++i)
    s.cameras.push_back(
        {0.1 + 0.02 * i, 0.4 * (i - 3.5), 0.05, 0.1 * i, -0.2, -8.0, 500.0 + i, -0.05, 0.01});
  for (camera const& c : s.cameras)
    for (point const& x : s.points) {
      s.seen.push_back(project<double>(c, x));
      for (double& u : s.seen.back()) u += noise(0.5);
    }
  for (camera& c : s.cameras)
    for (std::size_t k = 0; k < 9; ++k) c[k] *= 1 + noise(0.02);
  for (point& x : s.points)
    for (double& u : x) u += noise(0.05);
  return s;
}

template <class MakeCost> ceres::Solver::Summary solve(scene s, MakeCost const& make_cost) {
  ceres::Problem problem;
  std::size_t k = 0;
  for (camera& c : s.cameras)
    for (point& x : s.points)
      problem.AddResidualBlock(make_cost(s.seen[k++]), nullptr, c.data(), x.data());
  problem.SetParameterBlockConstant(s.cameras[0].data());
  ceres::Solver::Options options;
  options.linear_solver_type = ceres::DENSE_SCHUR;
  options.function_tolerance = 1e-14;
  options.gradient_tolerance = 1e-14;
  options.max_num_iterations = 200;
  options.logging_type = ceres::SILENT;
  ceres::Solver::Summary summary;
  ceres::Solve(options, &problem, &summary);
  return summary;
}

}  // namespace

TEST_CASE("a bundle adjustment ends where it does with Ceres's own derivatives") {
  scene const s = make_scene();
  auto const ours = solve(s, [](pixel const& p) { return new lz::ceres_cost(reprojection, p); });
  auto const theirs = solve(s, [](pixel const& p) {
    return new ceres::AutoDiffCostFunction<reprojection_by_jets, 2, 9, 3>(
        new reprojection_by_jets{p});
  });
  REQUIRE(ours.final_cost < 0.05 * ours.initial_cost);
  REQUIRE(ours.initial_cost == Approx(theirs.initial_cost).epsilon(1e-12));
  REQUIRE(ours.final_cost == Approx(theirs.final_cost).epsilon(1e-10));
  auto const steps = [](ceres::Solver::Summary const& of) {
    return of.num_successful_steps + of.num_unsuccessful_steps;
  };
  REQUIRE(std::abs(steps(ours) - steps(theirs)) <= 2);
  std::printf(
      "bundle adjustment: cost %.6f -> %.6f, %d steps (%d with Ceres's jets); seconds in "
      "residuals and Jacobians %.4f (%.4f): %.2f times as fast\n",
      ours.initial_cost, ours.final_cost, steps(ours), steps(theirs),
      ours.jacobian_evaluation_time_in_seconds + ours.residual_evaluation_time_in_seconds,
      theirs.jacobian_evaluation_time_in_seconds + theirs.residual_evaluation_time_in_seconds,
      (theirs.jacobian_evaluation_time_in_seconds + theirs.residual_evaluation_time_in_seconds) /
          (ours.jacobian_evaluation_time_in_seconds + ours.residual_evaluation_time_in_seconds));
}
