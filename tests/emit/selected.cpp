// SPDX-License-Identifier: BSL-1.0
// Rows, columns and entries of Jacobians and Hessians: against differences, and nothing else is computed.
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
  auto const shared = exp(p[0] * p[1]);
  return std::array{shared * sin(p[2]), p[0] / p[1] + p[2] * p[2] * p[2], cos(p[1] * p[2]) * p[0],
                    shared + p[3] * p[3]};
}
constexpr auto f = lz::function<lz::R<3>, lz::R<>>(
    [](auto const& p, auto const& last) { return outputs(std::array{p[0], p[1], p[2], last}); });
auto const output = [](int i) {
  return [i](std::vector<big> const& p) { return big(outputs(p)[std::size_t(i)]); };
};
constexpr auto h = lz::function<lz::R<4>>([](auto const& p) {
  auto const r = outputs(p);
  return r[0] * r[1] + r[2] * r[3];
});
auto const h_big = [](std::vector<big> const& p) {
  auto const r = outputs(p);
  return big(r[0] * r[1] + r[2] * r[3]);
};
constexpr std::array at{0.5, 1.5, 0.25, 2.0};
constexpr std::array three{0.5, 1.5, 0.25};

double expected(int i, int j) { return partial(output(i), at, {std::size_t(j)}); }
double second(int i, int j) { return partial(h_big, at, {std::size_t(i), std::size_t(j)}); }

}  // namespace

TEST_CASE("some rows of a Jacobian") {
  static constexpr auto rows = lz::jacobian(f, lz::rows<2, 0>{});
  static constexpr auto r = rows(three, 2.0);
  STATIC_REQUIRE(r.jacobian.rows() == 2);
  for (int j = 0; j < 4; ++j) {
    CHECK(close(r.jacobian(0, j), expected(2, j), 1e-13));
    CHECK(close(r.jacobian(1, j), expected(0, j), 1e-13));
  }
  CHECK(close(r.value[0], outputs(at)[2], 1e-15));
  CHECK(close(r.value[1], outputs(at)[0], 1e-15));
  LEIBNIZ_CHECK_BOTH(
      [] { return close(rows(opaque(three), 2.0).jacobian(1, 0), r.jacobian(1, 0), 1e-14); });
  // row 1 has neither the exponential nor sine or cosine
  STATIC_REQUIRE(lz::cost(lz::jacobian(f, lz::rows<1>{})).calls == 0);
  STATIC_REQUIRE(lz::cost(rows).operations < lz::cost(lz::jacobian(f)).operations);
  STATIC_REQUIRE(lz::sparsity(rows).nonzeros() == 6);
}

TEST_CASE("some columns of a Jacobian, and a block of it") {
  static constexpr auto columns = lz::jacobian(f, lz::columns<3, 1>{});
  constexpr auto r = columns(three, 2.0);
  constexpr auto block = lz::jacobian(f, lz::rows<3>{}, lz::columns<0, 3>{})(three, 2.0);
  for (int i = 0; i < 4; ++i) {
    CHECK(close(r.value[std::size_t(i)], outputs(at)[std::size_t(i)], 1e-15));
    CHECK(close(r.jacobian(i, 0), expected(i, 3), 1e-13));
    CHECK(close(r.jacobian(i, 1), expected(i, 1), 1e-13));
  }
  CHECK(close(block.jacobian(0, 0), expected(3, 0), 1e-13));
  CHECK(block.jacobian(0, 1) == 4);
  STATIC_REQUIRE(lz::cost(lz::jacobian(f, lz::columns<3>{})).operations <=
                 lz::cost(f).operations + 1);
  STATIC_REQUIRE(lz::jacobian<lz::order::forward>(f, lz::columns<3>{})(three, 2.0).jacobian(3, 0) ==
                 4);
}

TEST_CASE("single entries of a Jacobian") {
  static constexpr auto verb =
      lz::jacobian(f, lz::entries<lz::at<3, 3>, lz::at<1, 0>, lz::at<2, 1>, lz::at<0, 3>>{});
  static constexpr auto r = verb(three, 2.0);
  CHECK(r.entries[0] == 4);
  CHECK(close(r.entries[1], expected(1, 0), 1e-14));
  CHECK(close(r.entries[2], expected(2, 1), 1e-13));
  CHECK(r.entries[3] == 0);
  LEIBNIZ_CHECK_BOTH(
      [] { return close(verb(opaque(three), 2.0).entries[2], r.entries[2], 1e-14); });
  // 2 p3; 1 / p1
  STATIC_REQUIRE(lz::cost(lz::jacobian(f, lz::entries<lz::at<3, 3>, lz::at<1, 0>>{})).operations ==
                 2);
  STATIC_REQUIRE(lz::cost(verb).calls == 1);
}

TEST_CASE("some rows of a Hessian") {
  static constexpr auto verb = lz::hessian(h, lz::rows<3, 1>{});
  static constexpr auto r = verb(at);
  for (int j = 0; j < 4; ++j) {
    CHECK(close(r.hessian(0, j), second(3, j), 1e-12));
    CHECK(close(r.hessian(1, j), second(1, j), 1e-12));
  }
  CHECK(close(r.value, partial(h_big, at, {}), 1e-14));
  CHECK(close(r.gradient[0], partial(h_big, at, {3}), 1e-13));
  CHECK(close(r.gradient[1], partial(h_big, at, {1}), 1e-13));
  LEIBNIZ_CHECK_BOTH([] { return close(verb(opaque(at)).hessian(1, 2), r.hessian(1, 2), 1e-14); });
  STATIC_REQUIRE(lz::cost(lz::hessian(h, lz::rows<3>{})).operations <
                 lz::cost(lz::hessian(h)).operations / 2);
}

TEST_CASE("single entries of a Hessian") {
  using diagonal = lz::entries<lz::at<0, 0>, lz::at<1, 1>, lz::at<2, 2>, lz::at<3, 3>>;
  constexpr auto r = lz::hessian(h, diagonal{})(at);
  for (int i = 0; i < 4; ++i) CHECK(close(r.entries[std::size_t(i)], second(i, i), 1e-12));
  constexpr auto some =
      lz::hessian(h, lz::entries<lz::at<2, 0>, lz::at<0, 2>, lz::at<1, 2>, lz::at<3, 1>>{})(at);
  CHECK(some.entries[0] == some.entries[1]);
  CHECK(close(some.entries[0], second(0, 2), 1e-12));
  CHECK(close(some.entries[2], second(1, 2), 1e-12));
  CHECK(close(some.entries[3], second(3, 1), 1e-12));
  constexpr int all = lz::cost(lz::hessian(h)).operations;
  STATIC_REQUIRE(lz::cost(lz::hessian(h, diagonal{})).operations < all);
  STATIC_REQUIRE(lz::cost(lz::hessian(h, lz::entries<lz::at<3, 3>>{})).operations <= 4);
}

TEST_CASE("selected derivatives into the caller's memory") {
  std::array<double, 2> value{}, gradient{};
  double jacobian[2][4];
  lz::call(lz::jacobian(f, lz::rows<2, 0>{}), three, 2.0, lz::out(value, jacobian));
  CHECK(jacobian[0][1] == lz::jacobian(f, lz::rows<2, 0>{})(three, 2.0).jacobian(0, 1));
  double one[1], scalar = 0;
  lz::call(lz::hessian(h, lz::entries<lz::at<3, 3>>{}), at, lz::out(one));
  CHECK(close(one[0], second(3, 3), 1e-12));
  lz::call(lz::hessian(h, lz::rows<3, 1>{}), at, lz::out(scalar, gradient, jacobian));
  CHECK(close(jacobian[1][0], second(1, 0), 1e-12));
}
