// SPDX-License-Identifier: BSL-1.0
// Several directions or sets of adjoints in one pass: against differences.
#include "check.hpp"
#include "emit/differences.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::big;
using lz::test::close;
using lz::test::opaque;
using lz::test::partial;

namespace {

template <class P> constexpr auto outputs(P const& p) {
  return std::array{p[0] * sin(p[1] * p[2]), exp(p[0] / p[1]) + p[2]};
}
constexpr auto f = lz::function<lz::R<2>, lz::R<>>(
    [](auto const& p, auto const& q) { return outputs(std::array{p[0], p[1], q}); });
constexpr auto first = lz::function<lz::R<3>>([](auto const& p) { return outputs(p)[0]; });
auto const output = [](std::size_t i) {
  return [i](std::vector<big> const& p) { return big(outputs(p)[i]); };
};
constexpr std::array at{0.5, 1.5, 0.25};
constexpr std::array two{0.5, 1.5};
constexpr lz::matrix<double, 3, 2> directions{{1.0, -0.5, 2.0, 0.25, -3.0, 4.0}};
constexpr lz::matrix<double, 3, 2> adjoints{{1.0, -0.5, 2.0, 0.25, -3.0, 4.0}};

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;
constexpr auto u = x * sin(y * z);
constexpr auto v = exp(x / y) + z;
constexpr auto by = lz::wrt(x, y, z);

}  // namespace

TEST_CASE("several directions: J S") {
  static constexpr auto r = lz::jvp<2>(f)(two, 0.25, directions);
  static_assert(std::is_same_v<std::remove_cv_t<decltype(r.tangent)>, lz::matrix<double, 2, 2>>);
  for (int i = 0; i < 2; ++i)
    for (int k = 0; k < 2; ++k) {
      double expected = 0;
      for (std::size_t j = 0; j < 3; ++j)
        expected += partial(output(std::size_t(i)), at, {j}) * directions(int(j), k);
      CHECK(close(r.tangent(i, k), expected, 1e-13));
    }
  CHECK(close(r.value[1], partial(output(1), at, {}), 1e-14));
  LEIBNIZ_CHECK_BOTH([] {
    return close(lz::jvp<2>(f)(opaque(two), 0.25, directions).tangent(1, 0), r.tangent(1, 0),
                 1e-14);
  });

  constexpr auto single = lz::jvp<2>(first)(at, directions);
  static_assert(std::is_same_v<std::remove_cv_t<decltype(single.tangent)>, std::array<double, 2>>);
  CHECK(close(single.tangent[1], r.tangent(0, 1), 1e-14));

  constexpr auto formulas = lz::jvp<2>(lz::vector(u, v), by)(
      x = 0.5, y = 1.5, z = 0.25, lz::direction(x = 1.0, y = 2.0, z = -3.0),
      lz::direction(x = -0.5, y = 0.25, z = 4.0));
  constexpr auto formula =
      lz::jvp<2>(u, by)(lz::direction(x = 1.0, y = 2.0, z = -3.0),
                        lz::direction(x = -0.5, y = 0.25, z = 4.0), x = 0.5, y = 1.5, z = 0.25);
  for (int k = 0; k < 2; ++k) {
    CHECK(close(formulas.tangent(0, k), r.tangent(0, k), 1e-14));
    CHECK(close(formulas.tangent(1, k), r.tangent(1, k), 1e-14));
    CHECK(close(formula.tangent[std::size_t(k)], r.tangent(0, k), 1e-14));
  }
}

TEST_CASE("several directions: W J") {
  static constexpr auto r = lz::vjp<3>(f)(two, 0.25, adjoints);
  static_assert(std::is_same_v<std::remove_cv_t<decltype(r.gradient)>, lz::matrix<double, 3, 3>>);
  for (int k = 0; k < 3; ++k)
    for (std::size_t j = 0; j < 3; ++j) {
      double expected = 0;
      for (int i = 0; i < 2; ++i)
        expected += adjoints(k, i) * partial(output(std::size_t(i)), at, {j});
      CHECK(close(r.gradient(k, int(j)), expected, 1e-13));
    }
  LEIBNIZ_CHECK_BOTH([] {
    return close(lz::vjp<3>(f)(opaque(two), 0.25, adjoints).gradient(2, 1), r.gradient(2, 1),
                 1e-14);
  });
  constexpr auto formulas = lz::vjp<2>(lz::vector(u, v), lz::wrt(y, z))(
      x = 0.5, y = 1.5, z = 0.25, lz::adjoint(1.0, -0.5), lz::adjoint(2.0, 0.25));
  for (int k = 0; k < 2; ++k) {
    CHECK(close(formulas.gradient[y][std::size_t(k)], r.gradient(k, 1), 1e-14));
    CHECK(close(formulas.gradient[z][std::size_t(k)], r.gradient(k, 2), 1e-14));
  }
}

TEST_CASE("several directions: H S") {
  static constexpr auto r = lz::hvp<2>(first)(at, directions);
  static_assert(std::is_same_v<std::remove_cv_t<decltype(r.product)>, lz::matrix<double, 3, 2>>);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(close(r.gradient[i], partial(output(0), at, {i}), 1e-13));
    for (int k = 0; k < 2; ++k) {
      double expected = 0;
      for (std::size_t j = 0; j < 3; ++j)
        expected += partial(output(0), at, {i, j}) * directions(int(j), k);
      CHECK(close(r.product(int(i), k), expected, 1e-13));
    }
  }
  constexpr auto formula =
      lz::hvp<2>(u, by)(x = 0.5, y = 1.5, z = 0.25, lz::direction(x = 1.0, y = 2.0, z = -3.0),
                        lz::direction(x = -0.5, y = 0.25, z = 4.0));
  for (int k = 0; k < 2; ++k) {
    CHECK(close(formula.product[x][std::size_t(k)], r.product(0, k), 1e-14));
    CHECK(close(formula.product[z][std::size_t(k)], r.product(2, k), 1e-14));
  }
  CHECK(close(formula.gradient[y], r.gradient[1], 1e-14));
}

TEST_CASE("several directions: many of them by the matrix") {
  lz::matrix<double, 3, 7> many{};
  for (int k = 0; k < 21; ++k) many.elements[k] = 0.25 * ((k * 5) % 13) - 1.5;
  lz::matrix<double, 7, 2> sets{};
  for (int k = 0; k < 14; ++k) sets.elements[k] = 0.25 * ((k * 5) % 13) - 1.5;
  auto const js = lz::jvp<7>(f)(two, 0.25, many);
  auto const hs = lz::hvp<7>(first)(at, many);
  auto const wj = lz::vjp<7>(f)(two, 0.25, sets);
  for (int k = 0; k < 7; ++k) {
    for (std::size_t i = 0; i < 3; ++i) {
      double product = 0, by_sets = 0;
      for (std::size_t j = 0; j < 3; ++j)
        product += partial(output(0), at, {i, j}) * many(int(j), k);
      for (std::size_t j = 0; j < 2; ++j) by_sets += sets(k, int(j)) * partial(output(j), at, {i});
      CHECK(close(hs.product(int(i), k), product, 1e-13));
      CHECK(close(wj.gradient(k, int(i)), by_sets, 1e-13));
    }
    for (std::size_t i = 0; i < 2; ++i) {
      double tangent = 0;
      for (std::size_t j = 0; j < 3; ++j) tangent += partial(output(i), at, {j}) * many(int(j), k);
      CHECK(close(js.tangent(int(i), k), tangent, 1e-13));
    }
  }
  // the products of a 2 x 3 matrix with a direction are 6 multiplications and 4 additions
  STATIC_REQUIRE(lz::cost(lz::jvp<7>(f)).operations <=
                 lz::cost(lz::jacobian(f)).operations + 7 * 10);
}

TEST_CASE("several directions: into the caller's memory") {
  std::array<double, 2> value{};
  double tangent[2][2];
  lz::call(lz::jvp<2>(f), two, 0.25, directions, lz::out(value, tangent));
  auto const r = lz::jvp<2>(f)(two, 0.25, directions);
  CHECK(tangent[1][0] == r.tangent(1, 0));
  double one = 0, gradient[3];
  lz::matrix<double, 3, 2> product{};
  lz::call(lz::hvp<2>(u, by), x = 0.5, y = 1.5, z = 0.25, lz::direction(x = 1.0, y = 2.0, z = -3.0),
           lz::direction(x = -0.5, y = 0.25, z = 4.0), lz::out(one, gradient, product));
  CHECK(product == lz::hvp<2>(first)(at, directions).product);
  lz::matrix<double, 3, 3> gradients{};
  lz::call(lz::vjp<3>(f), two, 0.25, adjoints, lz::out(value, gradients));
  CHECK(gradients == lz::vjp<3>(f)(two, 0.25, adjoints).gradient);
}

TEST_CASE("several directions cost less than one after another") {
  // partials and values once: what a further direction adds is its products and sums alone
  constexpr int one = lz::cost(lz::jvp(f)).operations, two_ = lz::cost(lz::jvp<2>(f)).operations,
                three = lz::cost(lz::jvp<3>(f)).operations;
  STATIC_REQUIRE(three - two_ < one - lz::cost(f).operations);
  STATIC_REQUIRE(two_ < 2 * one - lz::cost(f).operations);
  STATIC_REQUIRE(lz::cost(lz::jvp<5>(f)).calls == lz::cost(lz::jvp(f)).calls);
  STATIC_REQUIRE(lz::cost(lz::hvp<2>(first)).operations < 2 * lz::cost(lz::hvp(first)).operations);
  STATIC_REQUIRE(lz::cost(lz::vjp<2>(f)).calls == lz::cost(lz::vjp(f)).calls);
}
