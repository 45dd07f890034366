// SPDX-License-Identifier: BSL-1.0
// A program of more steps than one function holds: its parts leave to each other what they compute.
#include <array>
#include <cmath>

#include "catch.hpp"
#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;

namespace {

constexpr unsigned steps = lz::schedule::largest_part / 14 + 8;
constexpr auto f = lz::function<lz::R<8>>([](auto const& p) {
  using std::exp, std::sin;
  auto t = p[0];
  for (unsigned i = 0; i < steps; ++i)
    t = sin(t * p[i % 8] + p[(3 * i + 3) % 8]) / (1.5 + exp(p[(5 * i + 5) % 8] - t));
  return t;
});

/// A number and its derivative by one input.
struct dual {
  double value, slope;
};

dual by_hand(std::array<double, 8> const& p, unsigned by) {
  auto const input = [&](unsigned k) { return dual{p[k % 8], k % 8 == by ? 1.0 : 0.0}; };
  dual t = input(0);
  for (unsigned i = 0; i < steps; ++i) {
    dual const a = input(i), b = input(3 * i + 3), d = input(5 * i + 5);
    double const angle = t.value * a.value + b.value;
    double const e = std::exp(d.value - t.value), divisor = 1.5 + e;
    double const value = std::sin(angle) / divisor;
    t = {value, (std::cos(angle) * (t.slope * a.value + t.value * a.slope + b.slope) -
                 value * e * (d.slope - t.slope)) /
                    divisor};
  }
  return t;
}

}  // namespace

TEST_CASE("a gradient of more steps than one function holds") {
  constexpr auto g = lz::gradient(f);
  STATIC_REQUIRE(decltype(g)::program::plan.parts > 1);
  std::array<double, 8> const p{0.3, -0.7, 0.5, 0.9, 1.1, -0.2, 0.4, 0.8};
  auto const r = g(p);
  for (unsigned k = 0; k < 8; ++k) {
    dual const expected = by_hand(p, k);
    CHECK(std::fabs(r.value - expected.value) <= 1e-12);
    CHECK(std::fabs(r.gradient[k] - expected.slope) <= 1e-12 * (1 + std::fabs(expected.slope)));
  }
}
