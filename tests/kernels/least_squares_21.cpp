// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_21.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

TEST_CASE("Moré, Garbow, Hillstrom 21: extended rosenbrock") {
  check_problem<extended_rosenbrock, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 22: extended powell") {
  check_problem<extended_powell, lz::order::reverse>();
}
TEST_CASE("Moré, Garbow, Hillstrom 23: penalty 1") {
  check_problem<penalty_1, lz::order::markowitz>();
}
TEST_CASE("Moré, Garbow, Hillstrom 24: penalty 2") {
  check_problem<penalty_2, lz::order::lowest_fill>();
}
TEST_CASE("Moré, Garbow, Hillstrom 25: variably dimensioned") {
  check_problem<variably_dimensioned, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 26: trigonometric") {
  check_problem<trigonometric, lz::order::reverse>();
}
TEST_CASE("Moré, Garbow, Hillstrom 27: brown almost linear") {
  check_problem<brown_almost_linear, lz::order::markowitz>();
}
TEST_CASE("Moré, Garbow, Hillstrom 28: discrete boundary value") {
  check_problem<discrete_boundary_value, lz::order::lowest_fill>();
}

}  // namespace kernels
