// SPDX-License-Identifier: BSL-1.0
// What it means that a published number holds.
#include "published.hpp"

using leibniz::test::holds;

TEST_CASE("a number holds within half a unit of its last printed digit") {
  STATIC_REQUIRE(holds(0.7749, "0.77"));
  STATIC_REQUIRE(!holds(0.7751, "0.77"));
  STATIC_REQUIRE(holds(0.7651, "0.77"));
  STATIC_REQUIRE(!holds(0.7649, "0.77"));
  STATIC_REQUIRE(!holds(0.7749, "0.770"));
  STATIC_REQUIRE(holds(-0.161, "-0.161"));
  STATIC_REQUIRE(!holds(0.161, "-0.161"));
  STATIC_REQUIRE(holds(219.6, "220"));
  STATIC_REQUIRE(!holds(219.4, "220"));
}
