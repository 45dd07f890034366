// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_13.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

TEST_CASE("Moré, Garbow, Hillstrom 13: powell singular") {
  check_problem<powell_singular, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 14: wood") { check_problem<wood, lz::order::reverse>(); }
TEST_CASE("Moré, Garbow, Hillstrom 15: kowalik osborne") {
  check_problem<kowalik_osborne, lz::order::markowitz>();
}
TEST_CASE("Moré, Garbow, Hillstrom 16: brown dennis") {
  check_problem<brown_dennis, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 17: osborne 1") {
  check_problem<osborne_1, lz::order::forward>();
}
TEST_CASE("Moré, Garbow, Hillstrom 18: biggs") { check_problem<biggs, lz::order::reverse>(); }

}  // namespace kernels
