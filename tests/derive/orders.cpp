// SPDX-License-Identifier: BSL-1.0
// One Jacobian by every order of accumulation: the same derivatives, and the cheapest is chosen.
#include <cmath>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::order;
using lz::test::close;
using lz::test::opaque;

namespace {

// four inputs through a chain of one number to four outputs: neither forward nor reverse is good at it
constexpr auto bottleneck = lz::function<lz::R<4>>([](auto const& p) {
  auto t = p[0] * p[1] + sin(p[2]) * p[3];
  for (int i = 0; i < 5; ++i) t = sin(t) * t + exp(-t * t);
  return std::array{t * p[0], sin(t), t / (1 + t * t), t - p[3] * t};
});

// a planar arm of three joints: position and orientation
constexpr auto arm = lz::function<lz::R<3>>([](auto const& q) {
  auto const a = q[0], b = a + q[1], c = b + q[2];
  return std::array{cos(a) + 0.8 * cos(b) + 0.5 * cos(c), sin(a) + 0.8 * sin(b) + 0.5 * sin(c), c};
});

// choices with infinite partials in the branch that is not taken
constexpr auto choices = lz::function<lz::R<3>>([](auto const& p) {
  auto const r = where(p[0] > 0.0, sqrt(p[0]) * p[1], p[1] - p[0]);
  auto const s = where(r > p[2], log(r - p[2]), r * p[2]);
  return std::array{r * s, s + p[0], relu(r) * p[2]};
});

// an output that others are computed from, one that is an input, one that is constant
constexpr auto nested = lz::function<lz::R<2>>([](auto const& p) {
  auto const first = p[0] * p[1];
  auto const second = first * first + p[1];
  return std::array{first, second, second * first, p[1], first * 0.0 + 1.0};
});

template <order By, class F, class P> auto jacobian_by(F const& f, P const& p) {
  return lz::jacobian<By>(f)(p).jacobian;
}

template <class F, class P> void all_agree(F const& f, P const& p) {
  auto const expected = jacobian_by<order::forward>(f, p);
  auto const check = [&](auto const& j) {
    for (int i = 0; i < j.rows(); ++i)
      for (int k = 0; k < j.cols(); ++k) {
        CAPTURE(i, k, expected(i, k), j(i, k));
        CHECK(std::abs(j(i, k) - expected(i, k)) <= 1e-14 * (1 + std::abs(expected(i, k))));
      }
  };
  check(jacobian_by<order::reverse>(f, p));
  check(jacobian_by<order::markowitz>(f, p));
  check(jacobian_by<order::lowest_fill>(f, p));
  check(jacobian_by<order::cheapest>(f, p));
}

template <order By, class F> constexpr int operations(F const& f) {
  return lz::cost(lz::jacobian<By>(f)).operations;
}
template <class F> constexpr bool cheapest_is_cheapest(F const& f) {
  int const chosen = operations<order::cheapest>(f);
  return chosen <= operations<order::forward>(f) && chosen <= operations<order::reverse>(f) &&
         chosen <= operations<order::markowitz>(f) && chosen <= operations<order::lowest_fill>(f);
}

}  // namespace

TEST_CASE("every order gives the same Jacobian") {
  all_agree(bottleneck, std::array{opaque(0.3), -0.7, 1.1, 0.4});
  all_agree(arm, std::array{opaque(0.3), -0.7, 1.1});
  all_agree(nested, std::array{opaque(0.3), -0.7});
  for (double x : {-1.0, 0.25, 2.0})
    for (double z : {-3.0, 0.1, 5.0}) all_agree(choices, std::array{opaque(x), 0.5, z});
}

TEST_CASE("the branch that is not taken reaches no order") {
  std::array const p{opaque(0.0), 0.5, 2.0};  // sqrt(0) and log(-1.5) are not taken
  auto const check = [](auto const& j) {
    for (int i = 0; i < 3; ++i)
      for (int k = 0; k < 3; ++k) CHECK(std::isfinite(j(i, k)));
    CHECK(j(1, 0) == -1.0);  // s = (p1 - p0) p2, and p0
  };
  check(jacobian_by<order::forward>(choices, p));
  check(jacobian_by<order::reverse>(choices, p));
  check(jacobian_by<order::markowitz>(choices, p));
  check(jacobian_by<order::lowest_fill>(choices, p));
}

TEST_CASE("the cheapest order costs no more than any other, and through a bottleneck far less") {
  STATIC_REQUIRE(cheapest_is_cheapest(bottleneck));
  STATIC_REQUIRE(cheapest_is_cheapest(arm));
  STATIC_REQUIRE(cheapest_is_cheapest(choices));
  STATIC_REQUIRE(cheapest_is_cheapest(nested));
  constexpr int mixed = operations<order::markowitz>(bottleneck);
  STATIC_REQUIRE(4 * mixed < 3 * operations<order::forward>(bottleneck));
  STATIC_REQUIRE(4 * mixed < 3 * operations<order::reverse>(bottleneck));
}

TEST_CASE("formulas have orders too") {
  constexpr lz::variable<"x"> x;
  constexpr lz::variable<"y"> y;
  constexpr auto f = lz::vector(sin(x * y) * x, exp(x * y), x * y);
  auto const cheapest = lz::jacobian(f)(x = 0.5, y = 2.0).jacobian,
             reverse = lz::jacobian<order::reverse>(f, lz::wrt(x, y))(x = 0.5, y = 2.0).jacobian;
  for (int i = 0; i < 3; ++i)
    for (int k = 0; k < 2; ++k) CHECK(close(cheapest(i, k), reverse(i, k), 1e-15));
}

TEST_CASE("the Jacobian of one formula is a row") {
  constexpr lz::variable<"x"> x;
  constexpr lz::variable<"y"> y;
  constexpr auto f = x * x * y;
  STATIC_REQUIRE(lz::jacobian(f)(x = 2.0, y = 5.0).jacobian(0, 1) == 4);
  STATIC_REQUIRE(lz::jacobian<order::forward>(f, lz::wrt(y))(x = 2.0, y = 5.0).value[0] == 20);
}
