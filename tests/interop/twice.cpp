// SPDX-License-Identifier: BSL-1.0
// lz::map with two of xsimd's batches at once.
#include "leibniz/interop/twice.hpp"

#include "leibniz/interop/xsimd.hpp"
#include "leibniz/leibniz.hpp"

#include "interop/lane_maps.hpp"
#include "interop/lane_rows.hpp"

namespace lz = leibniz;

TEST_CASE("twice: every row on the lanes of doubles") {
  lz::test::check_rows_on_lanes<lz::twice<xsimd::batch<double>>>();
}
TEST_CASE("twice: maps over every number of points") {
  lz::test::check_maps<lz::twice<xsimd::batch<double>>>();
  lz::test::check_maps<lz::twice<xsimd::batch<float>>>();
}
