// SPDX-License-Identifier: BSL-1.0
// Quotients by one divisor in derivatives share its reciprocal; values stay as written.
#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {
constexpr auto projection = lz::function<lz::R<4>>(
    [](auto const& p) { return std::array{p[0] / p[3], p[1] / p[3], p[2] / p[3]}; });
constexpr auto two =
    lz::function<lz::R<3>>([](auto const& p) { return std::array{p[0] / p[2], p[1] / p[2]}; });
}  // namespace

TEST_CASE("one division serves all derivatives") {
  STATIC_REQUIRE(lz::cost(projection).divisions == 3);
  STATIC_REQUIRE(lz::cost(lz::jacobian(projection)).divisions == 4);
}

TEST_CASE("of fewer than three quotients each is divided") {
  STATIC_REQUIRE(lz::cost(lz::jacobian(two)).divisions <= 5);
}

TEST_CASE("the value keeps every bit, derivatives all but the last") {
  LEIBNIZ_CHECK_BOTH([] {
    std::array const p{opaque(1.0), 0.1, 0.7, 3.0};
    auto const r = lz::jacobian(projection)(p);
    bool good = true;
    for (int i = 0; i < 3; ++i) {
      auto const k = static_cast<std::size_t>(i);
      good = good && r.value[k] == p[k] / p[3];
      good = good && lz::test::near(r.jacobian(i, i), 1 / p[3], 1);
      good = good && lz::test::near(r.jacobian(i, 3), -p[k] / (p[3] * p[3]), 2);
    }
    return good;
  });
}

TEST_CASE("the first Taylor coefficients are the values, bit for bit") {
  for (int k = 1; k < 200; ++k) {
    std::array const p{opaque(0.37 * k), 0.1, -7.0 / k, 0.01 * k + 1};
    auto const value = projection(p);
    auto const along = lz::taylor<3>(projection)(p, std::array{1.0, 2.0, -1.0, 0.5});
    for (int i = 0; i < 3; ++i)
      CHECK(lz::test::bits(along(i, 0)) == lz::test::bits(value[static_cast<std::size_t>(i)]));
  }
}
