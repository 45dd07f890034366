// SPDX-License-Identifier: BSL-1.0
#include "leibniz/expression/let.hpp"

#include <boost/hana/size.hpp>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto h = lz::let<"h">(tanh(x * y));
constexpr auto k = lz::let<"k">(h * h + x);
constexpr auto f = h * x + k * k;

}  // namespace

TEST_CASE("a let evaluates to its formula") {
  LEIBNIZ_CHECK_BOTH([] {
    return h(x = opaque(0.5), y = opaque(1.0)) == tanh(x * y)(x = opaque(0.5), y = opaque(1.0));
  });
  STATIC_REQUIRE(h == tanh(x * y));
  STATIC_REQUIRE(to_string(h * x) == "h*x");
  STATIC_REQUIRE(to_string(pow(lz::let<"s">(-x), 2_c)) == "s^2");
}

TEST_CASE("the derivative by a let holds everything else fixed") {
  STATIC_REQUIRE(lz::derivative(f, k) == 2 * k);
  STATIC_REQUIRE(lz::derivative(f, h) == x + 4 * k * h);  // through k, which is made of h
  STATIC_REQUIRE(lz::derivative(h, h) == 1);
  STATIC_REQUIRE(lz::derivative(x * y, h) == 0);
  STATIC_REQUIRE(lz::derivative(k, h) == 2 * h);
  STATIC_REQUIRE(lz::derivative(h * x, x) == h + x * y * (1 - h * h));
}

TEST_CASE("a derivative by a let keeps it as a named intermediate: a later one goes through it") {
  constexpr auto by_h = lz::derivative(square(h), h);  // 2 h
  STATIC_REQUIRE(by_h == 2 * h);
  STATIC_REQUIRE(lz::derivative(by_h, h) == 2);
  STATIC_REQUIRE(lz::derivative(by_h, x) == 2 * y * (1 - h * h));
  LEIBNIZ_CHECK_BOTH([] {
    double const t = h(x = opaque(0.5), y = opaque(1.5));
    return close(lz::derivative(square(h), h, x)(x = opaque(0.5), y = opaque(1.5)),
                 2 * 1.5 * (1 - t * t), 1e-15);
  });
}

TEST_CASE("lets are in a gradient only when named") {
  auto const all = lz::gradient(f)(x = opaque(0.5), y = opaque(1.5));
  static_assert(decltype(boost::hana::size(all.gradient))::value == 2);
  LEIBNIZ_CHECK_BOTH([] {
    auto const g = lz::gradient(f, lz::wrt(k, h, x))(x = opaque(0.5), y = opaque(1.5));
    double const a = h(x = opaque(0.5), y = opaque(1.5)), b = a * a + 0.5;
    return close(g[k], 2 * b, 1e-15) && close(g[h], 0.5 + 4 * a * b, 1e-15) &&
           close(g[x], lz::derivative(f, x)(x = 0.5, y = 1.5), 1e-15);
  });
}

TEST_CASE("lets of equal formulas and other names are independent") {
  static constexpr auto a = lz::let<"a">(x * y);
  static constexpr auto b = lz::let<"b">(x * y);
  STATIC_REQUIRE(lz::derivative(a * b, a) == b);
  STATIC_REQUIRE(lz::derivative(a * a * b, b) == a * a);
  LEIBNIZ_CHECK_BOTH([] {
    auto const g = lz::gradient(a * a * b, lz::wrt(a, b))(x = opaque(2.0), y = opaque(3.0));
    return g[a] == 72 && g[b] == 36;
  });
}

TEST_CASE("a let of a formula with plain numbers") {
  static constexpr auto s = lz::let<"s">(2.0 * x + 1.0);
  constexpr auto g = 3.0 * s * s + 5.0 * s;
  LEIBNIZ_CHECK_BOTH([] { return (3.0 * s * s + 5.0 * s)(x = opaque(1.0)) == 42; });
  CHECK(lz::derivative(g, s)(x = opaque(1.0)) == 23);
  CHECK(lz::derivative(g, x)(x = opaque(1.0)) == 46);
  CHECK(lz::gradient(g, lz::wrt(s, x))(x = opaque(1.0))[s] == 23);
  CHECK(lz::gradient(g, lz::wrt(x))(x = opaque(1.0))[x] == 46);
}

// One name with two formulas is an error; where only the plain numbers differ, the types cannot tell.
TEST_CASE("lets of one name and other plain numbers", "[!shouldfail]") {
  auto const two = lz::let<"s">(2.0 * x), three = lz::let<"s">(3.0 * x);
  CHECK((two + three)(x = 1.0) == 5);
}
