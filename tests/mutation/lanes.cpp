// SPDX-License-Identifier: BSL-1.0
// What is compiled with one mistake at a time in what computes several numbers at once (tools/mutate.py).
#include "leibniz/interop/std_simd.hpp"

#include "leibniz/leibniz.hpp"

#include "interop/lane_accuracy.hpp"

TEST_CASE("std_simd: doubles against 100 digits") {
  leibniz::test::check_accuracy<std::experimental::native_simd<double>>();
}
TEST_CASE("std_simd: floats against 100 digits") {
  leibniz::test::check_accuracy<std::experimental::native_simd<float>>();
}
