// SPDX-License-Identifier: BSL-1.0
// The factors of the chain rule are formed in the order that shares most, and are right in every order.
#include "leibniz/derive/chain_rule.hpp"

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::opaque;

namespace {
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
}  // namespace

TEST_CASE("quotients by one divisor, whichever is written first") {
  // the reciprocal stands before the quotients in the first graph, after them in the second
  static constexpr auto before = 1_c / y + x * (x / y);
  static constexpr auto after = x * (x / y) + 1_c / y;
  LEIBNIZ_CHECK_BOTH([] {
    auto const a = lz::gradient(before)(x = opaque(3.0), y = opaque(2.0));
    auto const b = lz::gradient(after)(x = opaque(3.0), y = opaque(2.0));
    return a[x] == 3 && a[y] == -2.5 && b[x] == 3 && b[y] == -2.5;
  });
  STATIC_REQUIRE(lz::derivative(before, y) == -(1_c + x * x) / (y * y));
}

TEST_CASE("both derivatives of a quotient share one division") {
  STATIC_REQUIRE(lz::cost(lz::gradient(x / y)).divisions == 2);  // x/y and 1/y
  STATIC_REQUIRE(lz::cost(lz::gradient(sin(x / y))).divisions == 2);
}

TEST_CASE("a seed of 1 and partials of 1 leave no trace") {
  STATIC_REQUIRE(lz::cost(lz::gradient(x + y)).operations == 1);
  STATIC_REQUIRE(lz::cost(lz::derivative(x + exp(y), x)).operations == 0);
  STATIC_REQUIRE(lz::cost(lz::gradient(exp(x))).operations == 1);
}
