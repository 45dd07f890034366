// SPDX-License-Identifier: BSL-1.0
// lz::simplify: what becomes cheaper, and that it stays the same function.
#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

template <class F> constexpr lz::operation_count cost(F const& f) { return lz::cost(f); }

}  // namespace

TEST_CASE("identities make formulas smaller") {
  STATIC_REQUIRE(cost(simplify(square(sin(x)) + square(cos(x)))).operations == 0);
  STATIC_REQUIRE(cost(simplify(y * sin(x) * sin(x) + y * cos(x) * cos(x))).operations <= 1);
  STATIC_REQUIRE(cost(simplify(exp(x) * exp(y))).calls == 1);
  STATIC_REQUIRE(cost(simplify(log(exp(x + y)))).calls == 0);
  STATIC_REQUIRE(cost(simplify(exp(log(x)) * y)).operations == 1);
  STATIC_REQUIRE(cost(simplify(sqrt(x) * sqrt(x))).operations == 0);
  STATIC_REQUIRE(cost(simplify(x * y + x * z)).operations == 2);
  STATIC_REQUIRE(cost(simplify(x / y / z)).divisions == 1);
  STATIC_REQUIRE(cost(simplify(x * x * y + 2 * x * x * y)).multiplications == 3);
  STATIC_REQUIRE(cost(simplify((x + y) * (x - y) * z)).operations <= 4);
}

TEST_CASE("quotients with one divisor share its reciprocal") {
  constexpr auto f = lz::vector(simplify(x / z), y / z, sin(x) / z);
  STATIC_REQUIRE(lz::cost(f).divisions == 1);
  STATIC_REQUIRE(lz::cost(lz::vector(x / z, y / z, sin(x) / z)).divisions == 3);
}

TEST_CASE("a simplified formula is the same function, its derivatives too") {
  constexpr auto f = exp(x) * exp(y) / (1 + exp(x) * exp(y)) + x / y / (1 + x * x);
  constexpr auto g = simplify(f);
  STATIC_REQUIRE(g == f);
  STATIC_REQUIRE(derivative(g, x) == derivative(f, x));
  STATIC_REQUIRE(lz::cost(g).operations < lz::cost(f).operations);
  STATIC_REQUIRE(lz::cost(lz::gradient(g)).operations < lz::cost(lz::gradient(f)).operations);
  for (double a : {-1.5, 0.25, 2.0})
    for (double b : {-0.5, 0.75}) {
      auto const plain = lz::gradient(f)(x = a, y = b), simple = lz::gradient(g)(x = a, y = b);
      CHECK(close(simple.value, plain.value, 1e-14));
      CHECK(close(simple[x], plain[x], 1e-14));
      CHECK(close(simple[y], plain[y], 1e-14));
    }
}

TEST_CASE("without simplify a value is computed as it was written") {
  STATIC_REQUIRE(lz::cost(x / y / z).divisions == 2);
  STATIC_REQUIRE(lz::cost(exp(x) * exp(y)).calls == 2);
  CHECK((x / y / z)(x = opaque(1e-200), y = opaque(1e200), z = opaque(1e-200)) == 0);
}

TEST_CASE("the text of a simplified formula is collected") {
  STATIC_REQUIRE(to_string(simplify(x * x * y + 2 * x * x * y)) == "3*x^2*y");
  STATIC_REQUIRE(to_string(simplify(exp(x) * exp(y))) == "exp(x + y)");
}

TEST_CASE("a product of equal choices is not the choice") {
  constexpr auto choice = where(x < y, x, y);
  CHECK(simplify(choice * choice)(x = opaque(3.0), y = 5.0) == 9);
  CHECK(simplify(1_c / choice / choice)(x = opaque(2.0), y = 5.0) == 0.25);
}
