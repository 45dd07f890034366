// SPDX-License-Identifier: BSL-1.0
// J'r and J'J: against differences, and against the Jacobian's own products for what they cost.
#include "check.hpp"
#include "emit/differences.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::big;
using lz::test::close;
using lz::test::opaque;
using lz::test::partial;

namespace {

// a decaying oscillation: amplitude, rate, frequency; an offset that only two residuals have
template <class P> constexpr auto residuals(P const& p) {
  std::array<std::remove_cvref_t<decltype(p[0])>, 4> r{};
  double const times[] = {0.25, 0.5, 1.25, 2.0}, data[] = {0.5, -0.25, 0.125, 0.75};
  for (std::size_t i = 0; i < 4; ++i) {
    r[i] = p[0] * exp(-p[1] * times[i]) * cos(p[2] * times[i]) - data[i];
    if (i >= 2) r[i] = r[i] + p[3];
  }
  return r;
}
constexpr auto f = lz::function<lz::R<3>, lz::R<>>([](auto const& p, auto const& offset) {
  return residuals(std::array{p[0], p[1], p[2], offset});
});
constexpr std::array at{0.75, 0.5, 1.5, 0.25};
constexpr std::array three{0.75, 0.5, 1.5};
constexpr auto system_of_f = lz::gauss_newton(f);

auto const half_squares = [](std::vector<big> const& p) {
  big sum = 0;
  for (big const& r : residuals(p)) sum += r * r / 2;
  return sum;
};
double squared_jacobian(int a, int b) {
  double sum = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    auto const r = [i](std::vector<big> const& p) { return residuals(p)[i]; };
    sum += partial(r, at, {std::size_t(a)}) * partial(r, at, {std::size_t(b)});
  }
  return sum;
}

constexpr lz::variable<"a"> a;
constexpr lz::variable<"b"> b;
constexpr lz::variable<"c"> c;
constexpr auto formulas = lz::vector(a * exp(-b), a* b - 1.5, c* c);

}  // namespace

TEST_CASE("the Gauss-Newton system of a function") {
  static constexpr auto r = system_of_f(three, 0.25);
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(close(r.gradient[i], partial(half_squares, at, {i}), 1e-13));
    CHECK(close(r.value[i], residuals(at)[i], 1e-15));
    for (int k = 0; k < 4; ++k)
      CHECK(close(r.hessian(int(i), k), squared_jacobian(int(i), k), 1e-13));
  }
  CHECK(r.hessian(3, 3) == 2);
  LEIBNIZ_CHECK_BOTH([] {
    auto const again = system_of_f(opaque(three), 0.25);
    return close(again.hessian(1, 2), r.hessian(1, 2), 1e-14) &&
           close(again.gradient[3], r.gradient[3], 1e-14);
  });
}

TEST_CASE("the Gauss-Newton system of formulas") {
  constexpr auto r = lz::gauss_newton(formulas)(a = 2.0, b = 0.5, c = 3.0);
  // J = (e, -2e, 0; 0.5, 2, 0; 0, 0, 6) with e = exp(-0.5), r = (2e, -0.5, 9)
  constexpr double e = lz::exp(-0.5);
  STATIC_REQUIRE(r.value[1] == -0.5);
  STATIC_REQUIRE(close(r[a], 2 * e * e - 0.25, 1e-15));
  STATIC_REQUIRE(close(r.gradient[b], -4 * e * e - 1, 1e-15));
  STATIC_REQUIRE(r[c] == 54);
  STATIC_REQUIRE(close(r.hessian(a, a), e * e + 0.25, 1e-15));
  STATIC_REQUIRE(close(r.hessian(b, a), -2 * e * e + 1, 1e-15));
  STATIC_REQUIRE(r.hessian(a, c) == 0);
  STATIC_REQUIRE(r.hessian(2, 2) == 36);
  constexpr auto by_b = lz::gauss_newton(formulas, lz::wrt(b))(a = 2.0, b = 0.5, c = 3.0);
  STATIC_REQUIRE(close(by_b.hessian(b, b), 4 * e * e + 4, 1e-15));
  constexpr auto one = lz::gauss_newton(a * a)(a = 3.0);
  STATIC_REQUIRE(one.value == 9);
  STATIC_REQUIRE(one[a] == 54);
  STATIC_REQUIRE(one.hessian(a, a) == 36);
}

TEST_CASE("the Gauss-Newton system in the caller's memory, and without its zeros") {
  std::array<double, 4> value{}, gradient{};
  double hessian[4][4];
  lz::call(system_of_f, three, 0.25, lz::out(value, gradient, hessian));
  auto const r = system_of_f(three, 0.25);
  CHECK(value == r.value);
  CHECK(gradient == r.gradient);
  CHECK(hessian[3][1] == r.hessian(1, 3));
  constexpr auto pattern = lz::sparsity(lz::gauss_newton(formulas));
  STATIC_REQUIRE(pattern.nonzeros() == 5);
  STATIC_REQUIRE(!pattern(0, 2));
  constexpr auto compressed = lz::compressed(lz::gauss_newton(formulas))(a = 2.0, b = 0.5, c = 3.0);
  STATIC_REQUIRE(compressed.nonzeros[4] == 36);
  STATIC_REQUIRE(compressed.value[2] == 9);
}

TEST_CASE("the Gauss-Newton system costs less than the Jacobian and its products") {
  constexpr int products = 4 * 7 + 10 * 7;  // dense: J'r and the triangle of J'J
  constexpr int fused = lz::cost(system_of_f).operations;
  constexpr int jacobian = lz::cost(lz::jacobian(f)).operations;
  CAPTURE(fused, jacobian);
  STATIC_REQUIRE(fused < jacobian + products);
  // residuals that do not move cost nothing in the system
  STATIC_REQUIRE(lz::cost(lz::gauss_newton(formulas, lz::wrt(c))).operations -
                     lz::cost(formulas).operations <=
                 5);
}

TEST_CASE("the Gauss-Newton system: 0 by choice times infinity is 0") {
  static constexpr auto root = lz::function<lz::R<2>>(
      [](auto const& p) { return std::array{where(p[0] > 0.0, sqrt(p[0]) * p[1], p[1]), p[0]}; });
  auto const r = lz::gauss_newton(root)(opaque(std::array{0.0, 3.0}));
  CHECK(r.hessian(0, 0) == 1);
  CHECK(r.hessian(0, 1) == 0);
  CHECK(r.hessian(1, 1) == 1);
  CHECK(r.gradient[1] == 3);
}
