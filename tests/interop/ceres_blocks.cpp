// SPDX-License-Identifier: BSL-1.0
// What Ceres gets: sizes of blocks, residuals, the blocks of the Jacobian that it asks for. CHECK is glog's here.
#include <algorithm>
#include <memory>
#include <vector>

#include "check.hpp"
#include "leibniz/interop/ceres.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {

constexpr auto f =
    lz::function<lz::R<2>, lz::passive<lz::R<2>>, lz::R<>, lz::R<2, 2>, lz::passive<lz::R<>>>(
        [](auto const& p, auto const& q, auto const& s, auto const& a, auto const& t) {
          return std::array{a(0, 0) * p[0] + a(0, 1) * p[1] * s - q[0],
                            a(1, 0) * p[0] + a(1, 1) * p[1] - q[1] * t, sin(s * t)};
        });

constexpr lz::variable<"a"> a;
constexpr lz::variable<"b"> b;
constexpr lz::variable<"c"> c;
constexpr lz::variable<"t"> t;
constexpr lz::parameter<"y"> y;

std::vector<double> residuals_of(ceres::CostFunction const& cost,
                                 std::vector<double const*> const& blocks) {
  std::vector<double> residuals(static_cast<std::size_t>(cost.num_residuals()), -1);
  REQUIRE(cost.Evaluate(blocks.data(), residuals.data(), nullptr));
  return residuals;
}

}  // namespace

TEST_CASE("each active input of a function is a parameter block") {
  std::array const p{opaque(2.0), 3.0}, q{5.0, 7.0};
  double const s = 0.5, m[] = {1, 2, 3, 4}, at_t = 11;
  std::unique_ptr<ceres::CostFunction> const cost(new lz::ceres_cost(f, q, at_t));
  REQUIRE(cost->num_residuals() == 3);
  REQUIRE((std::ranges::equal(cost->parameter_block_sizes(), std::array<int, 3>{2, 1, 4})));

  std::vector<double const*> const blocks{p.data(), &s, m};
  auto const exact = lz::jacobian(f)(p, q, s, m, at_t);
  REQUIRE((std::ranges::equal(residuals_of(*cost, blocks), exact.value)));

  std::array<double, 3> r{};
  double by_p[6], by_s[3], by_m[12];
  double* jacobians[] = {by_p, by_s, by_m};
  REQUIRE(cost->Evaluate(blocks.data(), r.data(), jacobians));
  REQUIRE(r == exact.value);
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 2; ++j) REQUIRE(by_p[2 * i + j] == exact.jacobian(i, j));
    REQUIRE(by_s[i] == exact.jacobian(i, 2));
    for (int j = 0; j < 4; ++j) REQUIRE(by_m[4 * i + j] == exact.jacobian(i, 3 + j));
  }

  // only what is asked for
  double only_s[3] = {};
  double* some[] = {nullptr, only_s, nullptr};
  REQUIRE(cost->Evaluate(blocks.data(), r.data(), some));
  for (int i = 0; i < 3; ++i) REQUIRE(only_s[i] == by_s[i]);
  double* none[] = {nullptr, nullptr, nullptr};
  r = {};
  REQUIRE(cost->Evaluate(blocks.data(), r.data(), none));
  REQUIRE(r == exact.value);
}

TEST_CASE("each wrt of a formula is a parameter block, named arguments are data") {
  double const ab[] = {opaque(2.0), 0.25}, of_c[] = {3};
  double scale = opaque(1.5);  // a plain number in a formula is kept with it
  lz::ceres_cost const cost(lz::vector(a * exp(b * t) - y, scale * c * a), lz::wrt(a, b),
                            lz::wrt(c), t = 2.0, y = 1.0);
  REQUIRE(cost.num_residuals() == 2);
  REQUIRE((std::ranges::equal(cost.parameter_block_sizes(), std::array{2, 1})));
  double const e = std::exp(0.5);
  std::vector<double const*> const blocks{ab, of_c};
  {
    std::vector<double> const found = residuals_of(cost, blocks);
    REQUIRE(found[0] == Approx(2 * e - 1).epsilon(1e-15));
    REQUIRE(found[1] == 9);
  }
  double r[2], by_ab[4], by_c[2];
  double* jacobians[] = {by_ab, by_c};
  REQUIRE(cost.Evaluate(blocks.data(), r, jacobians));
  REQUIRE(r[0] == Approx(2 * e - 1).epsilon(1e-15));
  REQUIRE(by_ab[0] == Approx(e).epsilon(1e-15));
  REQUIRE(by_ab[1] == Approx(4 * e).epsilon(1e-15));
  REQUIRE(by_ab[2] == 4.5);
  REQUIRE(by_ab[3] == 0);
  REQUIRE(by_c[0] == 0);
  REQUIRE(by_c[1] == 3);

  lz::ceres_cost const single(a * b - 1, lz::wrt(b), a = 4.0);
  double const at_b[] = {2};
  REQUIRE(residuals_of(single, {at_b}) == std::vector<double>(1, 7.0));
}
