// SPDX-License-Identifier: BSL-1.0
// lz::simplify: what becomes cheaper, and that it stays the same function.
#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

template <class F> constexpr lz::operation_count cost(F const& f) { return lz::cost(f); }

}  // namespace

TEST_CASE("identities make formulas smaller") {
  STATIC_REQUIRE(cost(simplify(square(sin(x)) + square(cos(x)))).operations == 0);
  STATIC_REQUIRE(cost(simplify(y * sin(x) * sin(x) + y * cos(x) * cos(x))).operations <= 1);
  STATIC_REQUIRE(cost(simplify(exp(x) * exp(y))).calls == 1);
  STATIC_REQUIRE(cost(simplify(log(exp(x + y)))).calls == 0);
  STATIC_REQUIRE(cost(simplify(exp(log(x)) * y)).operations == 1);
  STATIC_REQUIRE(cost(simplify(sqrt(x) * sqrt(x))).operations == 0);
  STATIC_REQUIRE(cost(simplify(x * y + x * z)).operations == 2);
  STATIC_REQUIRE(cost(simplify(x / y / z)).divisions == 1);
  STATIC_REQUIRE(cost(simplify(x * x * y + 2 * x * x * y)).multiplications == 3);
  STATIC_REQUIRE(cost(simplify((x + y) * (x - y) * z)).operations <= 4);
}

TEST_CASE("quotients with one divisor share its reciprocal") {
  constexpr auto f = lz::vector(simplify(x / z), y / z, sin(x) / z);
  STATIC_REQUIRE(lz::cost(f).divisions == 1);
  STATIC_REQUIRE(lz::cost(lz::vector(x / z, y / z, sin(x) / z)).divisions == 3);
}

TEST_CASE("a simplified formula is the same function, its derivatives too") {
  constexpr auto f = exp(x) * exp(y) / (1 + exp(x) * exp(y)) + x / y / (1 + x * x);
  constexpr auto g = simplify(f);
  STATIC_REQUIRE(g == f);
  STATIC_REQUIRE(derivative(g, x) == derivative(f, x));
  STATIC_REQUIRE(lz::cost(g).operations < lz::cost(f).operations);
  STATIC_REQUIRE(lz::cost(lz::gradient(g)).operations < lz::cost(lz::gradient(f)).operations);
  for (double a : {-1.5, 0.25, 2.0})
    for (double b : {-0.5, 0.75}) {
      auto const plain = lz::gradient(f)(x = a, y = b), simple = lz::gradient(g)(x = a, y = b);
      CHECK(close(simple.value, plain.value, 1e-14));
      CHECK(close(simple[x], plain[x], 1e-14));
      CHECK(close(simple[y], plain[y], 1e-14));
    }
}

TEST_CASE("without simplify a value is computed as it was written") {
  STATIC_REQUIRE(lz::cost(x / y / z).divisions == 2);
  STATIC_REQUIRE(lz::cost(exp(x) * exp(y)).calls == 2);
  CHECK((x / y / z)(x = opaque(1e-200), y = opaque(1e200), z = opaque(1e-200)) == 0);
}

TEST_CASE("the text of a simplified formula is collected") {
  STATIC_REQUIRE(to_string(simplify(x * x * y + 2 * x * x * y)) == "3*x^2*y");
  STATIC_REQUIRE(to_string(simplify(exp(x) * exp(y))) == "exp(x + y)");
}

namespace {

template <class T> using rows = std::array<std::array<T, 3>, 3>;
/// A product as it is written by hand. (That of lz::matrix leaves zeros out by itself.)
template <class T> constexpr std::array<T, 3> times(rows<T> const& m, std::array<T, 3> const& v) {
  std::array<T, 3> result;
  for (std::size_t i = 0; i < 3; ++i) result[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return result;
}
/// Turns by two angles, with the zeros of their matrices written out, of both signs.
template <class T> constexpr auto turned(T const& a, T const& b, T const& u, T const& v) {
  T const zero(0.0), one(1.0);
  rows<T> const first{{{cos(a), -sin(a), zero}, {sin(a), cos(a), -zero}, {zero, zero, one}}};
  rows<T> const second{{{one, zero, zero}, {zero, cos(b), -sin(b)}, {-zero, sin(b), cos(b)}}};
  return times(first, times(second, std::array<T, 3>{u, v, zero}));
}
constexpr auto turn = lz::function<lz::R<2>, lz::R<2>>(
    [](auto const& angle, auto const& at) { return turned(angle[0], angle[1], at[0], at[1]); });
constexpr auto price = lz::function<lz::R<2>>(
    [](auto const& p) { return p[0] / p[1] + exp(p[0]) * exp(p[1]) + sin(p[0]) / p[1]; });
constexpr std::array angles{0.3, -1.1}, place{2.0, 0.7};

}  // namespace

TEST_CASE("a function is simplified as a formula is: the zeros of its matrices vanish") {
  constexpr auto simple = simplify(turn);
  STATIC_REQUIRE(lz::cost(simple).operations == 12);
  STATIC_REQUIRE(lz::cost(turn).operations == 31);
  STATIC_REQUIRE(2 * lz::cost(lz::jacobian(simple)).operations <=
                 lz::cost(lz::jacobian(turn)).operations);
  STATIC_REQUIRE(lz::cost(simplify(price)).calls == 2);
  STATIC_REQUIRE(lz::cost(simplify(price)).divisions == 1);
  constexpr auto constant = lz::jacobian(simple)(angles, place);
  auto const plain = lz::jacobian(turn)(angles, place);
  auto const simpler = lz::jacobian(simple)(angles, place);
  CHECK(simpler.value == simple(angles, place));
  for (int i = 0; i < 3; ++i) {
    auto const at = static_cast<std::size_t>(i);
    CHECK(close(simpler.value[at], plain.value[at], 1e-15));
    for (int k = 0; k < 4; ++k) {
      CHECK(close(simpler.jacobian(i, k), plain.jacobian(i, k), 1e-15));
      CHECK(close(constant.jacobian(i, k), plain.jacobian(i, k), 1e-15));
    }
  }
}

TEST_CASE("every verb takes a simplified function") {
  constexpr std::array p{0.4, 1.7};
  constexpr auto simple = simplify(price);
  auto const plain = lz::hessian(price)(p), simpler = lz::hessian(simple)(p);
  CHECK(close(simpler.value, plain.value, 1e-15));
  for (int i = 0; i < 2; ++i) {
    auto const at = static_cast<std::size_t>(i);
    CHECK(close(simpler.gradient[at], plain.gradient[at], 1e-15));
    for (int k = 0; k < 2; ++k) CHECK(close(simpler.hessian(i, k), plain.hessian(i, k), 1e-14));
  }
  constexpr std::array along{1.0, -2.0};
  CHECK(close(lz::jvp(simple)(p, along).tangent, lz::jvp(price)(p, along).tangent, 1e-14));
  CHECK(std::string_view(lz::to_c(lz::gradient(simple), "price")).find("exp") !=
        std::string_view::npos);
  CHECK(close(lz::gradient(simplify(simple))(p).value, plain.value, 1e-15));
}

TEST_CASE("what a derivative multiplies by -0 vanishes, as by 0") {
  constexpr auto positive = lz::function<lz::R<2>>(
      [](auto const& p) { return sin(p[0]) * p[1] + 0.0 * p[0] * exp(p[1]); });
  constexpr auto negative = lz::function<lz::R<2>>(
      [](auto const& p) { return sin(p[0]) * p[1] + -0.0 * p[0] * exp(p[1]); });
  STATIC_REQUIRE(lz::cost(lz::gradient(negative)).operations ==
                 lz::cost(lz::gradient(positive)).operations);
  STATIC_REQUIRE(lz::cost(lz::gradient(negative)).multiplications == 4);
}

TEST_CASE("a product of equal choices is not the choice") {
  constexpr auto choice = where(x < y, x, y);
  CHECK(simplify(choice * choice)(x = opaque(3.0), y = 5.0) == 9);
  CHECK(simplify(1_c / choice / choice)(x = opaque(2.0), y = 5.0) == 0.25);
}

TEST_CASE("constants far from 1 are not multiplied by each other") {
  constexpr auto tiny =
      lz::function<lz::R<1>>([](auto const& p) { return 1e-25 * (1e-20 * p[0]); });
  constexpr auto huge =
      lz::function<lz::R<1>>([](auto const& p) { return 1e300 * (1e300 * p[0]) / 1e-310; });
  std::array<float, 1> const large{opaque(1e30f)};
  std::array<double, 1> const small{opaque(1e-310)};
  CHECK(close(lz::gradient(simplify(tiny))(large).value, tiny(large), 1e-6F));
  CHECK(lz::gradient(simplify(huge))(small).value == huge(small));
}
