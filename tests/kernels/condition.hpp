// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <vector>

#include "kernels/flat.hpp"
#include "kernels/oracles.hpp"

// How much of a relative change of a kernel's inputs arrives in its results: what rounding may change, too.

namespace kernels {

/// An entry is compared with itself or, where terms of it cancel, with this part of its row's largest.
inline constexpr double cancelled_part = 1e-2;

template <class Matrix> table_of table(Matrix const& m) {
  return {static_cast<std::size_t>(m.cols()), {m.data(), m.data() + m.rows() * m.cols()}};
}
template <std::size_t N> table_of table(std::array<double, N> const& row) {
  return {N, {row.begin(), row.end()}};
}
inline table_of table(double number) { return {1, {number}}; }

/// What a verb returns: the outputs' values are one row, a gradient is one.
template <class Result> std::vector<table_of> tables_of(Result const& r) {
  std::vector<table_of> all;
  if constexpr (requires { r.value; }) all.push_back(table(r.value));
  else all.push_back(table(r));
  if constexpr (requires { r.gradient; }) all.push_back(table(r.gradient));
  if constexpr (requires { r.jacobian; }) all.push_back(table(r.jacobian));
  if constexpr (requires { r.hessian; }) all.push_back(table(r.hessian));
  return all;
}

/// What each entry of a table is measured by.
inline std::vector<double> sizes(table_of const& t) {
  std::vector<double> all;
  for (std::size_t row = 0; row < t.entries.size(); row += t.columns) {
    double largest = 0;
    for (std::size_t k = 0; k < t.columns; ++k)
      largest = std::max(largest, std::abs(t.entries[row + k]));
    for (std::size_t k = 0; k < t.columns; ++k)
      all.push_back(std::max(std::abs(t.entries[row + k]), cancelled_part * largest));
  }
  return all;
}

/// The results of a kernel at a point, and of each entry r the sum of |x ∂r/∂x| over all inputs x, passive ones too.
struct sensitivity {
  std::vector<table_of> results, moved;

  /// The largest componentwise condition number of an entry of a table, sum / |r|, and at least 1.
  /// (Higham: Accuracy and Stability of Numerical Algorithms, 2002, section 1.6; Gohberg, Koltracht: Mixed,
  /// componentwise, and structured condition numbers, SIAM Journal on Matrix Analysis 14, 1993)
  double condition(std::size_t t) const {
    auto const size = sizes(results[t]);
    double largest = 1;
    for (std::size_t e = 0; e < size.size(); ++e)
      if (size[e] > 0) largest = std::max(largest, moved[t].entries[e] / size[e]);
    return largest;
  }
};
/// By central differences: a condition number needs no more than a few digits.
template <class F, class Callable>
sensitivity sensitivity_of(Callable const& callable, std::vector<double> x) {
  sensitivity all;
  all.results = all.moved = tables_of(flat<F>::call(callable, x.data()));
  for (table_of& t : all.moved) std::fill(t.entries.begin(), t.entries.end(), 0.0);
  for (double& each : x) {
    double const at = each, part = 0x1p-17;
    each = at * (1 + part);
    auto const above = tables_of(flat<F>::call(callable, x.data()));
    each = at * (1 - part);
    auto const below = tables_of(flat<F>::call(callable, x.data()));
    each = at;
    for (std::size_t t = 0; t < all.moved.size(); ++t)
      for (std::size_t e = 0; e < all.moved[t].entries.size(); ++e)
        all.moved[t].entries[e] += std::abs(above[t].entries[e] - below[t].entries[e]) / (2 * part);
  }
  return all;
}

}  // namespace kernels
