// SPDX-License-Identifier: BSL-1.0
// Taylor coefficients of formulas and of functions along a direction: against known series and differences.
#include "check.hpp"
#include "emit/differences.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::big;
using lz::test::close;
using lz::test::opaque;
using lz::test::partial;

namespace {

template <class P> constexpr auto outputs(P const& p) {
  return std::array{sin(p[0] * p[1]) * p[2], exp(p[0]) / (1.0 + p[2] * p[2])};
}
constexpr auto f = lz::function<lz::R<2>, lz::passive<lz::R<>>, lz::R<>>(
    [](auto const& p, auto const& scale, auto const& q) {
      auto const r = outputs(std::array{p[0], p[1], q});
      return std::array{r[0] * scale, r[1] * scale};
    });
constexpr std::array at{0.75, 1.25, 0.5}, along{1.5, -0.5, 2.0};
constexpr std::array two{0.75, 1.25}, along_two{1.5, -0.5};

/// A derivative of an output on the line.
double on_line(std::size_t i, std::size_t order) {
  auto const line = [i](std::vector<big> const& t) {
    std::vector<big> p;
    for (std::size_t k = 0; k < 3; ++k) p.push_back(big(at[k]) + t[0] * big(along[k]));
    return big(outputs(p)[i]);
  };
  return partial(line, std::array{0.0}, std::vector<std::size_t>(order, 0));
}

}  // namespace

TEST_CASE("Taylor coefficients of known series") {
  constexpr auto geometric = lz::function<lz::R<>>([](auto const& t) { return 1.0 / (1.0 - t); });
  constexpr auto powers = lz::taylor<7>(geometric)(0.0, 2.0);
  for (std::size_t k = 0; k < 7; ++k) CHECK(powers[k] == double(1 << k));
  constexpr auto exponential = lz::function<lz::R<>>([](auto const& t) { return exp(t); });
  constexpr auto factorials = lz::taylor<12>(exponential)(0.0, 1.0);
  double factorial = 1;
  for (std::size_t k = 0; k < 12; ++k) {
    CHECK(close(factorials[k], 1 / factorial, 1e-15));
    factorial *= double(k + 1);
  }
  constexpr lz::variable<"x"> x;
  constexpr auto sine = lz::taylor<6>(sin(x), x)(x = 0.0);
  constexpr std::array expected{0.0, 1.0, 0.0, -1 / 6.0, 0.0, 1 / 120.0};
  for (std::size_t k = 0; k < 6; ++k) CHECK(close(sine[k], expected[k], 1e-15));
}

TEST_CASE(
    "twenty coefficients take as many operations as their products, not as the chain rule has terms") {
  constexpr lz::variable<"x"> x;
  // (1 + x^2)^(1/2): binomial coefficients at even powers; 1/(1 - x): ones
  constexpr auto root = sqrt(1_c + x * x) + 1_c / (1_c - x);
  constexpr auto coefficients = lz::taylor<20>(root, x)(x = 0.0);
  constexpr auto g =
      lz::function<lz::R<>>([](auto const& t) { return sqrt(1.0 + t * t) + 1.0 / (1.0 - t); });
  auto const of_function = lz::taylor<20>(g)(opaque(0.0), 1.0);
  double binomial = 1;
  for (int k = 0; k < 20; ++k) {
    double const expected = 1 + (k % 2 == 0 ? binomial : 0);
    CHECK(close(coefficients[std::size_t(k)], expected, 1e-14));
    CHECK(close(of_function[std::size_t(k)], expected, 1e-14));
    if (k % 2 == 0) binomial *= (0.5 - k / 2) / (k / 2 + 1);
  }
  STATIC_REQUIRE(lz::cost(lz::taylor<20>(g)).operations < 600);
  constexpr auto many = lz::function<lz::R<>>(
      [](auto const& t) { return exp(sin(t)) * log(2.0 + t) + tan(t) / (1.0 + erf(t)); });
  STATIC_REQUIRE(lz::cost(lz::taylor<12>(many)).operations < 1200);
  // mpmath.taylor with 60 digits
  constexpr std::array exact{1.352108344999287,   2.2975280665111044,     0.5860246754205469,
                             0.62322963890886718, -0.57037827218615593,   0.34805184062245905,
                             -0.1239707493698861, 0.26273731097015517,    -0.031082656392828122,
                             0.10071889156930169, 0.00043190321461314286, 0.047231643859218123};
  auto const found = lz::taylor<12>(many)(opaque(0.3), 1.0);
  for (std::size_t k = 0; k < 12; ++k) CHECK(close(found[k], exact[k], 1e-12));
}

TEST_CASE("Taylor coefficients of a function along a direction") {
  static constexpr auto r = lz::taylor<5>(f)(two, 3.0, 0.5, along_two, 2.0);
  static_assert(r.rows() == 2 && r.cols() == 5);
  double factorial = 1;
  for (int k = 0; k < 5; ++k) {
    factorial *= k > 0 ? k : 1;
    for (int i = 0; i < 2; ++i)
      CHECK(close(r(i, k), 3 * on_line(std::size_t(i), std::size_t(k)) / factorial, 1e-12));
  }
  LEIBNIZ_CHECK_BOTH([] {
    return close(lz::taylor<5>(f)(opaque(two), 3.0, 0.5, along_two, 2.0)(1, 4), r(1, 4), 1e-13);
  });
  lz::matrix<double, 2, 5> written{};
  lz::call(lz::taylor<5>(f), two, 3.0, 0.5, along_two, 2.0, lz::out(written));
  CHECK(written == lz::taylor<5>(f)(two, 3.0, 0.5, along_two, 2.0));
  STATIC_REQUIRE(lz::cost(lz::taylor<1>(f)).operations == lz::cost(f).operations);
}
