// SPDX-License-Identifier: BSL-1.0
// Results in the caller's memory: every verb, every kind of destination.
#include "leibniz/emit/call.hpp"

#include <array>
#include <span>
#include <vector>

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#endif

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {

template <class T> struct state {
  T x, v;
};
constexpr auto cubic = lz::function<lz::R<2>, lz::R<>>(
    [](auto const& p, auto const& t) { return p[0] * p[0] * p[1] + t * p[1]; });
constexpr auto pair_of =
    lz::function<lz::R<2>>([](auto const& p) { return std::array{p[0] * p[1], p[0] * p[0]}; });
constexpr auto moved = lz::function<lz::like<state>>([](auto const& s) {
  auto next = s;
  next.x = s.x + s.v * s.v;
  return next;
});

/// A number that knows when it was assigned.
struct noted {
  double number = 0;
  int when = 0;
  noted& operator=(double x) {
    number = x;
    when = ++assignments;
    return *this;
  }
  [[maybe_unused]] friend double operator*(noted const& a, noted const& b) {
    return a.number * b.number;
  }
  static inline int assignments = 0;
};

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;
constexpr auto f = x * x * y + 3 * x * y;

}  // namespace

TEST_CASE("a function and its verbs, into numbers, arrays, C arrays and pointers") {
  LEIBNIZ_CHECK_BOTH([] {
    std::array const p{opaque(2.0), 3.0};
    double value = 0, plain = 0;
    std::array<double, 2> by_p{};
    double by_t = 0;
    lz::call(cubic, p, 5.0, lz::out(plain));
    lz::call(lz::gradient(cubic), p, 5.0, lz::out(value, by_p, by_t));
    return plain == 27 && value == 27 && by_p[0] == 12 && by_p[1] == 9 && by_t == 3;
  });
  LEIBNIZ_CHECK_BOTH([] {
    std::array const p{opaque(2.0), 3.0};
    double value = 0, g[3] = {}, h[3][3] = {};
    lz::call(lz::hessian(cubic), p, 5.0, lz::out(value, g, h));
    return value == 27 && g[0] == 12 && g[2] == 3 && h[0][0] == 6 && h[0][1] == 4 && h[1][0] == 4 &&
           h[1][2] == 1 && h[2][1] == 1 && h[2][2] == 0;
  });
  LEIBNIZ_CHECK_BOTH([] {
    std::array const p{opaque(2.0), 3.0};
    double value[2] = {}, flat[4] = {};
    lz::matrix<double, 2, 2> jacobian{};
    lz::call(lz::jacobian(pair_of), p, lz::out(value, jacobian));
    lz::call(lz::jacobian(pair_of), p, lz::out(value, flat));
    double* const pointer = flat;
    lz::call(lz::jacobian(pair_of), p, lz::out(value, pointer));
    return value[0] == 6 && value[1] == 4 && jacobian(0, 0) == 3 && jacobian(1, 0) == 4 &&
           flat[0] == 3 && flat[1] == 2 && flat[2] == 4 && flat[3] == 0;
  });
  LEIBNIZ_CHECK_BOTH([] {
    std::array const p{opaque(2.0), 3.0}, d{1.0, 0.0};
    std::array<double, 2> value{}, tangent{}, gradient{};
    lz::call(lz::jvp(pair_of), p, d, lz::out(value, tangent));
    lz::call(lz::vjp(pair_of), p, d, lz::out(value, gradient));
    double number = 0, by_t = 0, product_t = 0;
    std::array<double, 2> by_p{}, product{};
    lz::call(lz::hvp(cubic), p, 5.0, d, 0.0, lz::out(number, by_p, by_t, product, product_t));
    return tangent[0] == 3 && tangent[1] == 4 && gradient[0] == 3 && gradient[1] == 2 &&
           number == 27 && by_p[0] == 12 && product[0] == 6 && product[1] == 4 && product_t == 0;
  });
  LEIBNIZ_CHECK_BOTH([] {
    double values[2] = {}, nonzeros[3] = {};
    lz::call(lz::compressed(lz::jacobian(pair_of)), std::array{opaque(2.0), 3.0},
             lz::out(values, nonzeros));
    return values[0] == 6 && nonzeros[0] == 3 && nonzeros[1] == 2 && nonzeros[2] == 4;
  });
}

TEST_CASE("structs as destinations") {
  LEIBNIZ_CHECK_BOTH([] {
    state<double> next{}, gradient{};
    double jacobian[4] = {};
    lz::call(lz::jacobian(moved), state<double>{opaque(1.0), 2.0}, lz::out(next, jacobian));
    lz::call(lz::vjp(moved), state<double>{opaque(1.0), 2.0}, state<double>{1, 0},
             lz::out(next, gradient));
    return next.x == 5 && next.v == 2 && jacobian[1] == 4 && gradient.x == 1 && gradient.v == 4;
  });
}

TEST_CASE("verbs of formulas, with named arguments") {
  LEIBNIZ_CHECK_BOTH([] {
    double value = 0, g[2] = {}, h[2][2] = {}, product[2] = {};
    lz::call(lz::gradient(f), x = opaque(2.0), y = 5.0, lz::out(value, g));
    if (value != 50 || g[0] != 35 || g[1] != 10) return false;
    lz::call(lz::hessian(f), x = opaque(2.0), y = 5.0, lz::out(value, g, h));
    if (h[0][0] != 10 || h[0][1] != 7 || h[1][0] != 7 || h[1][1] != 0) return false;
    lz::call(lz::hvp(f, lz::wrt(x, y)), x = opaque(2.0), y = 5.0, lz::direction(x = 1.0, y = 0.0),
             lz::out(value, g, product));
    return product[0] == 10 && product[1] == 7 && g[1] == 10;
  });
  LEIBNIZ_CHECK_BOTH([] {
    double values[2] = {}, tangents[2] = {};
    std::array<double, 4> jacobian{};
    constexpr auto F = lz::vector(f, x * y);
    lz::call(lz::jacobian(F, lz::wrt(x, y)), x = opaque(2.0), y = 5.0, lz::out(values, jacobian));
    lz::call(lz::jvp(F, lz::wrt(x)), x = opaque(2.0), y = 5.0, lz::direction(x = 2.0),
             lz::out(values, tangents));
    double value = 0;
    std::array<double, 1> by_x{};
    lz::call(lz::vjp(f, lz::wrt(x)), x = opaque(2.0), y = 5.0, lz::adjoint(2.0),
             lz::out(value, by_x));
    return values[1] == 10 && jacobian[0] == 35 && jacobian[2] == 5 && tangents[0] == 70 &&
           tangents[1] == 10 && by_x[0] == 70;
  });
}

TEST_CASE("every form of a formula: what it writes is what it returns") {
  constexpr auto g = exp(x / y) - z * z * x;
  constexpr auto F = lz::vector(f, g, y * z);
  constexpr auto by = lz::wrt(y, x);
  auto const at = [](auto const& verb, auto... more) {
    return verb(x = opaque(2.0), y = 5.0, z = -0.5, more...);
  };
  auto const write = [](auto const& verb, auto&&... more) {
    lz::call(verb, x = opaque(2.0), y = 5.0, z = -0.5, more...);
  };
  double value = 0, values[3] = {};

  write(g, lz::out(value));
  CHECK(value == at(g));
  write(F, lz::out(values));
  for (std::size_t i = 0; i < 3; ++i) CHECK(values[i] == at(F)[i]);

  double jacobian[3][2] = {};
  auto const j = at(lz::jacobian(F, by));
  write(lz::jacobian(F, by), lz::out(values, jacobian));
  for (int i = 0; i < 3; ++i) {
    CHECK(values[i] == j.value[std::size_t(i)]);
    for (int k = 0; k < 2; ++k) CHECK(jacobian[i][k] == j.jacobian(i, k));
  }

  double of_inputs[2] = {}, of_outputs[3] = {}, products[2] = {};
  auto const direction = lz::direction(y = 0.25, x = -3.0);
  auto const tangent = at(lz::jvp(F, by), direction);
  write(lz::jvp(F, by), direction, lz::out(values, of_outputs));
  for (std::size_t i = 0; i < 3; ++i) CHECK(of_outputs[i] == tangent.tangent[i]);
  auto const back = at(lz::vjp(F, by), lz::adjoint(0.5, -2.0, 7.0));
  write(lz::vjp(F, by), lz::adjoint(0.5, -2.0, 7.0), lz::out(values, of_inputs));
  CHECK((of_inputs[0] == back.gradient[y] && of_inputs[1] == back.gradient[x]));
  auto const second = at(lz::hvp(g, by), direction);
  write(lz::hvp(g, by), direction, lz::out(value, of_inputs, products));
  CHECK((products[0] == second.product[y] && products[1] == second.product[x]));
  CHECK((of_inputs[0] == second.gradient[y] && of_inputs[1] == second.gradient[x]));

  double system[2][2] = {};
  auto const normal = at(lz::gauss_newton(F, by));
  write(lz::gauss_newton(F, by), lz::out(values, of_inputs, system));
  for (int i = 0; i < 2; ++i)
    for (int k = 0; k < 2; ++k) CHECK(system[i][k] == normal.hessian(i, k));
  CHECK((of_inputs[0] == normal.gradient[y] && of_inputs[1] == normal.gradient[x]));

  double several[3][2] = {};
  auto const other = lz::direction(y = -1.0, x = 0.5);
  auto const tangents = at(lz::jvp<2>(F, by), direction, other);
  write(lz::jvp<2>(F, by), direction, other, lz::out(values, several));
  for (int i = 0; i < 3; ++i)
    for (int k = 0; k < 2; ++k) CHECK(several[i][k] == tangents.tangent(i, k));

  double nonzeros[5] = {};  // y*z does not depend on x
  write(lz::compressed(lz::jacobian(F, by)), lz::out(values, nonzeros));
  CHECK((nonzeros[0] == j.jacobian(0, 0) && nonzeros[1] == j.jacobian(0, 1)));
  CHECK((nonzeros[3] == j.jacobian(1, 1) && nonzeros[4] == j.jacobian(2, 0)));
}

TEST_CASE("vectors and spans, where the length is known at run time only") {
  std::vector<double> by_p(2);
  double value = 0, by_t = 0;
  lz::call(lz::gradient(cubic), std::vector<double>{2, 3}, 5.0, lz::out(value, by_p, by_t));
  CHECK(by_p[0] == 12);
  lz::call(lz::gradient(cubic), std::array{1.0, 3.0}, 5.0,
           lz::out(value, std::span<double>(by_p), by_t));
  CHECK(by_p[0] == 6);
}

#if __has_include(<Eigen/Core>)
TEST_CASE("Eigen vectors and matrices as destinations") {
  Eigen::Vector2d value;
  Eigen::Matrix2d fixed;
  Eigen::MatrixXd dynamic(2, 2);
  lz::call(lz::jacobian(pair_of), Eigen::Vector2d(2, 3), lz::out(value, fixed));
  lz::call(lz::jacobian(pair_of), Eigen::Vector2d(2, 3), lz::out(value, dynamic));
  CHECK(value[0] == 6);
  CHECK(fixed(1, 0) == 4);
  CHECK(dynamic(0, 1) == 2);
}
#endif

TEST_CASE("each result is written as soon as it is there") {
  std::array<noted, 2> value;
  std::array<noted, 4> jacobian;
  std::array const p{opaque(2.0), 3.0};
  lz::call(lz::jacobian(pair_of), p, lz::out(value, jacobian));
  CHECK((value[0].number == 6 && value[1].number == 4 && jacobian[0].number == 3));
  CHECK((jacobian[1].number == 2 && jacobian[2].number == 4 && jacobian[3].number == 0));
  CHECK(jacobian[0].when < value[0].when);  // p[1], which the value is computed from
  CHECK(value[1].when < jacobian[2].when);  // p[0]^2 before 2 p[0]
  CHECK(noted::assignments == 6);
}
