// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/extent.hpp"

#include <array>
#include <complex>
#include <span>
#include <vector>

#include "check.hpp"
#include "leibniz/base/matrix.hpp"

using leibniz::extent_of;

TEST_CASE("the length of what has one in its type, else -1") {
  STATIC_REQUIRE(extent_of<double[3]>() == 3);
  STATIC_REQUIRE(extent_of<double[3][2]>() == 3);
  STATIC_REQUIRE(extent_of<std::array<double, 5>>() == 5);
  STATIC_REQUIRE(extent_of<std::array<double, 0>>() == 0);
  STATIC_REQUIRE(extent_of<std::span<double, 4>>() == 4);
  STATIC_REQUIRE(extent_of<leibniz::matrix<double, 2, 3>>() == 6);
  STATIC_REQUIRE(extent_of<std::span<double>>() == -1);
  STATIC_REQUIRE(extent_of<std::vector<double>>() == -1);
  STATIC_REQUIRE(extent_of<std::complex<double>>() == -1);
  STATIC_REQUIRE(extent_of<double>() == -1);
  STATIC_REQUIRE(extent_of<double*>() == -1);
}
