// SPDX-License-Identifier: BSL-1.0
// Taylor coefficients of formulas and of functions along a direction: against known series and differences.
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
