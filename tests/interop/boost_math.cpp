// SPDX-License-Identifier: BSL-1.0
// Derivatives for Boost.Math's root finders.
#include "leibniz/interop/boost_math.hpp"

#include <boost/math/tools/roots.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
namespace tools = boost::math::tools;
using namespace lz::literals;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::parameter<"a"> a;
constexpr auto fifth_root = pow(x, 5_c) - a;
constexpr auto kepler = lz::function<lz::R<>, lz::passive<lz::R<2>>>(
    [](auto const& e, auto const& p) { return e - p[0] * sin(e) - p[1]; });

}  // namespace

TEST_CASE("the tuple holds value and derivatives") {
  auto const two = lz::with_derivatives<2>(fifth_root, x, a = 3.0)(opaque(2.0));
  STATIC_REQUIRE(std::is_same_v<decltype(two), std::tuple<double, double, double> const>);
  CHECK((two == std::tuple(29.0, 80.0, 160.0)));
  CHECK((lz::with_derivatives<1>(fifth_root, x, a = 3.0)(2.0) == std::tuple(29.0, 80.0)));
  CHECK(std::get<3>(lz::with_derivatives<3>(fifth_root, x, a = 3.0)(2.0)) == 240);
  std::array const p{0.5, opaque(1.0)};
  auto const k = lz::with_derivatives<2>(kepler, p)(2.0);
  CHECK(std::get<0>(k) == 2 - 0.5 * std::sin(2.0) - 1);
  CHECK(std::get<1>(k) == 1 - 0.5 * std::cos(2.0));
  CHECK(std::get<2>(k) == 0.5 * std::sin(2.0));
}

TEST_CASE("roots by Newton, Halley and Schroeder") {
  double const exact = std::pow(3.0, 0.2);
  std::uintmax_t newton = 100, halley = 100, schroder = 100;
  CHECK(tools::newton_raphson_iterate(lz::with_derivatives<1>(fifth_root, x, a = 3.0), 1.5, 1.0,
                                      2.0, 50, newton) == Approx(exact).epsilon(1e-15));
  CHECK(tools::halley_iterate(lz::with_derivatives<2>(fifth_root, x, a = 3.0), 1.5, 1.0, 2.0, 50,
                              halley) == Approx(exact).epsilon(1e-15));
  CHECK(tools::schroder_iterate(lz::with_derivatives<2>(fifth_root, x, a = 3.0), 1.5, 1.0, 2.0, 50,
                                schroder) == Approx(exact).epsilon(1e-15));
  CHECK(halley < newton);
  CHECK(newton < 8);

  std::array const p{0.8, 0.7};
  std::uintmax_t steps = 100;
  double const e =
      tools::halley_iterate(lz::with_derivatives<2>(kepler, p), 1.0, 0.0, 3.2, 50, steps);
  CHECK(std::abs(e - 0.8 * std::sin(e) - 0.7) < 1e-15);
}

TEST_CASE("roots with 100 digits by the same functor") {
  using big = boost::multiprecision::cpp_bin_float_100;
  auto const f = lz::with_derivatives<2>(fifth_root, x, a = 3.0);
  std::uintmax_t steps = 100;
  big const root = tools::halley_iterate(f, big(1.5), big(1), big(2), 330, steps);
  CHECK(abs(pow(root, 5) - 3) < big("1e-98"));
  std::array const p{0.5, 1.0};
  steps = 100;
  big const e = tools::newton_raphson_iterate(lz::with_derivatives<1>(kepler, p), big(1), big(0),
                                              big(3), 330, steps);
  CHECK(abs(e - sin(e) / 2 - 1) < big("1e-98"));
}
