// SPDX-License-Identifier: BSL-1.0
// Constants of derivatives collected: fewer operations, the same numbers, and values as they were written.
#include "catch.hpp"
#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz;
using lz::test::big;

namespace {

/// A graph in which x, y and r are inputs, root 0 is a value and the others derivatives.
struct example {
  graph::builder g;
  int x = g.input(operation::variable, "x"), y = g.input(operation::variable, "y"),
      r = g.input(operation::variable, "r");
  int constant(std::int64_t n, std::int64_t d = 1) { return g.constant(rational(n, d)); }
  int times(int a, int b) { return g.apply(info_of<multiply_entry>, a, b); }
  int over(int a, int b) { return g.apply(info_of<divide_entry>, a, b); }
  int plus(int a, int b) { return g.apply(info_of<add_entry>, a, b); }
  int minus(int a, int b) { return g.apply(info_of<subtract_entry>, a, b); }
  int negative(int a) { return g.apply(info_of<negate_entry>, a); }
};

graph::builder collected(graph::builder const& from) {
  graph::builder constants, result;
  simplification::collect_constants(constants, from.view(), 1);
  simplification::tidy(result, constants.view());
  return result;
}

/// Operations after collecting; the roots are what they were, the value bit for bit.
int operations(graph::builder const& from) {
  graph::builder const after = collected(from);
  double const at[] = {0.7, -1.3, 2.1};
  big const exact[] = {big("0.7"), big("-1.3"), big("2.1")};
  lz::test::interpreted<double> before(from.view()), rounded(after.view());
  before(at), rounded(at);
  CHECK(lz::test::bits(before.root(0)) == lz::test::bits(rounded.root(0)));
  lz::test::interpreted<big> wanted(from.view()), found(after.view());
  wanted(exact), found(exact);
  for (int root = 0; root < wanted.roots(); ++root)
    CHECK(abs(wanted.root(root) - found.root(root)) <= 1e-90 * abs(wanted.root(root)));
  return schedule::count(after.view()).operations;
}

}  // namespace

TEST_CASE("constants meet on their way outwards") {
  example of;  // (2·x)·(y/(2·r))
  of.g.root(of.x);
  of.g.root(
      of.times(of.times(of.constant(2), of.x), of.over(of.y, of.times(of.constant(2), of.r))));
  CHECK(operations(of.g) == 2);
}
TEST_CASE("a sum of equal multiples is a multiple of the sum") {
  example of;  // −(2·x + 2·y·r)
  of.g.root(of.x);
  of.g.root(of.negative(
      of.plus(of.times(of.constant(2), of.x), of.times(of.times(of.constant(2), of.y), of.r))));
  CHECK(operations(of.g) == 3);
}
TEST_CASE("a sum of opposite multiples is a multiple of the difference") {
  for (bool subtracted : {false, true}) {
    example of;
    int const a = of.times(of.constant(-3), of.x),
              b = of.times(of.constant(subtracted ? -3 : 3), of.times(of.y, of.r));
    of.g.root(of.x);
    of.g.root(subtracted ? of.minus(a, b) : of.plus(a, b));
    CHECK(operations(of.g) == 3);
  }
}
TEST_CASE("a multiple that is computed anyway is used by what is twice as large") {
  example of;  // 200·y, and 2·x + r·(400·y)
  of.g.root(of.x);
  of.g.root(of.times(of.constant(200), of.y));
  of.g.root(
      of.plus(of.times(of.constant(2), of.x), of.times(of.r, of.times(of.constant(400), of.y))));
  CHECK(operations(of.g) == 4);
}
TEST_CASE("so is one that a value needs, or that is used more than once") {
  for (bool by_value : {false, true}) {
    example of;  // r·(200·y), and 2·x + r·(400·y)
    int const multiple = of.times(of.constant(200), of.y);
    of.g.root(by_value ? of.times(of.r, multiple) : of.x);
    if (!by_value) {
      of.g.root(of.g.apply(info_of<sin_entry>, multiple));
      of.g.root(of.g.apply(info_of<cos_entry>, multiple));
    }
    of.g.root(
        of.plus(of.times(of.constant(2), of.x), of.times(of.r, of.times(of.constant(400), of.y))));
    CHECK(operations(of.g) == (by_value ? 4 : 6));
  }
}
TEST_CASE("but not by what is another multiple: that would round once more") {
  example of;  // 300·y, and x·(100·y)
  of.g.root(of.x);
  of.g.root(of.times(of.constant(300), of.y));
  of.g.root(of.times(of.x, of.times(of.constant(100), of.y)));
  graph::builder const after = collected(of.g);
  for (int i = 0; i < after.size(); ++i)
    CHECK((!after.is_constant(i) || after.value_of(i).integer()));
}
TEST_CASE("a quotient that is computed anyway is used for a product with a reciprocal") {
  example of;  // x/r, and x·(1/r), y·(1/r)
  of.g.root(of.over(of.x, of.r));
  int const reciprocal = of.over(of.constant(1), of.r);
  of.g.root(of.times(of.x, reciprocal));
  of.g.root(of.times(of.y, reciprocal));
  CHECK(operations(of.g) == 3);
}
TEST_CASE("reciprocals of multiples are multiples of one reciprocal") {
  example of;  // 1/r, x/(4·r)·4, 1/(2·r)
  of.g.root(of.x);
  of.g.root(of.over(of.constant(1), of.r));
  of.g.root(of.over(of.constant(1), of.times(of.constant(2), of.r)));
  CHECK(operations(of.g) == 2);
}
TEST_CASE("a common factor of two products is multiplied once") {
  example const names;
  int const x = names.x, y = names.y, r = names.r;
  // wherever it stands
  for (auto const& p : {std::array{x, y, x, r}, {x, y, y, r}, {x, r, y, r}, {y, r, x, y}}) {
    example of;
    of.g.root(of.x);
    of.g.root(of.minus(of.times(p[0], p[1]), of.times(p[2], p[3])));
    CHECK(operations(of.g) == 2);
  }
}
TEST_CASE("irrational constants are kept as they are, and multiplied by each other") {
  example of;
  int const root = of.g.apply(info_of<sqrt_entry>, of.constant(3)),
            tenth = of.g.constant(inexact(0.1));
  of.g.root(of.x);
  of.g.root(of.times(of.times(root, of.x), of.times(of.times(tenth, of.y), of.constant(1, 3))));
  CHECK(operations(of.g) == 5);  // of which three are of constants alone
  CHECK(simplification::work(collected(of.g).view()) == 2);
}
TEST_CASE("constants too large for exact arithmetic") {
  example of;
  std::int64_t const large = (std::int64_t{1} << 61) - 1;
  of.g.root(of.x);
  of.g.root(of.times(of.times(of.constant(large), of.x), of.times(of.constant(large, 3), of.y)));
  CHECK(operations(of.g) <= 3);
}
TEST_CASE("what a value needs stays as it was written") {
  example of;
  int const written = of.times(of.times(of.constant(3), of.x), of.times(of.constant(5), of.y));
  of.g.root(written);
  of.g.root(of.times(written, of.r));
  CHECK(operations(of.g) == 4);
}

namespace {

constexpr variable<"a"> a;
constexpr variable<"b"> b;
constexpr variable<"s"> s;
constexpr variable<"t"> t;

}  // namespace

TEST_CASE("logarithmic derivatives: of a quotient, an exponential, a power") {
  using namespace lz::literals;
  STATIC_REQUIRE(cost(gradient(log(a / b))).divisions == 3);  // a/b, 1/a, 1/b
  STATIC_REQUIRE(cost(gradient(log(exp(a)))).operations == 2);
  STATIC_REQUIRE(cost(gradient(t / pow(1_c + exp(a), s), wrt(a, s, t))).divisions == 3);
  auto const r = gradient(log(a / b))(a = 3.0, b = 7.0);
  CHECK(r[a] == 1 / 3.0);
  CHECK(r[b] == -1 / 7.0);
}
TEST_CASE("Rosenbrock's gradient: as few operations as by hand") {
  using namespace lz::literals;
  STATIC_REQUIRE(cost(gradient(square(1_c - a) + 100_c * square(b - square(a)))).operations == 11);
}
