// SPDX-License-Identifier: BSL-1.0
// The test helpers themselves.
#include "check.hpp"

#include <limits>
#include <type_traits>

using namespace leibniz::test;

TEST_CASE("a body runs in a constant expression and at run time") {
  static int runs = 0;
  LEIBNIZ_CHECK_BOTH([] {
    if (!std::is_constant_evaluated()) ++runs;
    return opaque(2.0) + opaque(2.0) == 4.0;
  });
  CHECK(runs == 1);
}

TEST_CASE("a body that is wrong at run time only is found", "[!shouldfail]") {
  LEIBNIZ_CHECK_BOTH([] { return opaque(std::is_constant_evaluated() ? 4.0 : 5.0) == 4.0; });
}

TEST_CASE("near counts floating-point numbers") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double largest = std::numeric_limits<double>::max();
  constexpr double tiny = std::numeric_limits<double>::denorm_min();
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  constexpr double step = std::numeric_limits<double>::epsilon();
  STATIC_REQUIRE(near(1.0, 1.0 + step, 1));
  STATIC_REQUIRE(!near(1.0, 1.0 + step, 0));
  STATIC_REQUIRE(near(-1.0, -1.0 - 2 * step, 2));
  STATIC_REQUIRE(!near(-1.0, -1.0 - 2 * step, 1));
  STATIC_REQUIRE(near(0.0, -0.0, 0));
  STATIC_REQUIRE(near(-tiny, tiny, 2));
  STATIC_REQUIRE(!near(-tiny, tiny, 1));
  STATIC_REQUIRE(!near(1.0, -1.0, 1'000'000));
  STATIC_REQUIRE(near(nan, nan, 0));
  STATIC_REQUIRE(!near(nan, 1.0, 1'000'000));
  STATIC_REQUIRE(near(infinity, infinity, 0));
  STATIC_REQUIRE(!near(infinity, largest, 1));
  STATIC_REQUIRE(!near(infinity, -infinity, 1));
  STATIC_REQUIRE(near(1.0f, 1.0f + std::numeric_limits<float>::epsilon(), 1));
}

TEST_CASE("close measures the relative error") {
  STATIC_REQUIRE(close(100.0, 101.0, 0.01));
  STATIC_REQUIRE(!close(100.0, 102.0, 0.01));
  STATIC_REQUIRE(close(-100.0, -101.0, 0.01));
  STATIC_REQUIRE(!close(1.0, -1.0, 0.5));
  STATIC_REQUIRE(close(0.0, 0.0, 0.0));
  CHECK(!close(std::numeric_limits<double>::quiet_NaN(), 1.0, 1.0));
}

TEST_CASE("bits tell apart what equality does not") {
  STATIC_REQUIRE(bits(0.0) != bits(-0.0));
  STATIC_REQUIRE(bits(1.5f) == bits(1.5f));
}
