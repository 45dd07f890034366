// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/agreement.hpp"
#include "kernels/least_squares.hpp"

namespace kernels {

/// Solves min |A x + b| by Householder's reflections; A is given by rows, and at least as high as it is wide.
inline std::vector<double> solve_least_squares(std::vector<std::vector<double>> a,
                                               std::vector<double> b) {
  std::size_t const m = a.size(), n = a[0].size();
  for (std::size_t k = 0; k < n; ++k) {
    double norm = 0;
    for (std::size_t i = k; i < m; ++i) norm = std::hypot(norm, a[i][k]);
    if (norm == 0) continue;
    double const alpha = a[k][k] > 0 ? -norm : norm;
    std::vector<double> v(m);
    for (std::size_t i = k; i < m; ++i) v[i] = a[i][k];
    v[k] -= alpha;
    double const scale = 1 / (norm * (norm + std::abs(a[k][k])));
    auto const reflect = [&](auto const& get) {
      double sum = 0;
      for (std::size_t i = k; i < m; ++i) sum += v[i] * get(i);
      for (std::size_t i = k; i < m; ++i) get(i) -= scale * sum * v[i];
    };
    for (std::size_t j = k; j < n; ++j) reflect([&](std::size_t i) -> double& { return a[i][j]; });
    reflect([&](std::size_t i) -> double& { return b[i]; });
  }
  std::vector<double> x(n);
  for (std::size_t k = n; k-- > 0;) {
    double sum = -b[k];
    for (std::size_t j = k + 1; j < n; ++j) sum -= a[k][j] * x[j];
    x[k] = a[k][k] == 0 ? 0 : sum / a[k][k];
  }
  return x;
}

/// The sum of squares that Levenberg's and Marquardt's method reaches from a problem's start.
template <class Problem, class Jacobian> double minimize(Jacobian const& jacobian) {
  auto x = Problem::start;
  constexpr std::size_t n = std::tuple_size_v<decltype(x)>;
  double damping = 1e-3;
  std::array<double, n> scale{};
  for (int iteration = 0; iteration < 2000 && damping < 1e20; ++iteration) {
    auto const at_x = jacobian(x);
    constexpr std::size_t m = std::tuple_size_v<decltype(at_x.value)>;
    std::vector<std::vector<double>> rows(m + n, std::vector<double>(n));
    std::vector<double> right(m + n);
    for (std::size_t k = 0; k < n; ++k) {
      double norm = 0;
      for (std::size_t i = 0; i < m; ++i) {
        rows[i][k] = at_x.jacobian(int(i), int(k));
        norm = std::hypot(norm, rows[i][k]);
      }
      scale[k] = std::max({scale[k], norm, 1e-30});
      rows[m + k][k] = std::sqrt(damping) * scale[k];
    }
    for (std::size_t i = 0; i < m; ++i) right[i] = at_x.value[i];
    auto const step = solve_least_squares(rows, right);
    auto next = x;
    for (std::size_t k = 0; k < n; ++k) next[k] += step[k];
    if (sum_of_squares(Problem::residuals(next)) < sum_of_squares(at_x.value)) {
      x = next;
      damping = std::max(damping / 5, 1e-20);
    } else {
      damping *= 3;
    }
  }
  return sum_of_squares(Problem::residuals(x));
}

/// What the paper says of a problem's minima is what one finds with its derivatives.
template <class Problem, class Jacobian> void check_minimum(Jacobian const& jacobian) {
  double const found = minimize<Problem>(jacobian);
  bool known = false;
  for (double minimum : Problem::minima)
    known = known || std::abs(found - minimum) <= std::max(1e-15, 5e-6 * minimum);
  CAPTURE(found);
  CHECK(known);
}

/// A problem's derivatives of first and second order, and its minimum.
template <class Problem, lz::order By> void check_problem() {
  static constexpr auto residuals = residuals_of<Problem>;
  static constexpr auto objective = objective_of<Problem>;
  static constexpr auto jacobian = lz::jacobian<By>(residuals);
  static constexpr auto hessian = lz::hessian(objective);
  std::vector<double> const start(Problem::start.begin(), Problem::start.end());
  for (auto const& point : points_near(start, 0.1, 3)) {
    jacobian_agrees(residuals, jacobian, point);
    hessian_agrees(objective, hessian, point);
  }
  same_at_run_time<residuals, jacobian, Problem::start>();
  same_at_run_time<objective, hessian, Problem::start>();
  check_minimum<Problem>(jacobian);
}

}  // namespace kernels
