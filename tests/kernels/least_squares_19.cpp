// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_13.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

TEST_CASE("Moré, Garbow, Hillstrom 19: osborne 2") {
  check_problem<osborne_2, lz::order::forward, false>();
}
TEST_CASE("Moré, Garbow, Hillstrom 20: watson") {
  check_problem<watson, lz::order::forward, false>();
}

}  // namespace kernels
