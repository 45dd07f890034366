// SPDX-License-Identifier: BSL-1.0
#include "leibniz/schedule/cost.hpp"

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;

namespace {
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
}  // namespace

TEST_CASE("operations by kind") {
  constexpr auto c = lz::cost((x + y) * (x - y) / sin(x) - square(y) * -x);
  STATIC_REQUIRE(c.additions == 3);
  STATIC_REQUIRE(c.multiplications == 3);
  STATIC_REQUIRE(c.divisions == 1);
  STATIC_REQUIRE(c.calls == 1);
  STATIC_REQUIRE(c.nodes == c.operations + 2);
  STATIC_REQUIRE(lz::cost(x).operations == 0);
  STATIC_REQUIRE(lz::cost(where(x < y, sqrt(x), abs(y))).operations == 4);
}

TEST_CASE("what is shared counts once, what is dead not at all") {
  STATIC_REQUIRE(lz::cost(sin(x) * sin(x) + cos(sin(x))).calls == 2);
  STATIC_REQUIRE(lz::cost(lz::derivative(x * x + exp(y), x)).calls == 0);
  STATIC_REQUIRE(lz::cost(lz::gradient(exp(x * y))).calls == 1);
  STATIC_REQUIRE(lz::cost(pow(x, 8_c)).multiplications == 3);
  STATIC_REQUIRE(lz::cost(pow(x, 7_c) + pow(x, 6_c)).multiplications == 5);
}

TEST_CASE("a gradient costs a small multiple of its value") {
  constexpr auto f = exp(sin(x * y) + x / y) * tanh(x + y) * sqrt(x * x + y * y);
  STATIC_REQUIRE(lz::cost(lz::gradient(f)).operations <= 4 * lz::cost(f).operations);
  STATIC_REQUIRE(lz::cost(lz::gradient(f)).calls <= 2 * lz::cost(f).calls);
}

TEST_CASE("what halves and doubles cancels, and signs are not computed twice") {
  constexpr lz::variable<"z"> z;
  // x², y², their sum, its root r, then 1/r, x/r and y/r
  STATIC_REQUIRE(lz::cost(lz::gradient(sqrt(x * x + y * y))).operations == 7);
  // x*y, its negative, z times that
  STATIC_REQUIRE(lz::cost(lz::vector(-(x * y), -(z * (x * y)))).operations == 3);
  STATIC_REQUIRE(lz::cost(lz::vector(-(x * y), z * (x * y))).operations == 3);
  // the condition, x², its half, three choices
  STATIC_REQUIRE(lz::cost(lz::gradient(where(x < y, square(x) / 2_c, y))).operations == 6);
}
