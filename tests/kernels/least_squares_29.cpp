// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_21.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

TEST_CASE("Moré, Garbow, Hillstrom 29: discrete integral equation") {
  check_problem<discrete_integral_equation, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 30: broyden tridiagonal") {
  check_problem<broyden_tridiagonal, lz::order::reverse>();
}
TEST_CASE("Moré, Garbow, Hillstrom 31: broyden banded") {
  check_problem<broyden_banded, lz::order::markowitz>();
}
TEST_CASE("Moré, Garbow, Hillstrom 32: linear full rank") {
  check_problem<linear_full_rank, lz::order::lowest_fill>();
}
TEST_CASE("Moré, Garbow, Hillstrom 33: linear rank 1") {
  check_problem<linear_rank_1, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 34: linear rank 1 with zeros") {
  check_problem<linear_rank_1_with_zeros, lz::order::reverse>();
}
TEST_CASE("Moré, Garbow, Hillstrom 35: chebyquad") {
  check_problem<chebyquad, lz::order::markowitz>();
}

}  // namespace kernels
