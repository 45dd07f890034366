// SPDX-License-Identifier: BSL-1.0
// Functions and their inputs: shapes, passive ones, containers of every kind.
#include "leibniz/emit/inputs.hpp"

#include <array>
#include <boost/hana/size.hpp>
#include <limits>
#include <span>
#include <vector>

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#endif

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
namespace hana = boost::hana;
using lz::test::opaque;

namespace {

constexpr auto quadratic =
    lz::function<lz::R<3>>([](auto const& p) { return p[0] * p[0] + 2 * p[0] * p[1] + p[2]; });
constexpr auto scalar = lz::function<lz::R<>>([](auto const& t) { return t * t * t; });
constexpr auto bilinear = lz::function<lz::R<2>, lz::R<2, 3>, lz::passive<lz::R<3>>, lz::R<>>(
    [](auto const& u, auto const& A, auto const& v, auto const& s) {
      auto sum = s * s;
      for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 3; ++j)
          sum += u[static_cast<std::size_t>(i)] * A(i, j) * v[static_cast<std::size_t>(j)];
      return sum;
    });
constexpr auto partly =
    lz::function<lz::R<3>, lz::R<>>([](auto const& p, auto const&) { return 5 * p[2] + 1; });

constexpr bool is_right(std::array<double, 3> const& g) {
  return g[0] == 10 && g[1] == 4 && g[2] == 1;
}

}  // namespace

TEST_CASE("one vector: its gradient has its shape") {
  constexpr auto g = lz::gradient(quadratic);
  static_assert(
      std::is_same_v<decltype(g(std::array{1.0, 2.0, 3.0}).gradient), std::array<double, 3>>);
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::gradient(quadratic)(std::array{opaque(2.0), 3.0, 4.0});
    return r.value == 20 && is_right(r.gradient);
  });
  LEIBNIZ_CHECK_BOTH([] {
    double const p[] = {opaque(2.0), 3, 4};
    return is_right(lz::gradient(quadratic)(p).gradient) && quadratic(p) == 20;
  });
  LEIBNIZ_CHECK_BOTH([] {
    double const p[] = {opaque(2.0), 3, 4};
    double const* pointer = p;
    return is_right(lz::gradient(quadratic)(pointer).gradient);
  });
  LEIBNIZ_CHECK_BOTH([] {
    double const p[] = {opaque(2.0), 3, 4};
    return is_right(lz::gradient(quadratic)(std::span<double const, 3>(p)).gradient) &&
           is_right(lz::gradient(quadratic)(std::span<double const>(p)).gradient);
  });
  std::vector<double> const v = {2, 3, 4};
  CHECK(is_right(g(v).gradient));
  CHECK(is_right(g(std::array{2, 3, 4}).gradient));
}

TEST_CASE("a scalar: its gradient is a number") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::gradient(scalar)(opaque(2.0));
    static_assert(std::is_same_v<decltype(r.gradient), double>);
    return r.value == 8 && r.gradient == 12;
  });
  CHECK(lz::gradient(scalar)(2).gradient == 12);
}

TEST_CASE("several inputs: a tuple of gradients, without the passive ones") {
  LEIBNIZ_CHECK_BOTH([] {
    lz::matrix<double, 2, 3> const A{{1, 2, 3, 4, 5, 6}};
    auto const r =
        lz::gradient(bilinear)(std::array{opaque(2.0), -1.0}, A, std::array{1.0, 0.5, -2.0}, 3.0);
    static_assert(decltype(hana::size(r.gradient))::value == 3);
    auto const& by_u = r.gradient[hana::size_c<0>];
    auto const& by_A = r.gradient[hana::size_c<1>];
    static_assert(std::is_same_v<std::remove_cvref_t<decltype(by_A)>, lz::matrix<double, 2, 3>>);
    return r.value == 9 + 2 * (1 + 1 - 6) - (4 + 2.5 - 12) && by_u[0] == -4 && by_u[1] == -5.5 &&
           by_A(0, 0) == 2 && by_A(0, 2) == -4 && by_A(1, 1) == -0.5 && by_A(1, 2) == 2 &&
           r.gradient[hana::size_c<2>] == 6;
  });
}

TEST_CASE("inputs that are not used, entries that are zero") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = lz::gradient(partly)(std::array{opaque(1.0), 2.0, 3.0}, opaque(7.0));
    auto const& by_p = r.gradient[hana::size_c<0>];
    return r.value == 16 && by_p[0] == 0 && by_p[1] == 0 && by_p[2] == 5 &&
           r.gradient[hana::size_c<1>] == 0;
  });
}

TEST_CASE("NaN and infinity pass through") {
  double const nan = std::numeric_limits<double>::quiet_NaN(),
               inf = std::numeric_limits<double>::infinity();
  auto const a = lz::gradient(quadratic)(std::array{nan, 1.0, 2.0});
  CHECK(a.value != a.value);
  CHECK(a.gradient[0] != a.gradient[0]);
  CHECK(a.gradient[2] == 1);
  auto const b = lz::gradient(quadratic)(std::array{1.0, inf, 2.0});
  CHECK(b.value == inf);
  CHECK(b.gradient[0] == inf);
  CHECK(b.gradient[1] == 2);
}

#if __has_include(<Eigen/Core>)
TEST_CASE("Eigen vectors and matrices") {
  CHECK(is_right(lz::gradient(quadratic)(Eigen::Vector3d(2, 3, 4)).gradient));
  Eigen::VectorXd const dynamic = Eigen::Vector3d(2, 3, 4);
  CHECK(is_right(lz::gradient(quadratic)(dynamic).gradient));
  CHECK(lz::gradient(quadratic)(Eigen::Vector3f(2, 3, 4)).gradient[0] == 10.0f);
  Eigen::Matrix<double, 2, 3> A;
  A << 1, 2, 3, 4, 5, 6;  // column-major inside; (i, j) is (i, j)
  auto const r =
      lz::gradient(bilinear)(Eigen::Vector2d(2, -1), A, Eigen::Vector3d(1, 0.5, -2), 3.0);
  CHECK(r.value == 9 + 2 * (1 + 1 - 6) - (4 + 2.5 - 12));
  CHECK(r.gradient[hana::size_c<0>][1] == -5.5);
  CHECK(r.gradient[hana::size_c<1>](0, 2) == -4);
}
#endif

TEST_CASE("arrays of arrays are matrices") {
  constexpr auto f = lz::function<lz::R<2, 3>>([](auto const& A) { return A(1, 0) * A(0, 2); });
  constexpr std::array<std::array<double, 3>, 2> A{{{1, 2, 3}, {4, 5, 6}}};
  STATIC_REQUIRE(f(A) == 12);
  STATIC_REQUIRE(lz::gradient(f)(A).gradient(1, 0) == 3);
  std::array<std::array<double, 3>, 2> gradient{};
  double value = 0;
  lz::call(lz::gradient(f), A, lz::out(value, gradient));
  CHECK(gradient[0][2] == 4);
}
