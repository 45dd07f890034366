// SPDX-License-Identifier: BSL-1.0
// lz::same: one point for all calls of lz::map, where it could be an array of points.
#include "leibniz/emit/same.hpp"

#include <array>
#include <vector>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto scaled = lz::function<lz::R<>, lz::passive<lz::R<3, 2>>>(
    [](auto const& t, auto const& w) { return t * w(0, 1) + w(2, 0); });
constexpr auto of_one =
    lz::function<lz::R<>, lz::R<1>>([](auto const& t, auto const& scale) { return t * scale[0]; });

}  // namespace

TEST_CASE("same: a point that has the type of an array of points") {
  std::vector<std::array<double, 2>> const rows{{1, 2}, {3, 4}, {5, 6}};  // of R<2> it is three
  std::vector<double> const ts{1, 2, 3, 4};
  std::vector<double> values(4);
  lz::map(scaled, ts, lz::same(rows), lz::out(values));
  CHECK(values == std::vector<double>{7, 9, 11, 13});
  std::vector<double> const scale{10};  // of R<1> it is an array of one point
  lz::map(of_one, ts, lz::same(scale), lz::out(values));
  CHECK(values == std::vector<double>{10, 20, 30, 40});
  lz::map(lz::gradient(of_one), ts, lz::same(std::vector<double>{2}),
          lz::out(values, std::vector<double>(4), std::vector<double>(4)));
  CHECK(values[3] == 8);
}

TEST_CASE("same: arguments of formulas, in a constant expression, too") {
  LEIBNIZ_CHECK_BOTH([] {
    std::array const xs{lz::test::opaque(1.0), 2.0, 3.0};
    std::array<double, 3> values{}, by_x{}, by_y{};
    lz::map(lz::gradient(x * y), x = xs, y = lz::same(5.0),
            lz::out(values, lz::components(by_x, by_y)));
    return values[2] == 15 && by_x[0] == 5 && by_y[1] == 2;
  });
  double const number = 0.5;
  std::vector<double> values(2), tangents(2);
  lz::map(lz::jvp(x * y, lz::wrt(x)), x = std::array{1.0, 2.0}, y = lz::same(number),
          lz::direction(x = lz::same(3)), lz::out(values, tangents));
  CHECK(values[1] == 1);
  CHECK(tangents[0] == 1.5);
}
