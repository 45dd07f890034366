// SPDX-License-Identifier: BSL-1.0
#include "kernels/black_scholes.hpp"

#include "kernels/agreement.hpp"

namespace kernels {

template <> inline constexpr bool on_tape<std::remove_const_t<decltype(black_scholes)>> = false;

namespace {

constexpr auto greeks = lz::hessian(black_scholes);
constexpr auto first = lz::jacobian(black_scholes);
enum input { spot, strike, rate, volatility, time_left };

double density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * 3.14159265358979323846); }

}  // namespace

TEST_CASE("Black-Scholes: all derivatives of first and second order") {
  for (auto const& point : points_near({100, 110, 0.03, 0.25, 1.5}, 0.4, 8)) {
    hessian_agrees(black_scholes, greeks, point);
    jacobian_agrees(black_scholes, first, point);
  }
}

TEST_CASE("Black-Scholes: the Greeks in closed form") {
  for (auto const& p : points_near({100, 110, 0.03, 0.25, 1.5}, 0.4, 8)) {
    double const s = p[0], k = p[1], r = p[2], v = p[3], t = p[4], root = std::sqrt(t);
    double const d1 = (std::log(s / k) + (r + v * v / 2) * t) / (v * root), d2 = d1 - v * root;
    double const n1 = std::erfc(-d1 / std::sqrt(2.0)) / 2, n2 = std::erfc(-d2 / std::sqrt(2.0)) / 2;
    double const discounted = k * std::exp(-r * t), vega = s * density(d1) * root;
    auto const g = at(black_scholes, greeks, p);
    auto const same = [](double found, double expected) {
      CAPTURE(found, expected);
      CHECK(lz::test::close(found, expected, 1e-12));
    };
    same(g.value, s * n1 - discounted * n2);
    same(g.gradient[spot], n1);                        // delta
    same(g.gradient[strike], -std::exp(-r * t) * n2);  // dual delta
    same(g.gradient[rate], t * discounted * n2);       // rho
    same(g.gradient[volatility], vega);
    same(g.gradient[time_left], s * density(d1) * v / (2 * root) + r * discounted * n2);  // -theta
    same(g.hessian(spot, spot), density(d1) / (s * v * root));                            // gamma
    same(g.hessian(strike, strike), std::exp(-r * t) * density(d2) / (k * v * root));
    same(g.hessian(spot, strike), -density(d1) / (k * v * root));
    same(g.hessian(spot, volatility), -density(d1) * d2 / v);     // vanna
    same(g.hessian(volatility, volatility), vega * d1 * d2 / v);  // vomma
    same(g.hessian(spot, rate), root * density(d1) / v);
    same(g.hessian(spot, time_left),
         density(d1) * (2 * r * t - d2 * v * root) / (2 * t * v * root));  // -charm
    // veta: vega and its logarithm's derivative by time, d1' = r / (v root) - d2 / (2 t)
    same(g.hessian(volatility, time_left),
         vega * (1 / (2 * t) - d1 * (r / (v * root) - d2 / (2 * t))));
  }
}

TEST_CASE("Black-Scholes: constants, and a price of a textbook") {
  same_at_run_time<black_scholes, greeks, black_scholes_sample>();
  constexpr auto constant = greeks(black_scholes_sample);
  // Hull, Options, Futures, and Other Derivatives: 4.76
  STATIC_REQUIRE(constant.value > 4.755);
  STATIC_REQUIRE(constant.value < 4.765);
}

}  // namespace kernels
