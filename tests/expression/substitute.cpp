// SPDX-License-Identifier: BSL-1.0
#include "leibniz/expression/substitute.hpp"

#include <cmath>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::substitute;
using lz::test::opaque;

namespace {
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::parameter<"p"> p;
}  // namespace

TEST_CASE("replacements take place all at once") {
  STATIC_REQUIRE(substitute(x - y, x = y, y = x) == y - x);
  STATIC_REQUIRE(substitute(x * x + y, x = y + 1, y = x * y) == (y + 1) * (y + 1) + x * y);
  STATIC_REQUIRE(substitute(x, x = y) == y);
  STATIC_REQUIRE(substitute(sin(x), y = 2_c) == sin(x));
  LEIBNIZ_CHECK_BOTH(
      [] { return substitute(x - 2_c * y, x = y, y = x)(x = opaque(1.0), y = opaque(5.0)) == 3; });
}

TEST_CASE("numbers, constants, parameters") {
  STATIC_REQUIRE(substitute(x * y, x = 3_c) == 3 * y);
  STATIC_REQUIRE(substitute(x * y, x = 3) == 3 * y);
  STATIC_REQUIRE(substitute(p * x, p = 3_c) == 3 * x);
  STATIC_REQUIRE(substitute(p * x, p = x, x = y) == x * y);
  STATIC_REQUIRE(substitute(2.5 * x * y, x = 3.5 * y) == 8.75 * y * y);
  LEIBNIZ_CHECK_BOTH([] { return substitute(p * x, p = 3_c)(x = opaque(2.0)) == 6; });
  CHECK(substitute(p * x + 1.5, x = 2.5 * y, p = 0.5)(y = opaque(2.0)) == 4);
}

TEST_CASE("substitution and derivatives nest either way") {
  STATIC_REQUIRE(lz::derivative(substitute(x * x, x = sin(y)), y) == 2 * sin(y) * cos(y));
  STATIC_REQUIRE(substitute(lz::derivative(x * x, x), x = sin(y)) == 2 * sin(y));
  STATIC_REQUIRE(lz::derivative(substitute(x * x, x = y), x) == 0);
  STATIC_REQUIRE(substitute(lz::derivative(sin(x * y), x), x = y, y = x) == x * cos(x * y));
  STATIC_REQUIRE(lz::derivative(substitute(lz::derivative(x * x * x, x), x = 2 * y), y) == 24 * y);
  STATIC_REQUIRE(substitute(substitute(x * y, x = y), y = x) == x * x);
}

TEST_CASE("gradients, text and lets of what was substituted") {
  LEIBNIZ_CHECK_BOTH([] {
    return lz::gradient(substitute(x * x, x = y * y))(x = opaque(0.0), y = opaque(2.0))[y] == 32;
  });
  STATIC_REQUIRE(to_string(substitute(x * x, x = y)) == "y^2");
  constexpr auto h = lz::let<"h">(x * y);
  STATIC_REQUIRE(substitute(h * h, x = 2_c) == 4 * y * y);
  STATIC_REQUIRE(substitute(where(x < y, x, y), x = y, y = x) == where(y < x, y, x));
}

// A variable that was replaced no longer occurs.
TEST_CASE("dependence after a substitution") {
  CHECK(!lz::depends_on(substitute(x * x, x = y), x));
}
