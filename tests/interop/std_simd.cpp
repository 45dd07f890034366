// SPDX-License-Identifier: BSL-1.0
// lz::map with std::experimental::simd.
#include "leibniz/interop/std_simd.hpp"

#include "leibniz/leibniz.hpp"

#include "interop/lane_accuracy.hpp"
#include "interop/lane_maps.hpp"
#include "interop/lane_rows.hpp"

namespace lz = leibniz;

TEST_CASE("std_simd: every row on the lanes of doubles") {
  lz::test::check_rows_on_lanes<std::experimental::native_simd<double>>();
}
TEST_CASE("std_simd: every row on the lanes of floats") {
  lz::test::check_rows_on_lanes<std::experimental::native_simd<float>>();
}
TEST_CASE("std_simd: against 100 digits") {
  lz::test::check_accuracy<std::experimental::native_simd<double>>();
  lz::test::check_accuracy<std::experimental::native_simd<float>>();
}
TEST_CASE("std_simd: maps over every number of points") {
  lz::test::check_maps<std::experimental::native_simd<double>>();
  lz::test::check_maps<std::experimental::native_simd<float>>();
}
TEST_CASE("std_simd: arrays of other number types") {
  lz::test::check_conversions<std::experimental::native_simd<double>>();
  lz::test::check_conversions<std::experimental::native_simd<float>>();
}
