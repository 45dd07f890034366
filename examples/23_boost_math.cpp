// SPDX-License-Identifier: BSL-1.0
// Roots with the derivatives of a formula or a function: Newton and Halley of Boost.Math.
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdio>

#include <leibniz/interop/boost_math.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
namespace tools = boost::math::tools;

// [formula]
constexpr lz::variable<"x"> x;
constexpr lz::parameter<"a"> a;
constexpr auto f = x * exp(x) - a;  // Lambert's W

double lambert_w(double at) {
  std::uintmax_t steps = 50;
  return tools::halley_iterate(lz::with_derivatives<2>(f, x, a = at), 1.0, -1.0, 10.0, 50, steps);
}
// [/formula]

// [function]
constexpr auto kepler = lz::function<lz::R<>, lz::passive<lz::R<>>, lz::passive<lz::R<>>>(
    [](auto const& e, auto const& eccentricity, auto const& mean) {
      return e - eccentricity * sin(e) - mean;
    });

double eccentric_anomaly(double eccentricity, double mean) {
  std::uintmax_t steps = 50;
  return tools::newton_raphson_iterate(lz::with_derivatives<1>(kepler, eccentricity, mean), mean,
                                       0.0, 6.3, 50, steps);
}
// [/function]

int main() {
  double const w = lambert_w(1), e = eccentric_anomaly(0.6, 1.0);
  std::printf("W(1) = %.16f\nE = %.16f\n", w, e);
  bool const right =
      std::abs(w - 0.5671432904097838) < 1e-15 && std::abs(e - 0.6 * std::sin(e) - 1) < 1e-15;
  return right ? 0 : 1;
}
