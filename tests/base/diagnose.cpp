// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/diagnose.hpp"

#include <string_view>

#include "check.hpp"

TEST_CASE("numbers as parts of a sentence") {
  STATIC_REQUIRE(leibniz::digits<0>().view() == "0");
  STATIC_REQUIRE(leibniz::digits<9>().view() == "9");
  STATIC_REQUIRE(leibniz::digits<10>().view() == "10");
  STATIC_REQUIRE(leibniz::digits<99>().view() == "99");
  STATIC_REQUIRE(leibniz::digits<100>().view() == "100");
  STATIC_REQUIRE(leibniz::digits<1234567890>().view() == "1234567890");
}
