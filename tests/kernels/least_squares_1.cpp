// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_1.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

TEST_CASE("Moré, Garbow, Hillstrom 1: rosenbrock") {
  check_problem<rosenbrock, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 2: freudenstein roth") {
  check_problem<freudenstein_roth, lz::order::reverse>();
}
TEST_CASE("Moré, Garbow, Hillstrom 3: powell badly scaled") {
  check_problem<powell_badly_scaled, lz::order::markowitz>();
}
TEST_CASE("Moré, Garbow, Hillstrom 4: brown badly scaled") {
  check_problem<brown_badly_scaled, lz::order::lowest_fill>();
}
TEST_CASE("Moré, Garbow, Hillstrom 5: beale") { check_problem<beale, lz::order::forward>(); }
TEST_CASE("Moré, Garbow, Hillstrom 6: jennrich sampson") {
  check_problem<jennrich_sampson, lz::order::reverse>();
}
TEST_CASE("Moré, Garbow, Hillstrom 7: helical valley") {
  check_problem<helical_valley, lz::order::markowitz>();
}
TEST_CASE("Moré, Garbow, Hillstrom 8: bard") { check_problem<bard, lz::order::lowest_fill>(); }

}  // namespace kernels
