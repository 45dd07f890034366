// SPDX-License-Identifier: BSL-1.0
// lz::map with xsimd's batches.
#include "leibniz/interop/xsimd.hpp"

#include "leibniz/leibniz.hpp"

#include "interop/lane_rows.hpp"

namespace lz = leibniz;

TEST_CASE("xsimd: every row on the lanes of doubles") {
  lz::test::check_rows_on_lanes<xsimd::batch<double>>();
}
TEST_CASE("xsimd: every row on the lanes of floats") {
  lz::test::check_rows_on_lanes<xsimd::batch<float>>();
}
