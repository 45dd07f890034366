// SPDX-License-Identifier: BSL-1.0
// Names in the headers meet the user's globals: under -Wshadow, GCC warns of a constructor's parameters and of whatever
// stands in a lambda when it instantiates them behind the global. This compiles without a warning, or the build fails.
#include <array>
#include <vector>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

#define LEIBNIZ_GLOBALS(...) [[maybe_unused]] constexpr int __VA_ARGS__
// clang-format off
LEIBNIZ_GLOBALS(a = 0, b = 0, builder = 0, by = 0, c = 0, characters = 0, computed = 0, count = 0, d = 0, data = 0, each = 0,
                element = 0, elements = 0, f = 0, first = 0, formula = 0, from = 0, function = 0, g = 0, graph = 0, h = 0, i = 0,
                index = 0, input = 0, inputs = 0, j = 0, k = 0, length = 0, list = 0, literals = 0, m = 0, matrix = 0, n = 0,
                name = 0, node = 0, of = 0, other = 0, out = 0, output = 0, outputs = 0, p = 0, q = 0, r = 0, result = 0,
                root = 0, roots = 0, row = 0, s = 0, seeds_are_shared = 0, size = 0, state = 0, step = 0, sum = 0, t = 0,
                term = 0, text = 0, to = 0, u = 0, v = 0, value = 0, values = 0, w = 0, where = 0, z = 0);
// clang-format on

namespace lz = leibniz;
using namespace lz::literals;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
template <class T> struct pose {
  T angle;
  std::array<T, 2> place;
};

}  // namespace

TEST_CASE("globals of the user shadow nothing") {
  constexpr auto formulas = lz::vector(sin(x) * exp(x * y), 3 * pow(x, y) - lz::tgamma(y));
  CHECK(lz::jacobian(formulas)(x = 1.0, y = 2.0).value[0] > 0);
  CHECK(lz::gauss_newton(formulas)(x = 1.0, y = 2.0).value[0] > 0);
  constexpr auto F = lz::function<lz::like<pose>, lz::R<3>, lz::passive<lz::R<2, 2>>>(
      [](auto const& at, auto const& turn, auto const& weights) {
        auto const moved = rotate(turn, turn);
        return std::array{at.place[0] * cos(at.angle) * weights(0, 1), moved[0] / at.place[1],
                          lz::logsumexp(at.place)};
      });
  constexpr pose<double> at{0.3, {1.0, 2.0}};
  constexpr std::array turn{0.1, 0.2, 0.3};
  constexpr double weights[2][2] = {{1, 2}, {3, 4}};
  CHECK(lz::jacobian(F)(at, turn, weights).jacobian(1, 2) != 0);
  CHECK(lz::jvp<2>(lz::vector(x * y), lz::wrt(x))(x = 1.0, y = 2.0, lz::direction(x = 1.0),
                                                  lz::direction(x = 2.0))
            .tangent[1] == 4);
  double number = 0;
  std::array<double, 2> slopes{};
  lz::call(lz::gradient(x * x * y), x = 1.0, y = 2.0, lz::out(number, slopes));
  CHECK(slopes[0] == 4);
  std::vector<double> const points{1.0, 2.0};
  std::vector<double> squares(2);
  lz::map(x * x, x = points, lz::out(squares));
  CHECK(squares[1] == 4);
  STATIC_REQUIRE(lz::to_c(lz::hessian(x * x * y), "code").size() > 0);
  STATIC_REQUIRE(lz::to_string(lz::simplify(lz::derivative(x * x, x))) == "2*x");
  CHECK(lz::check_gradient(lz::gradient(x * x * y), x = 1.0, y = 2.0).error < 1e-9);
}

TEST_CASE("a call of nothing") {  // what needs no argument takes none, without a warning
  STATIC_REQUIRE(lz::derivative(3_c * x, x)() == 3);
  STATIC_REQUIRE(lz::gradient(3_c * x)(x = 1.0)[x] == 3);
}
