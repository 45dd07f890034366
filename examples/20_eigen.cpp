// SPDX-License-Identifier: BSL-1.0
// Eigen's vectors and matrices in and out; a sparse Jacobian in Newton's method.
#include <Eigen/Dense>
#include <Eigen/SparseLU>
#include <cstdio>

#include <leibniz/interop/eigen.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

// [dense]
// Where a robot's arm with two links ends; its angles are an Eigen vector, its links are data.
constexpr auto arm =
    lz::function<lz::R<2>, lz::passive<lz::R<2>>>([](auto const& q, auto const& l) {
      return std::array{l[0] * cos(q[0]) + l[1] * cos(q[0] + q[1]),
                        l[0] * sin(q[0]) + l[1] * sin(q[0] + q[1])};
    });

Eigen::Vector2d angles_for(Eigen::Vector2d const& target, Eigen::Vector2d const& links) {
  Eigen::Vector2d q(0.3, 0.5);
  for (int step = 0; step < 10; ++step) {
    auto const r = lz::jacobian(arm)(q, links);                    // Eigen objects are arguments,
    Eigen::Vector2d const error = lz::as_eigen(r.value) - target;  // results are Eigen::Maps
    q -= lz::as_eigen(r.jacobian).partialPivLu().solve(error);
  }
  return q;
}
// [/dense]

// [sparse]
// u'' = u^3 - 1 on a grid of 30 points, u = 0 at both ends: each equation has at most three unknowns.
constexpr std::size_t n = 30;
constexpr auto equations = lz::function<lz::R<n>>([](auto const& u) {
  std::array<std::remove_cvref_t<decltype(u[0])>, n> r{};
  for (std::size_t i = 0; i < n; ++i) {
    r[i] = 961.0 * -2.0 * u[i] - lz::cube(u[i]) + 1.0;
    if (i > 0) r[i] += 961.0 * u[i - 1];
    if (i < n - 1) r[i] += 961.0 * u[i + 1];
  }
  return r;
});
constexpr auto jacobian = lz::jacobian(equations);
static_assert(lz::sparsity(jacobian).nonzeros() == 3 * n - 2);

Eigen::VectorXd solution() {
  Eigen::VectorXd u = Eigen::VectorXd::Zero(n);
  Eigen::SparseLU<Eigen::SparseMatrix<double>> solver;
  for (int step = 0; step < 6; ++step) {
    auto const r = lz::compressed(jacobian)(u);  // the entries that are not 0, and no others
    solver.compute(Eigen::SparseMatrix<double>(lz::as_eigen(jacobian, r)));
    u -= solver.solve(lz::as_eigen(r.value));
  }
  return u;
}
// [/sparse]

int main() {
  Eigen::Vector2d const target(1.2, 0.9), links(1.0, 0.8);
  Eigen::Vector2d const q = angles_for(target, links);
  auto const reached = arm(q, links);
  std::printf("angles %.6f, %.6f reach (%.6f, %.6f)\n", q[0], q[1], reached[0], reached[1]);

  // [call]
  double value = 0;  // a gradient written where it is wanted: into a part of an Eigen vector
  Eigen::Vector4d all = Eigen::Vector4d::Zero();
  constexpr auto energy =
      lz::function<lz::R<2>>([](auto const& p) { return lz::square(p[0]) * p[1]; });
  lz::call(lz::gradient(energy), q, lz::out(value, all.tail<2>()));
  // [/call]

  Eigen::VectorXd const u = solution();
  double const residual = lz::as_eigen(equations(u)).norm();
  std::printf("u in the middle %.6f, residual %.0e\n", u[n / 2], residual);

  bool const right = (lz::as_eigen(reached) - target).norm() < 1e-14 && residual < 1e-10 &&
                     std::abs(all[2] - 2 * q[0] * q[1]) < 1e-15 && all[0] == 0;
  return right ? 0 : 1;
}
