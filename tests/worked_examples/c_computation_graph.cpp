// SPDX-License-Identifier: BSL-1.0
// Example C: computation graphs. What two apples and three oranges cost, and what the total depends on.
#include <leibniz/leibniz.hpp>

#include "published.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using namespace lz::test;

namespace {

constexpr lz::variable<"apple_price"> apple_price;
constexpr lz::variable<"apple_count"> apple_count;
constexpr lz::variable<"orange_price"> orange_price;
constexpr lz::variable<"orange_count"> orange_count;
constexpr lz::variable<"tax"> tax;

constexpr auto apples = lz::let<"apples">(apple_price * apple_count);
constexpr auto oranges = lz::let<"oranges">(orange_price * orange_count);
constexpr auto fruit = lz::let<"fruit">(apples + oranges);

constexpr auto only_apples = apples * tax;
constexpr auto total = fruit * tax;

constexpr auto buy_apples() {
  return lz::gradient(only_apples)(apple_price = opaque(100.0), apple_count = opaque(2.0),
                                   tax = opaque(1.1));
}

// The derivative at every node of the graph, inner ones too.
constexpr auto g = lz::gradient(total, lz::wrt(apple_price, apple_count, orange_price, orange_count,
                                               tax, apples, oranges, fruit));
constexpr auto buy() {
  return g(apple_price = opaque(100.0), apple_count = opaque(2.0), orange_price = opaque(150.0),
           orange_count = opaque(3.0), tax = opaque(1.1));
}

/// Within rounding: 200 times the double next to 1.1 is 220.00000000000003.
constexpr bool is(double computed, double published) { return close(computed, published, 1e-15); }

}  // namespace

TEST_CASE("C: two apples") {
  LEIBNIZ_CHECK_BOTH([] { return is(buy_apples().value, 220); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy_apples()[apple_price], 2.2); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy_apples()[apple_count], 110); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy_apples()[tax], 200); });
}

TEST_CASE("C: two apples and three oranges") {
  LEIBNIZ_CHECK_BOTH([] { return is(buy().value, 715); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[apple_price], 2.2); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[apple_count], 110); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[orange_price], 3.3); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[orange_count], 165); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[tax], 650); });
}

TEST_CASE("C: values and derivatives at the inner nodes of the graph") {
  LEIBNIZ_CHECK_BOTH(
      [] { return is(apples(apple_price = opaque(100.0), apple_count = opaque(2.0)), 200); });
  LEIBNIZ_CHECK_BOTH(
      [] { return is(oranges(orange_price = opaque(150.0), orange_count = opaque(3.0)), 450); });
  LEIBNIZ_CHECK_BOTH([] {
    return is(fruit(apple_price = opaque(100.0), apple_count = opaque(2.0),
                    orange_price = opaque(150.0), orange_count = opaque(3.0)),
              650);
  });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[apples], 1.1); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[oranges], 1.1); });
  LEIBNIZ_CHECK_BOTH([] { return is(buy()[fruit], 1.1); });
}

TEST_CASE("C: the drawn graph shows value and derivative at its nodes") {
  constexpr auto drawing = lz::to_dot(total, apple_price = 100.0, apple_count = 2,
                                      orange_price = 150.0, orange_count = 3, tax = 1.1);
  for (char const* shown :
       {"apple_price", "orange_count", "tax", "200", "450", "650", "715", "165", "1.1"}) {
    INFO(shown);
    CHECK(drawing.view().find(shown) != std::string_view::npos);
  }
}

namespace {
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto t = lz::let<"t">(x + y);
constexpr auto z = pow(t, 2_c);
}  // namespace

TEST_CASE("C: z = t^2, t = x + y") {
  STATIC_REQUIRE(lz::derivative(z, x) == 2 * (x + y));
  STATIC_REQUIRE(lz::derivative(z, t) == 2 * t);
  STATIC_REQUIRE(lz::derivative(t, x) == 1);
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative(z, x)(x = opaque(2.0), y = opaque(3.0)) == 10; });
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative(z, y)(x = opaque(2.0), y = opaque(3.0)) == 10; });
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative(z, t)(x = opaque(2.0), y = opaque(3.0)) == 10; });
}
