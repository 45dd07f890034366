// SPDX-License-Identifier: BSL-1.0
// Systems and Jacobians for Boost.Odeint: stiff problems against published values, and what the stepper is given.
#include "leibniz/interop/odeint.hpp"

#include "leibniz/interop/ublas.hpp"

#include <boost/numeric/odeint.hpp>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
namespace odeint = boost::numeric::odeint;
using namespace lz::literals;
using lz::test::close;
using state = boost::numeric::ublas::vector<double>;

namespace {

/// Robertson's three reactions.
constexpr auto robertson = lz::function<lz::R<3>>([](auto const& y) {
  auto const a = 0.04 * y[0], b = 1e4 * y[1] * y[2], c = 3e7 * y[1] * y[1];
  return std::array{b - a, a - b - c, c};
});

constexpr lz::variable<"u"> u;
constexpr lz::variable<"v"> v;
constexpr lz::variable<"t"> t;
constexpr lz::parameter<"mu"> mu;
constexpr auto van_der_pol = lz::vector(v, mu * ((1_c - lz::square(u)) * v) - u);
/// y' = -50 (y - cos t), and the same as a function, with the rate as data.
constexpr auto relaxing = lz::vector(-50_c * (u - cos(t)));
constexpr auto relaxing_function = lz::function<lz::passive<lz::R<>>, lz::R<1>, lz::R<>>(
    [](auto const& rate, auto const& y, auto const& at) {
      return std::array{-rate * (y[0] - cos(at))};
    });

template <class System>
state solve(System const& system, std::vector<double> const& start, double end, double tolerance) {
  state x(start.size());
  std::copy(start.begin(), start.end(), x.begin());
  odeint::integrate_adaptive(
      odeint::make_controlled<odeint::rosenbrock4<double>>(tolerance, tolerance), system, x, 0.0,
      end, 1e-6);
  return x;
}

}  // namespace

TEST_CASE("Robertson's problem against published values") {
  auto const system = lz::odeint_system(robertson);
  // Source: the example cvRoberts of SUNDIALS's CVODE, five digits
  state const at_40 = solve(system, {1, 0, 0}, 40, 1e-10);
  CHECK(close(at_40[0], 7.1583e-01, 1e-5));
  CHECK(close(at_40[1], 9.1855e-06, 1e-5));
  CHECK(close(at_40[2], 2.8416e-01, 2e-5));
  // Source: test set for initial value problem solvers (Bari), problem ROBER, at 1e11
  state const late = solve(system, {1, 0, 0}, 1e11, 1e-14);
  CHECK(close(late[0], 0.2083340149701255e-07, 1e-4));
  CHECK(close(late[1], 0.8333360770334713e-13, 1e-4));
  CHECK(close(late[2], 0.9999999791665050, 1e-9));
}

TEST_CASE(
    "Van der Pol's problem with mu = 1e6 in scaled time, against the initial-value test set") {
  // u' = v, v' = ((1 - u^2) v - u)/eps with eps = 1e-6, at t = 2
  constexpr auto scaled = lz::vector(v, ((1_c - lz::square(u)) * v - u) * mu);
  auto const system = lz::odeint_system(scaled, lz::wrt(u, v), mu = 1e6);
  state const at_2 = solve(system, {2, 0}, 2, 1e-10);
  CHECK(close(at_2[0], 1.706167732170483, 1e-7));
  CHECK(close(at_2[1], -0.8928097010247975, 1e-7));
}

TEST_CASE("the stepper is given derivatives, Jacobian and derivative by time") {
  state x(2), dxdt(2), by_time(2, 7.0);
  x[0] = 0.5, x[1] = -2;
  boost::numeric::ublas::matrix<double> j(2, 2);
  auto const system = lz::odeint_system(van_der_pol, lz::wrt(u, v), mu = 3.0);
  system.first(x, dxdt, 0.0);
  CHECK(dxdt[0] == -2);
  CHECK(dxdt[1] == 3 * 0.75 * -2 - 0.5);
  system.second(x, j, 0.0, by_time);
  CHECK(j(0, 0) == 0);
  CHECK(j(0, 1) == 1);
  CHECK(j(1, 0) == -2 * 3 * 0.5 * -2 - 1);
  CHECK(j(1, 1) == 3 * 0.75);
  CHECK(by_time[0] == 0);
  CHECK(by_time[1] == 0);

  state y(1), dydt(1), by_t(1);
  y[0] = 2;
  auto const check = [&](auto const& of_time) {
    of_time.first(y, dydt, 0.3);
    CHECK(dydt[0] == Approx(-50 * (2 - std::cos(0.3))).epsilon(1e-15));
    boost::numeric::ublas::matrix<double> j1(1, 1);
    of_time.second(y, j1, 0.3, by_t);
    CHECK(j1(0, 0) == -50);
    CHECK(by_t[0] == Approx(-50 * std::sin(0.3)).epsilon(1e-15));
  };
  check(lz::odeint_system(relaxing, lz::wrt(u), lz::wrt(t)));
  check(lz::odeint_system(relaxing_function, 50.0));
}

TEST_CASE("a system that depends on time is integrated as one written by hand is") {
  using matrix = boost::numeric::ublas::matrix<double>;
  auto const by_hand = std::pair(
      [](state const& y, state& dydt, double at) { dydt[0] = -50 * (y[0] - std::cos(at)); },
      [](state const&, matrix& j, double at, state& by_time) {
        j(0, 0) = -50;
        by_time[0] = -50 * std::sin(at);
      });
  state const end = solve(lz::odeint_system(relaxing_function, 50), {0}, 1.5, 1e-8);
  CHECK(close(end[0], solve(by_hand, {0}, 1.5, 1e-8)[0], 1e-12));
  // y(0) = 0: y = (2500 cos t + 50 sin t - 2500 exp(-50 t))/2501
  CHECK(close(end[0], (2500 * std::cos(1.5) + 50 * std::sin(1.5)) / 2501, 1e-3));
}

TEST_CASE("the derivatives alone are a system for explicit steppers, with other containers") {
  using two = std::array<double, 2>;
  auto const oscillator = lz::odeint_system(van_der_pol, lz::wrt(u, v), mu = 0.0).first;
  two x{0, 1};
  odeint::integrate_adaptive(odeint::make_controlled<odeint::runge_kutta_dopri5<two>>(1e-10, 1e-10),
                             oscillator, x, 0.0, 1.0, 0.01);
  CHECK(x[0] == Approx(std::sin(1.0)).epsilon(1e-8));
}
