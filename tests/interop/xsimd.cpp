// SPDX-License-Identifier: BSL-1.0
// lz::map with xsimd's batches.
#include "leibniz/interop/xsimd.hpp"

#include "leibniz/leibniz.hpp"

#include "interop/lane_accuracy.hpp"
#include "interop/lane_maps.hpp"
#include "interop/lane_rows.hpp"

namespace lz = leibniz;

TEST_CASE("xsimd: every row on the lanes of doubles") {
  lz::test::check_rows_on_lanes<xsimd::batch<double>>();
}
TEST_CASE("xsimd: every row on the lanes of floats") {
  lz::test::check_rows_on_lanes<xsimd::batch<float>>();
}
TEST_CASE("xsimd: against 100 digits") {
  lz::test::check_accuracy<xsimd::batch<double>>();
  lz::test::check_accuracy<xsimd::batch<float>>();
}
TEST_CASE("xsimd: maps over every number of points") {
  lz::test::check_maps<xsimd::batch<double>>();
  lz::test::check_maps<xsimd::batch<float>>();
}
TEST_CASE("xsimd: arrays of other number types") {
  lz::test::check_conversions<xsimd::batch<double>>();
  lz::test::check_conversions<xsimd::batch<float>>();
}
