// SPDX-License-Identifier: BSL-1.0
// Formulas as a user writes them.
#include "leibniz/expression/formula.hpp"

#include <boost/hana/integral_constant.hpp>
#include <boost/hana/size.hpp>
#include <cmath>
#include <sstream>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::parameter<"p"> p;

}  // namespace

// The first example of the interface, word for word.
namespace {
namespace documented {

constexpr auto f = x * x * y + 3 * x * y + pow(y, 2_c);  // a type; functions by ADL

static_assert(f(x = 2.0, y = 5.0) == 75.0);  // named arguments, any order
static_assert(lz::derivative(f, x)(x = 2.0, y = 5.0) == 35.0);
static_assert(lz::derivative(f, x) == 2 * x * y + 3 * y);  // symbolic equality, up to the rules
static_assert(lz::derivative(f, x, y) == 2 * x + 3);  // mixed; derivative<3>(f, x) is the third
static_assert(lz::derivative(f, x, x, x) == 0);

constexpr auto g = lz::gradient(f);      // all variables, in order of first appearance
constexpr auto r = g(x = 2.0, y = 5.0);  // one fused pass: value and gradient
static_assert(r.value == 75.0 && r[x] == 35.0 && r[y] == 20.0);
constexpr auto gx = lz::gradient(f, lz::wrt(x));  // only what is asked for is computed

constexpr auto h = lz::hessian(f);
constexpr auto J = lz::jacobian(lz::vector(f, sin(x* y)), lz::wrt(x, y));

}  // namespace documented
}  // namespace

TEST_CASE("the first example at run time") {
  using namespace documented;
  LEIBNIZ_CHECK_BOTH([] { return f(x = opaque(2.0), y = opaque(5.0)) == 75; });
  LEIBNIZ_CHECK_BOTH([] { return f(y = opaque(5.0), x = opaque(2.0)) == 75; });
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative(f, x)(x = opaque(2.0), y = opaque(5.0)) == 35; });
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative<3>(f, x)(x = opaque(2.0)) == 0; });
  LEIBNIZ_CHECK_BOTH([] { return lz::derivative<0>(f, x)(y = 5.0, x = opaque(2.0)) == 75; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const at = g(y = opaque(5.0), x = opaque(2.0));
    return at.value == 75 && at[x] == 35 && at[y] == 20;
  });
  LEIBNIZ_CHECK_BOTH([] { return gx(x = opaque(2.0), y = opaque(5.0))[x] == 35; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const at = h(x = opaque(2.0), y = opaque(5.0));
    return at.hessian(x, x) == 10 && at.hessian(x, y) == 7 && at.hessian(y, x) == 7 &&
           at.hessian(y, y) == 2;
  });
  auto const at = J(x = opaque(2.0), y = opaque(5.0));
  CHECK(at.value[0] == 75);
  CHECK(at.value[1] == std::sin(10.0));
  CHECK(at.jacobian(0, 0) == 35);
  CHECK(at.jacobian(1, 1) == 2 * std::cos(10.0));
}

TEST_CASE("integral arguments take the type of the floating ones, or double") {
  static_assert(std::is_same_v<decltype((x * y)(x = 2, y = 3)), double>);
  static_assert(std::is_same_v<decltype((x * y)(x = 2, y = 3.0f)), float>);
  static_assert(std::is_same_v<decltype((x * y)(x = 2.0L, y = 3)), long double>);
  static_assert(std::is_same_v<decltype((x * y)(x = 2.0f, y = 3.0)), double>);
  static_assert(std::is_same_v<decltype((x * y)(x = 2u, y = 3ll)), double>);
  static_assert((x / y)(x = 1, y = 2) == 0.5);
  static_assert((x / y)(x = 1, y = 2.0f) == 0.5f);
  static_assert((2 / x)(x = 4) == 0.5);
  static_assert((1_c / 3_c * x)(x = 3) == 1);
}

TEST_CASE("Hana's integral constants are exact constants") {
  constexpr auto three = boost::hana::int_c<3>;
  STATIC_REQUIRE(decltype(x * three)::literal_count == 0);
  STATIC_REQUIRE(x * three == 3_c * x);
  STATIC_REQUIRE((three / x)(x = 2) == 1.5);
  STATIC_REQUIRE(pow(x, three) == x * x * x);
}

TEST_CASE("formula objects are empty, but for their plain numbers in one flat array") {
  STATIC_REQUIRE(sizeof(x * x * y + 3_c * sin(x)) == 1);
  STATIC_REQUIRE(std::is_empty_v<decltype(x * 2_c)>);
  STATIC_REQUIRE(sizeof(2 * x) == sizeof(double));
  STATIC_REQUIRE(sizeof(sin(2 * x) + 3.5 * y) == 2 * sizeof(double));
  STATIC_REQUIRE(sizeof(lz::gradient(x * 2.0)) == sizeof(double));
  STATIC_REQUIRE(sizeof(lz::let<"h">(x * 2.0)) == sizeof(double));
  STATIC_REQUIRE(std::is_trivially_copyable_v<decltype(2 * x)>);
}

TEST_CASE("formulas of one type with other numbers have other values and are not equal") {
  auto const scaled = [](double by) { return by * x + 1.0; };
  static_assert(std::is_same_v<decltype(scaled(2)), decltype(scaled(3))>);
  CHECK(scaled(2)(x = 5.0) == 11);
  CHECK(scaled(3)(x = 5.0) == 16);
  CHECK(scaled(2) == scaled(2));
  CHECK(scaled(2) != scaled(3));
  CHECK(scaled(2) == 2_c * x + 1_c);
  CHECK(to_string(scaled(3)) == "3*x + 1");
  CHECK(lz::derivative(scaled(7), x)(x = 0.0) == 7);
  CHECK(lz::gradient(scaled(2) * scaled(3))(x = 1.0)[x] == 2 * 4 + 3 * 3);
  STATIC_REQUIRE(2.0 * x == 2 * x);
  STATIC_REQUIRE(2.0 * x != 3.0 * x);
}

TEST_CASE("parameters are arguments, never differentiated") {
  static constexpr auto f = p * x * x + sin(p) * y;
  LEIBNIZ_CHECK_BOTH([] { return f(x = opaque(3.0), p = opaque(2.0), y = 0.0) == 18; });
  LEIBNIZ_CHECK_BOTH(
      [] { return lz::gradient(f)(p = opaque(2.0), x = opaque(3.0), y = 0.0)[x] == 12; });
  auto const at = lz::gradient(f)(p = 2.0, x = 3.0, y = 0.0);
  static_assert(decltype(boost::hana::size(at.gradient))::value == 2);
  STATIC_REQUIRE(lz::derivative(f, x) == 2 * p * x);
  STATIC_REQUIRE(lz::depends_on(f, p));
}

TEST_CASE("a derivative takes the variables of its formula, and needs those that it uses") {
  constexpr auto f = x * x + y;
  STATIC_REQUIRE(lz::derivative(f, x)(x = 3.0) == 6);
  STATIC_REQUIRE(lz::derivative(f, x)(x = 3.0, y = 5.0) == 6);
  STATIC_REQUIRE(lz::derivative(f, y)(y = 3.0) == 1);
  STATIC_REQUIRE(lz::derivative(f, y)(x = 3.0) == 1);
}

TEST_CASE("derivatives nest, mix and are formulas themselves") {
  constexpr auto f = x * x * x * y * y;
  STATIC_REQUIRE(lz::derivative(lz::derivative(f, x), y) == lz::derivative(f, x, y));
  STATIC_REQUIRE(lz::derivative(f, x, y) == lz::derivative(f, y, x));
  STATIC_REQUIRE(lz::derivative<2>(f, x) == 6 * x * y * y);
  STATIC_REQUIRE(lz::derivative(x * lz::derivative(f, x), x) == 9 * x * x * y * y);
  STATIC_REQUIRE(lz::derivative(sin(lz::derivative(x * x, x)), x) == 2 * cos(2 * x));
  STATIC_REQUIRE(lz::gradient(lz::derivative(f, x))(x = 2.0, y = 3.0)[y] == 3 * 4 * 2 * 3);
}

TEST_CASE("variables, constancy and dependence") {
  constexpr auto f = y * x + p + y;
  auto const variables = lz::variables_of(f);
  static_assert(std::is_same_v<std::remove_cvref_t<decltype(variables[boost::hana::size_c<0>])>,
                               lz::variable<"y">>);
  static_assert(decltype(boost::hana::size(variables))::value == 2);
  STATIC_REQUIRE(lz::depends_on(f, x));
  STATIC_REQUIRE(!lz::depends_on(f, lz::variable<"z">{}));
  STATIC_REQUIRE(lz::is_constant(2_c * sin(3_c)));
  STATIC_REQUIRE(!lz::is_constant(f));
  STATIC_REQUIRE(!lz::is_constant(2_c * p));
}

TEST_CASE("unary plus, minus and constants on either side") {
  STATIC_REQUIRE((+x + 0_c)(x = 2.0) == 2);
  STATIC_REQUIRE((-x)(x = 2.0) == -2);
  STATIC_REQUIRE((1 - x)(x = 2.0) == -1);
  STATIC_REQUIRE((x - 1)(x = 2.0) == 1);
  STATIC_REQUIRE((true * x)(x = 2.0) == 2);
  STATIC_REQUIRE((lz::pi * x)(x = 2.0) == 2 * 3.14159265358979323846);
  STATIC_REQUIRE((x * lz::e)(x = 2.0f) == 2 * 2.71828182845904523536f);
}
