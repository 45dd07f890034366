// Functions of several scalars, of every kind of sequence, and losses made of them.
#include "leibniz/functions/reduction.hpp"

#include <array>
#include <boost/hana/tuple.hpp>
#include <cmath>
#include <limits>
#include <tuple>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace leibniz;
using namespace leibniz::test;

namespace {

constexpr variable<"x"> x;
constexpr variable<"y"> y;
constexpr variable<"z"> z;
constexpr auto formulas = std::tuple(x, x* y, z);

template <auto F> constexpr auto of_four = function<R<4>>([](auto const& p) { return F(p); });
constexpr std::array four{1.0, -2.0, 3.0, 0.5};

constexpr bool close_to(double a, double b) { return close(a, b, 4e-16) || near(a, b, 2); }

}  // namespace

TEST_CASE("sums, products, means of every kind of sequence") {
  constexpr double c_array[] = {1, -2, 3, 0.5};
  static_assert(sum(four) == 2.5 && sum(c_array) == 2.5 && sum(1, -2, 3, 0.5) == 2.5);
  static_assert(sum(std::tuple(1, -2, 3.5)) == 2.5 &&
                sum(boost::hana::make_tuple(x, y))(x = 1.0, y = 2.0) == 3);
  static_assert(product(four) == -3 && mean(four) == 0.625 && dot(four, c_array) == 14.25);
  static_assert(sum(formulas) == x + x * y + z && sum(x, y, z) == x + y + z &&
                sum(x, 2, y) == x + y + 2);
  static_assert(product(x, y, z) == x * y * z && mean(x, y) == (x + y) / 2_c);
  static_assert(dot(formulas, std::tuple(y, 2_c, z)) == 3 * x * y + square(z));
  static_assert(dot(std::array{1.0, 2.0, 3.0}, formulas) == x + 2 * x * y + 3 * z);
  static_assert(std::is_same_v<decltype(sum(1.0f, 2.0f)), float>);

  static constexpr auto f = function<R<4>>([](auto const& p) {
    return std::array{sum(p),    product(p),   mean(p),
                      dot(p, p), dot(p, four), lz::sum(p[0], 2.0, p[1])};
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const J = jacobian(f)(std::array{opaque(1.0), -2.0, 0.0, 0.5});
    return J.value[0] == -0.5 && J.value[1] == 0 && J.value[2] == -0.125 && J.value[3] == 5.25 &&
           J.value[5] == 1 && J.jacobian(1, 2) == -1 && J.jacobian(1, 0) == 0 &&
           J.jacobian(3, 1) == -4 && J.jacobian(4, 2) == 3 && J.jacobian(2, 3) == 0.25;
  });
}

TEST_CASE("arrays of traced scalars may be long") {
  static constexpr auto f = function<R<300>>([](auto const& p) { return sum(p) + logsumexp(p); });
  std::array<double, 300> at{};
  auto const r = gradient(f)(at);
  CHECK(close(r.value, std::log(300.0), 1e-14));
  CHECK(close(r.gradient[7], 1 + 1 / 300.0, 1e-14));
}

TEST_CASE("min and max of several") {
  static_assert(lz::max(1, 2.5, 2) == 2.5 && lz::min(4, 3, 2, 1) == 1);
  static_assert(max(x, y, z)(x = 1.0, y = 3.0, z = 2.0) == 3);
  static_assert(derivative(min(x, y, z), y)(x = 1.0, y = 0.0, z = 2.0) == 1);
  static_assert(derivative(max(x, y, z), x)(x = 1.0, y = 1.0, z = 1.0) == 1);
  static constexpr auto f =
      function<R<3>>([](auto const& p) { return max(p[0], p[1], p[2], 0.5); });
  static_assert(gradient(f)(std::array{1.0, 7.0, 2.0}).gradient[1] == 1);
}

TEST_CASE("a norm has derivative 0 where it is 0, and the right second one beside") {
  static constexpr auto f1 = function<R<1>>([](auto const& p) { return norm(p); });
  static constexpr auto f2 = function<R<2>>([](auto const& p) { return norm(p); });
  static constexpr auto f3 = function<R<3>>([](auto const& p) { return norm(p); });
  static constexpr auto f4 = function<R<4>>([](auto const& p) { return norm(p); });
  LEIBNIZ_CHECK_BOTH([] { return gradient(f1)(std::array{opaque(-2.0)}).gradient[0] == -1; });
  auto const a = gradient(f2)(std::array{opaque(0.0), 0.0});
  auto const b = gradient(f3)(std::array{opaque(0.0), 0.0, 0.0});
  auto const c = gradient(f4)(std::array{opaque(0.0), 0.0, 0.0, 0.0});
  CHECK((a.gradient[0] == 0 && b.gradient[1] == 0 && c.gradient[3] == 0 && c.value == 0));
  auto const h3 = hessian(f3)(std::array{opaque(0.0), 0.0, 2.0});
  CHECK((h3.value == 2 && h3.gradient[2] == 1 && h3.hessian(0, 0) == 0.5 && h3.hessian(2, 2) == 0));
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = hessian(f4)(std::array{opaque(0.0), 0.0, 2.0, 0.0});
    return h.value == 2 && h.gradient[2] == 1 && h.hessian(0, 0) == 0.5 && h.hessian(2, 2) == 0;
  });
  LEIBNIZ_CHECK_BOTH([] {
    return near(norm(std::array{opaque(3e200), 4e200}), 5e200, 1) &&
           near(norm(opaque(2e-200), 3e-200, 6e-200), 7e-200, 2);
  });
  static_assert(norm(x, y) == hypot(x, y));
  static_assert(derivative(norm(x, y, z, x), z)(x = 0.0, y = 0.0, z = 0.0) == 0);
}

TEST_CASE("logsumexp and softmax neither overflow nor lose the small") {
  LEIBNIZ_CHECK_BOTH([] {
    return logsumexp(std::array{opaque(1000.0), 1000.0, -1000.0}) == 1000 + lz::log(2.0) &&
           close_to(logsumexp(opaque(0.0), -40.0), 4.248354255291589e-18) &&
           close_to(logsumexp(opaque(-800.0), -800.0, -800.0), -800 + lz::log(3.0));
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const p = softmax(std::array{opaque(1000.0), 999.0, -1000.0});
    return close_to(p[0], 1 / (1 + lz::exp(-1.0))) && close_to(p[0] + p[1], 1) && p[2] == 0;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const l = log_softmax(std::array{opaque(40.0), 0.0, -1e4});
    return close_to(l[0], -4.248354255291589e-18) && l[1] == -40 && l[2] == -10040;
  });
  static constexpr auto f = vector(softmax(x, y));
  LEIBNIZ_CHECK_BOTH([] {
    auto const p = f(x = opaque(0.0), y = 40.0);
    return close_to(p[0], 4.248354255291589e-18) && p[1] == 1;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const J =
        jacobian(vector(softmax(x, y, z)), wrt(x, y, z))(x = opaque(0.1), y = 0.7, z = -2.0);
    bool good = true;
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j) {
        double const p = J.value[static_cast<std::size_t>(i)],
                     q = J.value[static_cast<std::size_t>(j)];
        good = good && close(J.jacobian(i, j), i == j ? p * (1 - p) : -p * q, 1e-15);
      }
    return good;
  });
}

TEST_CASE("infinite elements of logsumexp and softmax: no weight of -inf, equal ones of inf") {
  constexpr double inf = std::numeric_limits<double>::infinity();
  using three = std::array<double, 3>;
  struct expected {
    three at;
    double sum;
    three weights, logarithms;
  };
  double const half = std::log(2.0), rest = std::log1p(std::exp(-1.0));
  expected const all[] = {{{-inf, 1, 2},
                           2 + rest,
                           {0, 1 / (1 + std::exp(1.0)), 1 / (1 + std::exp(-1.0))},
                           {-inf, -1 - rest, -rest}},
                          {{-inf, -inf, -inf}, -inf, {0, 0, 0}, {-inf, -inf, -inf}},
                          {{inf, 1, -inf}, inf, {1, 0, 0}, {0, -inf, -inf}},
                          {{inf, 3, inf}, inf, {0.5, 0, 0.5}, {-half, -inf, -half}},
                          {{-inf, 1e300, -inf}, 1e300, {0, 1, 0}, {-inf, 0, -inf}}};
  static constexpr auto f = function<R<3>>([](auto const& p) { return logsumexp(p); });
  static constexpr auto s = function<R<3>>([](auto const& p) { return softmax(p); });
  static constexpr auto l = function<R<3>>([](auto const& p) { return log_softmax(p); });
  static constexpr auto g = gradient(logsumexp(x, y, z), wrt(x, y, z));
  static constexpr auto gs = jacobian(vector(softmax(x, y, z)), wrt(x, y, z));
  for (expected const& known : all) {
    three at = known.at;
    for (double& a : at) a = opaque(a);
    CAPTURE(at);
    auto const sum = gradient(f)(at);
    auto const plain_weights = softmax(at);
    auto const h = hessian(f)(at);
    auto const of_formulas = g(x = at[0], y = at[1], z = at[2]);
    auto const weights = jacobian(s)(at);
    auto const weights_of_formulas = gs(x = at[0], y = at[1], z = at[2]);
    auto const logarithms = jacobian(l)(at);
    auto const same_or_close = [](double a, double b) { return a == b || close_to(a, b); };
    CHECK(same_or_close(sum.value, known.sum));
    CHECK(same_or_close(of_formulas.value, known.sum));
    CHECK(same_or_close(logsumexp(at), known.sum));
    double const gradients[] = {of_formulas[x], of_formulas[y], of_formulas[z]};
    for (int i = 0; i < 3; ++i) {
      auto const k = static_cast<std::size_t>(i);
      double const w = known.weights[k];
      CHECK(close_to(sum.gradient[k], w));
      CHECK(close_to(gradients[k], w));
      CHECK(close_to(weights.value[k], w));
      CHECK(close_to(plain_weights[k], w));
      CHECK(same_or_close(logarithms.value[k], known.logarithms[k]));
      for (int j = 0; j < 3; ++j) {
        double const v = known.weights[static_cast<std::size_t>(j)],
                     slope = i == j ? w * (1 - w) : -w * v;
        CHECK(close(h.hessian(i, j), slope, 1e-15));
        CHECK(close(weights.jacobian(i, j), slope, 1e-15));
        CHECK(close(weights_of_formulas.jacobian(i, j), slope, 1e-15));
        CHECK(close(logarithms.jacobian(i, j), (i == j) - v, 1e-15));
      }
    }
  }
  for (double const a : {inf, -inf}) {
    auto const p = softmax(std::array{opaque(a), opaque(a)});
    CHECK((p[0] == p[1] && p[0] == (a > 0 ? 0.5 : 0)));
    CHECK(logsumexp(opaque(a), opaque(a)) == a);
  }
  CHECK(std::isnan(logsumexp(std::array{opaque(1.0), std::nan(""), opaque(inf)})));
}

TEST_CASE("derivatives of logsumexp are softmax, also at ties and to second order") {
  static constexpr auto f = function<R<4>>([](auto const& p) { return logsumexp(p); });
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = hessian(f)(std::array{opaque(700.0), 700.0, 700.0, -1e5});
    return close(h.gradient[0], 1.0 / 3, 1e-15) && h.gradient[3] == 0 &&
           close(h.hessian(0, 1), -1.0 / 9, 1e-15) && close(h.hessian(1, 1), 2.0 / 9, 1e-15);
  });
  static constexpr auto g = function<R<4>>([](auto const& p) { return log_softmax(p)[1]; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(g)(std::array{opaque(1.0), 1.0, 1.0, 1.0});
    return r.gradient[0] == -0.25 && r.gradient[1] == 0.75;
  });
}
