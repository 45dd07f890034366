// SPDX-License-Identifier: BSL-1.0
// Gradients are Hana maps, formulas Hana Comparables.
#include <boost/hana.hpp>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
namespace hana = boost::hana;
using namespace lz::literals;

namespace {
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto h = lz::let<"h">(x * y);
constexpr auto f = x * x * y + 3_c * h;
}  // namespace

TEST_CASE("a gradient is a map keyed by variable") {
  constexpr auto r = lz::gradient(f)(x = 2.0, y = 5.0);
  STATIC_REQUIRE(hana::at_key(r.gradient, x) == 35);
  STATIC_REQUIRE(r.gradient[y] == 10);
  static_assert(decltype(hana::contains(r.gradient, x))::value);
  static_assert(!decltype(hana::contains(r.gradient, lz::variable<"z">{}))::value);
  static_assert(!decltype(hana::contains(r.gradient, h))::value);
  static_assert(decltype(hana::size(r.gradient))::value == 2);
  double sum = 0;
  hana::for_each(r.gradient, [&](auto const& entry) { sum += hana::second(entry); });
  CHECK(sum == 45);
  constexpr auto by_let = lz::gradient(f, lz::wrt(h, x))(x = 2.0, y = 5.0);
  STATIC_REQUIRE(hana::at_key(by_let.gradient, h) == 3);
  static_assert(decltype(hana::equal(hana::keys(lz::gradient(f)(x = 2.0, y = 5.0).gradient),
                                     hana::make_tuple(x, y)))::value);
}

TEST_CASE("formulas are Comparable") {
  static_assert(decltype(hana::equal(x * y, y * x))::value);
  static_assert(!decltype(hana::equal(x * y, x * x))::value);
  static_assert(decltype(hana::not_equal(x * y, x + y))::value);
  static_assert(decltype(hana::equal(x, x))::value);
  static_assert(!decltype(hana::equal(x, y))::value);
  static_assert(decltype(hana::equal(x, lz::derivative(x * x, x) / 2_c))::value);
  STATIC_REQUIRE(hana::equal(2.0 * x, 2 * x));
  STATIC_REQUIRE(!hana::equal(2.0 * x, 3 * x));
  static_assert(decltype(hana::contains(hana::make_tuple(x * y, x + y), y + x))::value);
}

TEST_CASE("the variables of a formula are a tuple") {
  static_assert(decltype(hana::equal(lz::variables_of(y * x), hana::make_tuple(y, x)))::value);
}

TEST_CASE("every result that holds a map is passed in memory") {
  // of the others GCC 12 forgets now and then how; results without maps stay as cheap as their members
  constexpr auto in_memory = [](auto const& result) {
    return !std::is_trivially_copy_constructible_v<std::remove_cvref_t<decltype(result)>>;
  };
  static_assert(in_memory(lz::gradient(f, lz::wrt(x))(x = 2.0, y = 5.0)));
  static_assert(in_memory(lz::hessian(f, lz::wrt(x))(x = 2.0, y = 5.0)));
  static_assert(in_memory(lz::vjp(f, lz::wrt(x))(x = 2.0, y = 5.0, lz::adjoint(1.0))));
  static_assert(in_memory(lz::hvp(f, lz::wrt(x))(x = 2.0, y = 5.0, lz::direction(x = 1.0))));
  static_assert(!in_memory(lz::jvp(f, lz::wrt(x))(x = 2.0, y = 5.0, lz::direction(x = 1.0))));
  static_assert(!in_memory(lz::jacobian(lz::vector(f, x * y))(x = 2.0, y = 5.0)));
  constexpr auto product = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });
  static_assert(!in_memory(lz::vjp(product)(std::array{2.0, 5.0}, 1.0)));
  auto const copy = lz::hessian(f)(x = 2.0, y = 5.0);
  auto const [value, gradient, second] = copy;
  CHECK(value == 50);
  CHECK(gradient[x] == 35);
  CHECK(second(x, y) == 7);
}

TEST_CASE("products are read by variable, as gradients are") {
  constexpr auto r = lz::vjp(f, lz::wrt(x, y))(x = 2.0, y = 5.0, lz::adjoint(2.0));
  STATIC_REQUIRE(r[x] == 70);
  STATIC_REQUIRE(r[x] == r.gradient[x]);
  constexpr auto along = lz::hvp(f, lz::wrt(x))(x = 2.0, y = 5.0, lz::direction(x = 1.0));
  STATIC_REQUIRE(along[x] == 35);
  STATIC_REQUIRE(along.product[x] == 10);
}
