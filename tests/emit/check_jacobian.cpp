// SPDX-License-Identifier: BSL-1.0
// lz::check_jacobian finds a wrong derivative, and which.
#include "leibniz/emit/check_jacobian.hpp"

#include <array>

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

template <class T> struct state {
  T x, v;
};

}  // namespace

TEST_CASE("a right Jacobian agrees with differences") {
  constexpr auto fs = lz::vector(sin(x) * exp(y) * p, x / y);
  CHECK(check_jacobian(lz::jacobian(fs, lz::wrt(y, x)), x = 2.0, y = 0.5, p = 3.0).error < 1e-9);
  CHECK(check_jacobian(lz::jacobian(lz::vector(x * y, x)), x = 2.0f, y = 0.5f).error < 1e-3f);
  STATIC_REQUIRE(check_jacobian(lz::jacobian(lz::vector(x * y, x)), x = 2.0, y = 0.5).error < 1e-9);
  constexpr auto several = lz::function<lz::R<3>>(
      [](auto const& q) { return std::tuple(q[0] * q[1], std::array{sin(q[2]), q[0] / q[2]}); });
  CHECK(lz::check_jacobian(lz::jacobian(several), std::array{1.0, 2.0, 3.0}).error < 1e-9);
  constexpr auto one = lz::function<lz::R<2>>([](auto const& q) { return q[0] * q[1]; });
  CHECK(lz::check_jacobian(lz::jacobian(one), std::array{1.0, 2.0}).error < 1e-9);
}

TEST_CASE("the worst entry of a Jacobian is named") {
  constexpr auto fs = lz::vector(x * y, x + y * y, x * x + lz::call<wrong_square_entry>(y), y);
  auto const worst = check_jacobian(lz::jacobian(fs), x = 2.0, y = 5.0);
  CHECK(worst.name == "y");
  CHECK(worst.row == 2);
  CHECK(worst.index == 1);
  CHECK(worst.derivative == 15.0);
  CHECK(lz::test::close(worst.difference, 10.0, 1e-8));
  constexpr auto f = lz::function<lz::R<3>>([](auto const& q) {
    return std::array{q[0] * q[1], lz::call<wrong_square_entry>(q[2]) * q[0]};
  });
  auto const of_function = lz::check_jacobian(lz::jacobian(f), std::array{1.0, 2.0, 3.0});
  CHECK(of_function.row == 1);
  CHECK(of_function.index == 2);
  CHECK(of_function.derivative == 9.0);
}

TEST_CASE("Jacobians of functions of several inputs") {
  constexpr auto f = lz::function<lz::R<2>, lz::passive<lz::R<>>, lz::R<2, 2>, lz::R<>>(
      [](auto const& u, auto const& data, auto const& A, auto const& t) {
        return std::array{u[0] * exp(u[1]) * data,
                          A(0, 1) * lz::call<wrong_square_entry>(A(1, 0)) * t};
      });
  double const u[2] = {1, 2}, A[2][2] = {{1, 2}, {0, 4}}, B[2][2] = {{1, 2}, {3, 4}};
  CHECK(lz::check_jacobian(lz::jacobian(f), u, 3.0, A, 2.0).error < 1e-9);  // A(1, 0) is 0
  auto const worst = lz::check_jacobian(lz::jacobian(f), u, 3.0, B, 2.0);
  CHECK(worst.name == "p3[2]");
  CHECK(worst.index == 4);  // the passive input does not count
  CHECK(worst.row == 1);
  CHECK(worst.derivative == 36.0);
  STATIC_REQUIRE(lz::check_jacobian(lz::jacobian(f), std::array{1, 2}, 3,
                                    lz::matrix<double, 2, 2>{{1, 2, 3, 4}}, 2)
                     .index == 4);
  constexpr auto of_number = lz::function<lz::R<>>([](auto const& t) { return sin(t); });
  CHECK(lz::check_jacobian(lz::jacobian(of_number), 1).error < 1e-9);
  constexpr auto of_struct = lz::function<lz::like<state>>([](auto const& s) {
    auto next = s;
    next.x = s.x * s.v;
    return next;
  });
  CHECK(lz::check_jacobian(lz::jacobian(of_struct), state<double>{2, 3}).error < 1e-9);
}

TEST_CASE("a NaN in a Jacobian, integers, the end of a domain") {
  auto const x_is_nan = check_jacobian(lz::jacobian(lz::vector(sqrt(x) + y, y)), x = 0.0, y = 1.0);
  CHECK(x_is_nan.error != x_is_nan.error);
  CHECK((x_is_nan.name == "x" && x_is_nan.row == 0));
  constexpr auto f =
      lz::function<lz::R<2>>([](auto const& q) { return std::array{q[1], sqrt(q[0]) + q[1]}; });
  auto const of_function = lz::check_jacobian(lz::jacobian(f), std::array{0.0, 1.0});
  CHECK(of_function.error != of_function.error);
  CHECK((of_function.name == "p[0]" && of_function.row == 1));
  CHECK(check_jacobian(lz::jacobian(lz::vector(x * y, x)), x = 3, y = 4).error < 1e-9);
  CHECK(lz::check_jacobian(lz::jacobian(f), std::array{3, 4}).error < 1e-9);
  CHECK(lz::check_jacobian(lz::jacobian(f), std::array{1e-9, 0.0}).error < 1e-9);
}
