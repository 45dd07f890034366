// SPDX-License-Identifier: BSL-1.0
// lz::map with std::experimental::simd.
#include "leibniz/interop/std_simd.hpp"

#include "leibniz/leibniz.hpp"

#include "interop/lane_rows.hpp"

namespace lz = leibniz;

TEST_CASE("std_simd: every row on the lanes of doubles") {
  lz::test::check_rows_on_lanes<std::experimental::native_simd<double>>();
}
TEST_CASE("std_simd: every row on the lanes of floats") {
  lz::test::check_rows_on_lanes<std::experimental::native_simd<float>>();
}
