// SPDX-License-Identifier: BSL-1.0
// lz::check_gradient finds a wrong derivative, and which.
#include "leibniz/emit/check_gradient.hpp"

#include <limits>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;

namespace {

/// x², with a derivative that is wrong.
struct wrong_square_entry : lz::entry<wrong_square_entry, "wrong_square", 1> {
  LEIBNIZ_INLINE static auto value(auto const& x) { return x * x; }
  static constexpr auto partials(auto, auto x) { return lz::list(3_c * x); }
};

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::parameter<"p"> p;

}  // namespace

TEST_CASE("a right gradient agrees with differences") {
  CHECK(check_gradient(lz::gradient(sin(x) * exp(y) * p), x = 2.0, y = 0.5, p = 3.0).error < 1e-9);
  CHECK(check_gradient(lz::gradient(sin(x) * exp(y)), x = 2.0f, y = 0.5f).error < 1e-3f);
  constexpr auto f = lz::function<lz::R<3>>([](auto const& q) { return q[0] * sin(q[1]) / q[2]; });
  CHECK(lz::check_gradient(lz::gradient(f), std::array{1.0, 2.0, 3.0}).error < 1e-9);
  STATIC_REQUIRE(check_gradient(lz::gradient(x * x * y), x = 2.0, y = 0.5).error < 1e-9);
}

TEST_CASE("the worst entry is named") {
  auto const g = lz::gradient(x * x + lz::call<wrong_square_entry>(y));
  auto const worst = check_gradient(g, x = 2.0, y = 5.0);
  CHECK(worst.name == "y");
  CHECK(worst.index == 1);
  CHECK(worst.derivative == 15.0);
  CHECK(lz::test::close(worst.difference, 10.0, 1e-8));
  CHECK(worst.error > 0.3);
  constexpr auto f = lz::function<lz::R<3>>(
      [](auto const& q) { return q[0] * q[1] + lz::call<wrong_square_entry>(q[2]); });
  CHECK(lz::check_gradient(lz::gradient(f), std::array{1.0, 2.0, 3.0}).index == 2);
  CHECK(lz::check_gradient(lz::gradient(f), std::array{1.0, 2.0, 3.0}).name == "p[2]");
}

TEST_CASE("functions of several inputs") {
  constexpr auto f = lz::function<lz::R<2>, lz::passive<lz::R<>>, lz::R<2, 2>, lz::R<>>(
      [](auto const& u, auto const& data, auto const& A, auto const& t) {
        return u[0] * exp(u[1]) * data + A(0, 1) * lz::call<wrong_square_entry>(A(1, 0)) * t;
      });
  double const A[2][2] = {{1, 2}, {0, 4}};
  double const u[2] = {1, 2};
  CHECK(lz::check_gradient(lz::gradient(f), u, 3.0, A, 2.0).error < 1e-9);  // A(1, 0) is 0
  double const B[2][2] = {{1, 2}, {3, 4}};
  auto const worst = lz::check_gradient(lz::gradient(f), u, 3.0, B, 2.0);
  CHECK(worst.name == "p3[2]");
  CHECK(worst.index == 4);  // the passive input does not count
  CHECK(worst.derivative == 36.0);
}

TEST_CASE("a NaN is the worst there is, wherever it stands") {
  auto const is_nan = [](auto const& checked, std::string_view name, int index) {
    return checked.error != checked.error && checked.name == name && checked.index == index;
  };
  CHECK(is_nan(check_gradient(lz::gradient(sqrt(x) + y), x = 0.0, y = 1.0), "x", 0));
  CHECK(is_nan(check_gradient(lz::gradient(y + sqrt(x)), x = 0.0, y = 1.0), "x", 1));
  constexpr auto f =
      lz::function<lz::R<>, lz::R<2>>([](auto const& s, auto const& q) { return sqrt(s) + q[0]; });
  CHECK(is_nan(lz::check_gradient(lz::gradient(f), 0.0, std::array{1.0, 2.0}), "p1", 0));

  double const infinity = std::numeric_limits<double>::infinity();
  CHECK(is_nan(check_gradient(lz::gradient(x * y), x = 1.0, y = infinity), "x", 0));
  CHECK(is_nan(check_gradient(lz::gradient(x * y), x = 1e300, y = 1e300), "x", 0));  // overflow
  CHECK(is_nan(check_gradient(lz::gradient(log(x) + y), x = -1.0, y = 1.0), "x", 0));
}

TEST_CASE("integers and floats are moved by a step of the call's scalar type") {
  CHECK(check_gradient(lz::gradient(x * y), x = 3, y = 4).error < 1e-9);
  CHECK(check_gradient(lz::gradient(x * y), x = 3, y = 4.0f).error < 1e-4f);
  CHECK(check_gradient(lz::gradient(sin(x) * y), x = 3.0f, y = 4.0).error < 1e-9);
  STATIC_REQUIRE(check_gradient(lz::gradient(x * x * y), x = 3, y = 4).error < 1e-9);
  constexpr auto f =
      lz::function<lz::R<2>, lz::R<>>([](auto const& q, auto const& t) { return q[0] * q[1] / t; });
  CHECK(lz::check_gradient(lz::gradient(f), std::array{1, 2}, 3).error < 1e-9);
  CHECK(lz::check_gradient(lz::gradient(f), std::array{1.0f, 2.0f}, 3.0).error < 1e-9);
}

TEST_CASE("close to the end of a domain, and far out") {
  CHECK(check_gradient(lz::gradient(log(x) * sqrt(y)), x = 1e-9, y = 1e-12).error < 1e-9);
  CHECK(check_gradient(lz::gradient(log(x)), x = 1e-6f).error < 1e-4f);
  CHECK(check_gradient(lz::gradient(sin(x) + 1e-6 * y * y), x = 1e6, y = 1e3).error < 1e-9);
  constexpr auto f = lz::function<lz::R<2>>([](auto const& q) { return log(q[0]) * sin(q[1]); });
  CHECK(lz::check_gradient(lz::gradient(f), std::array{1e-9, 1e6}).error < 1e-9);
  // what is wrong there is found, too
  CHECK(check_gradient(lz::gradient(log(lz::call<wrong_square_entry>(x))), x = 1e-9).error > 0.3);
  CHECK(check_gradient(lz::gradient(sin(lz::call<wrong_square_entry>(x))), x = 1e3).error > 0.3);
}
