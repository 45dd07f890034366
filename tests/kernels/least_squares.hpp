// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/scalar.hpp"

// The test functions of Moré, Garbow and Hillstrom (ACM Transactions on Mathematical Software 7, 1981, 17–41), by their
// numbers there: residuals, whose sum of squares is to be made small, a standard start, and the smallest sums of squares
// that the paper gives (with 6 digits).

namespace kernels {

/// The double nearest to a counter, for formulas in which it stands.
constexpr double real(std::size_t i) { return static_cast<double>(i); }

template <class T, std::size_t M> constexpr T sum_of_squares(std::array<T, M> const& residuals) {
  T sum = residuals[0] * residuals[0];
  for (std::size_t i = 1; i < M; ++i) sum = sum + residuals[i] * residuals[i];
  return sum;
}

/// A problem's residuals and their sum of squares, as differentiable functions of its variables.
template <class Problem> inline constexpr auto residuals_of =
    lz::function<lz::R<static_cast<int>(Problem::start.size())>>(
        [](auto const& x) { return Problem::residuals(x); });
template <class Problem> inline constexpr auto objective_of =
    lz::function<lz::R<static_cast<int>(Problem::start.size())>>(
        [](auto const& x) { return sum_of_squares(Problem::residuals(x)); });

}  // namespace kernels
