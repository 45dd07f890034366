// SPDX-License-Identifier: BSL-1.0
// Products with exponentials that are one over the real numbers: of simplified functions, what cancels is left out.
#include <algorithm>

#include <boost/math/special_functions/erf.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include "check.hpp"
#include "kernels/black_scholes.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

constexpr auto price = kernels::black_scholes;
constexpr auto simple = lz::simplify(price);

using big = boost::multiprecision::cpp_bin_float_100;
using point = std::array<big, 5>;

/// The Greeks in closed form (Hull, Options, Futures, and Other Derivatives, chapter 19).
std::array<big, 5> greeks(point const& at) {
  auto const& [s, k, r, v, t] = at;
  big const root = sqrt(t), d1 = (log(s / k) + (r + v * v / 2) * t) / (v * root);
  big const d2 = d1 - v * root, paid = k * exp(-r * t);
  auto const share = [](big const& x) { return boost::math::erfc(-x / sqrt(big(2))) / 2; };
  big const density = exp(-d1 * d1 / 2) / sqrt(2 * boost::math::constants::pi<big>());
  return {share(d1), -paid / k * share(d2), t * paid * share(d2), s * density * root,
          s * density * v / (2 * root) + r * paid * share(d2)};
}
/// Column k of the Hessian, by a difference of 100 digits.
std::array<big, 5> greeks_by(point at, std::size_t k) {
  big const step = at[k] * big("1e-30");
  at[k] += step;
  std::array<big, 5> result = greeks(at);
  at[k] -= 2 * step;
  std::array<big, 5> const before = greeks(at);
  for (std::size_t i = 0; i < 5; ++i) result[i] = (result[i] - before[i]) / (2 * step);
  return result;
}
/// The distance from what is exact as a part of it, or of a thousandth of the largest beside it.
double error(double found, big const& exact, big const& largest) {
  big const scale = std::max(big(abs(exact)), big(largest / 1000));
  return static_cast<double>(abs(found - exact) / scale);
}

}  // namespace

TEST_CASE("of the price of an option the terms with a density cancel") {
  STATIC_REQUIRE(lz::cost(lz::gradient(price)).operations == 65);
  STATIC_REQUIRE(lz::cost(lz::gradient(simple)).operations <= 49);
  STATIC_REQUIRE(lz::cost(lz::gradient(simple)).calls == 5);  // log, two erfc, two exp
  STATIC_REQUIRE(lz::cost(lz::hessian(price)).operations == 239);
  STATIC_REQUIRE(lz::cost(lz::hessian(simple)).operations <= 151);
  STATIC_REQUIRE(lz::cost(lz::hessian(simple)).calls == 5);
}

TEST_CASE("the Greeks of a simplified price are closer to the exact ones than those of the price") {
  double worst = 0, worst_plain = 0;
  for (double spot : {36.0, 40.0, 42.0, 50.0})
    for (double volatility : {0.1, 0.2, 0.6})
      for (double time : {0.1, 0.5, 3.0}) {
        std::array const at{spot, 40.0, opaque(0.1), volatility, time};
        point exact_at;
        for (std::size_t i = 0; i < 5; ++i) exact_at[i] = at[i];
        auto const plain = lz::hessian(price)(at), simpler = lz::hessian(simple)(at);
        auto const gradient = greeks(exact_at);
        big const largest = *std::max_element(gradient.begin(), gradient.end());
        for (std::size_t i = 0; i < 5; ++i) {
          worst = std::max(worst, error(simpler.gradient[i], gradient[i], largest));
          worst_plain = std::max(worst_plain, error(plain.gradient[i], gradient[i], largest));
        }
        for (int k = 0; k < 5; ++k) {
          auto const column = greeks_by(exact_at, static_cast<std::size_t>(k));
          big const of_column = abs(column[static_cast<std::size_t>(k)]);
          for (int i = 0; i < 5; ++i) {
            big const& exact = column[static_cast<std::size_t>(i)];
            worst = std::max(worst, error(simpler.hessian(i, k), exact, of_column));
            worst_plain = std::max(worst_plain, error(plain.hessian(i, k), exact, of_column));
          }
        }
      }
  INFO(worst << " and " << worst_plain);
  CHECK(worst < 1e-12);
  CHECK(worst <= worst_plain);
}

TEST_CASE("a formula's products are merged, too, also with the opposite sign") {
  constexpr lz::variable<"x"> x;
  constexpr lz::variable<"y"> y;
  // d/dy: exp(log(x)/2 + y) - sqrt(x) exp(y) - ..., which is 0 but for the last term
  constexpr auto f = exp(log(x) / 2_c + y) - sqrt(x) * exp(y) + y * y;
  STATIC_REQUIRE(lz::cost(lz::gradient(simplify(f), lz::wrt(y))).operations <
                 lz::cost(lz::gradient(f, lz::wrt(y))).operations);
  auto const r = lz::gradient(simplify(f), lz::wrt(y))(x = opaque(2.0), y = 0.3);
  CHECK(close(r[y], 0.6, 1e-14));
}

namespace {

constexpr auto divided = lz::function<lz::R<2>>([](auto const& p) {
  auto const quotient = p[1] / exp(p[0]);
  return std::array{exp(p[0]) + exp(quotient), exp(quotient)};
});
constexpr auto with_logarithm = lz::function<lz::R<3>>([](auto const& p) {
  auto const& [x, y, z] = p;
  return std::array{z * exp(log(x) + y * z), z * x * exp(y * z) + cos(x)};
});
constexpr auto chosen = lz::function<lz::R<3>>([](auto const& p) {
  auto const& [x, y, z] = p;
  return where(x > 0.0, z * exp(log(x) + y * z), z * (x * exp(y * z)));
});

}  // namespace

TEST_CASE("an exponential becomes no quotient whose divisor may be 0") {
  std::array const at{opaque(0.5), 0.0};
  auto const plain = lz::jacobian(divided)(at), simpler = lz::jacobian(simplify(divided))(at);
  for (int i = 0; i < 2; ++i)
    for (int k = 0; k < 2; ++k) CHECK(close(simpler.jacobian(i, k), plain.jacobian(i, k), 1e-15));
}

TEST_CASE("what is merged is defined where it was before") {
  std::array const at{opaque(-2.0), 0.3, 0.7};
  auto const outputs = lz::jacobian(with_logarithm)(at);
  auto const merged = lz::jacobian(simplify(with_logarithm))(at);
  auto const branches = lz::gradient(chosen)(at), simpler = lz::gradient(simplify(chosen))(at);
  for (int k = 0; k < 3; ++k) {
    auto const i = static_cast<std::size_t>(k);
    CHECK(close(merged.jacobian(1, k), outputs.jacobian(1, k), 1e-15));
    CHECK(close(simpler.gradient[i], branches.gradient[i], 1e-15));
  }
}

TEST_CASE("forms for merging end before the compiler's limit does") {
  using lz::simplification::canonical_forms, lz::simplification::purpose;
  canonical_forms merging(purpose::merging), comparison(purpose::comparison);
  for (canonical_forms* forms : {&merging, &comparison}) {
    CHECK(!forms->exhausted());
    for (int i = 0; i <= canonical_forms::most_terms; ++i) forms->constant(lz::integer(i));
  }
  CHECK(merging.exhausted());
  CHECK(!comparison.exhausted());
}

TEST_CASE("a number beside a small fraction is that fraction") {
  using lz::inexact, lz::rational, lz::simplification::near_fraction;
  STATIC_REQUIRE(near_fraction(inexact(1.4142135623730951 * 1.4142135623730951)).is(2));
  STATIC_REQUIRE(near_fraction(inexact(-0.33333333333333331)) == rational(-1, 3));
  STATIC_REQUIRE(near_fraction(inexact(0.3333333)) == inexact(0.3333333));
  STATIC_REQUIRE(near_fraction(inexact(1e-20)) == inexact(1e-20));
  STATIC_REQUIRE(near_fraction(inexact(1e300)) == inexact(1e300));
  STATIC_REQUIRE(lz::simplification::floor(rational(-1, 2)) == -1);
  STATIC_REQUIRE(lz::simplification::floor(rational(3, 2)) == 1);
  STATIC_REQUIRE(lz::simplification::floor(lz::integer(-2)) == -2);
}
