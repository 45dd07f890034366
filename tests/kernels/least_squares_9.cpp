// SPDX-License-Identifier: BSL-1.0
#include "kernels/least_squares_1.hpp"

#include "kernels/minimize.hpp"

namespace kernels {

TEST_CASE("Moré, Garbow, Hillstrom 9: gaussian") { check_problem<gaussian, lz::order::forward>(); }
TEST_CASE("Moré, Garbow, Hillstrom 10: meyer") { check_problem<meyer, lz::order::reverse>(); }
TEST_CASE("Moré, Garbow, Hillstrom 11: gulf") { check_problem<gulf, lz::order::markowitz>(); }
TEST_CASE("Moré, Garbow, Hillstrom 12: box") { check_problem<box, lz::order::lowest_fill>(); }

}  // namespace kernels
