// SPDX-License-Identifier: BSL-1.0
// lz::map with plain numbers: every way to lay out points and results, for formulas, functions and their verbs.
#include <array>
#include <complex>
#include <span>
#include <vector>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::bits;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + sin(y);

constexpr auto valley = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });
constexpr auto product = lz::function<lz::R<2, 2>, lz::R<>, lz::passive<lz::R<2>>>(
    [](auto const& a, auto const& t, auto const& v) {
      return std::array{t * (a(0, 0) * v[0] + a(0, 1) * v[1]), a(1, 0) * v[0] + a(1, 1) * v[1] * t};
    });

template <class T> struct state {
  T position;
  std::array<T, 2> speed;
};
constexpr auto energy = lz::function<lz::like<state>>([](auto const& s) {
  return s.position * 9.81 + 0.5 * (s.speed[0] * s.speed[0] + s.speed[1] * s.speed[1]);
});

struct point {
  double a, b;
};

constexpr std::size_t n = 7;
struct arrays {
  std::array<double, n> xs{}, ys{};
  constexpr arrays() {
    for (std::size_t i = 0; i < n; ++i) {
      xs[i] = 0.25 * static_cast<double>(i) - 1;
      ys[i] = 2 - 0.5 * static_cast<double>(i);
    }
  }
};
constexpr arrays in;

/// Checks values and gradients of `valley` at the points (xs[i], ys[i]).
template <class Values, class Gradients>
void check_valley(Values const& values, Gradients const& gradient) {
  for (std::size_t i = 0; i < n; ++i) {
    auto const expected = lz::gradient(valley)(std::array{in.xs[i], in.ys[i]});
    CHECK(bits(values[i]) == bits(expected.value));
    CHECK(bits(gradient(i, 0)) == bits(expected.gradient[0]));
    CHECK(bits(gradient(i, 1)) == bits(expected.gradient[1]));
  }
}

}  // namespace

TEST_CASE("map: a formula, its gradient and several formulas") {
  std::vector<double> const xs(in.xs.begin(), in.xs.end());
  std::vector<double> values(n);
  std::vector<std::array<double, 2>> gradients(n);
  lz::map(lz::gradient(f), x = xs, y = in.ys, lz::out(values, gradients));
  for (std::size_t i = 0; i < n; ++i) {
    auto const expected = lz::gradient(f)(x = xs[i], y = in.ys[i]);
    CHECK(bits(values[i]) == bits(expected.value));
    CHECK(bits(gradients[i][0]) == bits(expected[x]));
    CHECK(bits(gradients[i][1]) == bits(expected[y]));
  }
  lz::map(f, y = std::span(in.ys), x = 3.0, lz::out(values));  // one x for all
  for (std::size_t i = 0; i < n; ++i) CHECK(bits(values[i]) == bits(f(x = 3.0, y = in.ys[i])));
  double some[n], others[n];
  lz::map(lz::vector(f, x - y), x = xs, y = in.ys.data(), lz::out(lz::components(some, others)));
  for (std::size_t i = 0; i < n; ++i) {
    CHECK(bits(some[i]) == bits(f(x = xs[i], y = in.ys[i])));
    CHECK(others[i] == xs[i] - in.ys[i]);
  }
  auto const g = 2.5 * x * x;  // a plain literal
  lz::map(g, x = xs, lz::out(values));
  CHECK(values[0] == 2.5);
}

TEST_CASE("map: directions and adjoints are arrays, too") {
  std::vector<double> values(n), tangents(n);
  lz::map(lz::jvp(f, lz::wrt(x, y)), x = in.xs, y = in.ys, lz::direction(x = 1.0, y = in.xs),
          lz::out(values, tangents));
  for (std::size_t i = 0; i < n; ++i) {
    auto const expected =
        lz::jvp(f, lz::wrt(x, y))(x = in.xs[i], y = in.ys[i], lz::direction(x = 1.0, y = in.xs[i]));
    CHECK(bits(tangents[i]) == bits(expected.tangent));
  }
  std::vector<std::array<double, 2>> const points{{1, 2}, {3, 4}}, directions{{0.5, 1}, {2, 0}};
  double function_values[2], function_tangents[2];
  lz::map(lz::jvp(valley), points, directions, lz::out(function_values, function_tangents));
  for (std::size_t i = 0; i < 2; ++i)
    CHECK(bits(function_tangents[i]) == bits(lz::jvp(valley)(points[i], directions[i]).tangent));
}

TEST_CASE(
    "map: a function of points in structs, arrays, C arrays and an array for each component") {
  std::array<double, n> values{};
  std::array<std::array<double, 2>, n> gradients{};
  auto const of_gradients = [&](std::size_t i, std::size_t c) { return gradients[i][c]; };
  std::array<double, n> by_a{}, by_b{};
  auto const of_components = [&](std::size_t i, std::size_t c) {
    return c == 0 ? by_a[i] : by_b[i];
  };

  lz::map(lz::gradient(valley), lz::components(in.xs, in.ys), lz::out(values, gradients));
  check_valley(values, of_gradients);

  std::vector<point> structs(n);
  std::vector<lz::vec<double, 2>> columns(n);
  double c_arrays[n][2];
  for (std::size_t i = 0; i < n; ++i) {
    structs[i] = {in.xs[i], in.ys[i]};
    columns[i] = {{in.xs[i], in.ys[i]}};
    c_arrays[i][0] = in.xs[i], c_arrays[i][1] = in.ys[i];
  }
  values = {};
  lz::map(lz::gradient(valley), structs, lz::out(values, lz::components(by_a, by_b)));
  check_valley(values, of_components);
  gradients = {}, values = {};
  lz::map(lz::gradient(valley), columns, lz::out(values, gradients));
  check_valley(values, of_gradients);
  std::vector<point> struct_gradients(n);
  values = {};
  lz::map(lz::gradient(valley), c_arrays, lz::out(values, struct_gradients));
  check_valley(values, [&](std::size_t i, std::size_t c) {
    return c == 0 ? struct_gradients[i].a : struct_gradients[i].b;
  });
  // an array of arrays; its rows of a block
  std::array<double, 2 * n> block{};
  std::array const rows{std::span(block).first(n), std::span(block).last(n)};
  values = {};
  lz::map(lz::gradient(valley), lz::components(std::array{in.xs.data(), in.ys.data()}),
          lz::out(values, lz::components(rows)));
  check_valley(values, [&](std::size_t i, std::size_t c) { return block[c * n + i]; });
}

TEST_CASE("map: matrices, broadcast points, several results") {
  std::vector<lz::matrix<double, 2, 2>> matrices(n);
  for (std::size_t i = 0; i < n; ++i) matrices[i] = {{in.xs[i], 1, in.ys[i], 2}};
  std::array const v{0.5, 2.0};
  std::vector<std::array<double, 2>> values(n);
  std::vector<lz::matrix<double, 2, 5>> jacobians(n);
  lz::map(lz::jacobian(product), matrices, in.ys, v, lz::out(values, jacobians));
  for (std::size_t i = 0; i < n; ++i) {
    auto const expected = lz::jacobian(product)(matrices[i], in.ys[i], v);
    CHECK(values[i] == expected.value);
    CHECK(jacobians[i] == expected.jacobian);
  }
  double const one_matrix[2][2] = {{1, 2}, {3, 4}};
  lz::map(product, one_matrix, in.ys, v, lz::out(values));
  for (std::size_t i = 0; i < n; ++i) CHECK(values[i] == product(one_matrix, in.ys[i], v));
  std::vector<double> f_values(n);
  std::vector<std::array<double, 2>> gradients(n);
  std::vector<lz::matrix<double, 2, 2>> hessians(n);
  lz::map(lz::hessian(f), x = in.xs, y = in.ys, lz::out(f_values, gradients, hessians));
  CHECK(hessians[2](0, 1) == 2 * in.xs[2]);
  CHECK(hessians[2](1, 0) == 2 * in.xs[2]);
}

TEST_CASE("map: structs of scalars") {
  std::vector<state<double>> const states{{1, {2, 3}}, {4, {5, 6}}};
  std::vector<double> values(2);
  std::vector<state<double>> gradients(2);
  lz::map(lz::gradient(energy), states, lz::out(values, gradients));
  for (std::size_t i = 0; i < 2; ++i) {
    auto const expected = lz::gradient(energy)(states[i]);
    CHECK(values[i] == expected.value);
    CHECK(gradients[i].position == expected.gradient.position);
    CHECK(gradients[i].speed == expected.gradient.speed);
  }
}

TEST_CASE("map: other number types, other types of the destinations, no points at all") {
  std::vector<float> const xs{1, 2, 3};
  std::vector<double> values(3);
  lz::map(x * x / 3_c, x = xs, lz::out(values));
  CHECK(values[1] == static_cast<double>(4.0f / 3.0f));  // computed in float
  std::vector<int> const whole{1, 2, 3};
  lz::map(x / 2_c, x = whole, lz::out(values));
  CHECK(values[0] == 0.5);
  std::vector<std::complex<double>> const complex{{0, 1}, {1, 1}};
  std::vector<std::complex<double>> squares(2);
  lz::map(x * x, x = complex, lz::out(squares));
  CHECK(squares[0] == std::complex<double>(-1, 0));
  std::vector<double> const none;
  std::vector<double> no_values;
  lz::map(x * x, x = none, lz::out(no_values));
}

TEST_CASE("map: in a constant expression") {
  constexpr auto squares = [] {
    std::array<double, 3> const xs{1, 2, 3};
    std::array<double, 3> result{};
    lz::map(x * x, x = xs, lz::out(result));
    return result;
  }();
  static_assert(squares[2] == 9);
  CHECK(squares[1] == 4);
}

TEST_CASE("call: a formula and several formulas") {
  double value = 0;
  std::array<double, 2> both{};
  lz::call(f, x = 2.0, y = 5.0, lz::out(value));
  lz::call(lz::vector(f, x - y), x = 2.0, y = 5.0, lz::out(both));
  CHECK(bits(value) == bits(f(x = 2.0, y = 5.0)));
  CHECK(both == std::array{value, -3.0});
}
