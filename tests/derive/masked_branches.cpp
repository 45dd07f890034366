// SPDX-License-Identifier: BSL-1.0
// A branch that is not taken reaches neither the value nor a derivative, though it is infinite or NaN.
#include <cmath>
#include <limits>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

constexpr auto root_or_line = where(x > 0_c, sqrt(x), x);
constexpr auto log_or_zero = where(x > 0_c, log(x), 0_c);
constexpr auto sinc = where(equal_to(x, 0_c), 1_c, sin(x) / x);
constexpr auto nested = where(x > 0_c, where(y > 0_c, sqrt(x) * log(y), x), y);
constexpr auto scaled = 3_c * where(x > 0_c, y / sqrt(x), 2_c * y) - 1_c;
constexpr auto norm = where(x * x + y * y > 0_c, sqrt(x* x + y * y), 0_c);
constexpr auto huge = where(x < 100_c, exp(x), 0_c) * y;

constexpr auto two_masks = where(x > 0_c, sqrt(x), 0_c) + where(x > 1_c, sqrt(x), 0_c);
constexpr auto power = pow(x, y);
constexpr auto traced_masks = lz::function<lz::R<2>>([](auto const& p) {
  auto const r = p[0] * p[0] + p[1] * p[1];
  return where(r > 0.0, sqrt(r), 0.0) + where(p[0] > 1.0, log(p[0] - 1.0), 0.0);
});

// Compilers reject a division by zero in a constant expression even where its result is not taken.
#define CHECK_RUN(...) CHECK(opaque(+__VA_ARGS__)())

/// The derivative by reverse and by forward derivation, when they agree; else NaN.
template <class F, class X, class... At>
double both_ways(F const& f, X const& by, At const&... at) {
  double const reverse = gradient(f)(at...)[by], forward = derivative(f, by)(at...);
  return reverse == forward ? reverse : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

TEST_CASE("the square root of a negative number, not taken") {
  CHECK_RUN([] { return both_ways(root_or_line, x, x = opaque(4.0)) == 0.25; });
  CHECK_RUN([] { return both_ways(root_or_line, x, x = opaque(-1.0)) == 1; });
  CHECK_RUN([] { return both_ways(root_or_line, x, x = opaque(0.0)) == 1; });
  CHECK_RUN([] { return gradient(root_or_line)(x = opaque(-1.0)).value == -1; });
}

TEST_CASE("the logarithm outside its domain, not taken") {
  CHECK_RUN([] { return both_ways(log_or_zero, x, x = opaque(-1.0)) == 0; });
  CHECK_RUN([] { return both_ways(log_or_zero, x, x = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(log_or_zero, x, x = opaque(0.5)) == 2; });
  CHECK_RUN([] { return derivative<2>(log_or_zero, x)(x = opaque(0.0)) == 0; });
  CHECK_RUN([] { return derivative<3>(log_or_zero, x)(x = opaque(-1.0)) == 0; });
}

TEST_CASE("a choice that is the first tangent, under what is infinite there") {
  CHECK_RUN([] { return both_ways(sqrt(relu(x)), x, x = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(log(relu(x)), x, x = opaque(-1.0)) == 0; });
  CHECK_RUN([] { return both_ways(sqrt(hypot(x, y)), y, x = opaque(0.0), y = opaque(0.0)) == 0; });
}

TEST_CASE("sin(x)/x at 0") {
  CHECK_RUN([] { return both_ways(sinc, x, x = opaque(0.0)) == 0; });
  CHECK_RUN([] { return gradient(sinc)(x = opaque(0.0)).value == 1; });
  CHECK_RUN([] { return close(both_ways(sinc, x, x = opaque(2.0)), -0.43539777497999166, 1e-14); });
  CHECK_RUN([] { return derivative<2>(sinc, x)(x = opaque(0.0)) == 0; });
}

TEST_CASE("choices in choices, in products and under a norm") {
  CHECK_RUN([] { return both_ways(nested, x, x = opaque(-1.0), y = opaque(-1.0)) == 0; });
  CHECK_RUN([] { return both_ways(nested, y, x = opaque(-1.0), y = opaque(-1.0)) == 1; });
  CHECK_RUN([] { return both_ways(nested, x, x = opaque(1.0), y = opaque(0.0)) == 1; });
  CHECK_RUN([] { return both_ways(nested, y, x = opaque(1.0), y = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(nested, y, x = opaque(4.0), y = opaque(2.0)) == 1; });
  CHECK_RUN([] { return both_ways(scaled, x, x = opaque(0.0), y = opaque(1.0)) == 0; });
  CHECK_RUN([] { return both_ways(scaled, y, x = opaque(0.0), y = opaque(1.0)) == 6; });
  CHECK_RUN([] { return both_ways(norm, x, x = opaque(0.0), y = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(norm, y, x = opaque(3.0), y = opaque(4.0)) == 0.8; });
  CHECK_RUN([] { return both_ways(huge, x, x = opaque(1e4), y = opaque(2.0)) == 0; });
}

TEST_CASE("one infinite part under two conditions, neither of which holds") {
  CHECK_RUN([] { return lz::derivative(two_masks, x)(x = opaque(0.0)) == 0; });
  CHECK(lz::gradient(two_masks)(x = opaque(4.0))[x] == 0.5);
  CHECK(lz::gradient(two_masks)(x = opaque(0.25))[x] == 1);
}

// In reverse the two zero adjoints are added before the infinite partial of the root is multiplied.
TEST_CASE("one infinite part under two conditions, in reverse") {
  CHECK(lz::gradient(two_masks)(x = opaque(0.0))[x] == 0);
}

TEST_CASE("traced branches are masked too") {
  CHECK_RUN([] {
    auto const g = lz::gradient(traced_masks)(std::array{opaque(0.0), opaque(0.0)});
    return g.value == 0 && g.gradient[0] == 0 && g.gradient[1] == 0;
  });
  CHECK_RUN([] {
    auto const g = lz::gradient(traced_masks)(std::array{opaque(1.0), opaque(0.0)});
    return g.value == 1 && g.gradient[0] == 1 && g.gradient[1] == 0;
  });
}

TEST_CASE("kinks follow the table's conventions") {
  CHECK_RUN([] { return both_ways(abs(x), x, x = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(abs(x), x, x = opaque(-0.0)) == 0; });
  CHECK_RUN([] { return both_ways(relu(x), x, x = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(relu(x), x, x = opaque(1e-300)) == 1; });
  CHECK_RUN([] { return both_ways(min(x, y), x, x = opaque(2.0), y = opaque(2.0)) == 0; });
  CHECK_RUN([] { return both_ways(min(x, y), y, x = opaque(2.0), y = opaque(2.0)) == 1; });
  CHECK_RUN([] { return both_ways(max(x, y), x, x = opaque(2.0), y = opaque(2.0)) == 1; });
  CHECK_RUN([] { return both_ways(max(x, y), y, x = opaque(2.0), y = opaque(2.0)) == 0; });
  CHECK_RUN([] { return both_ways(min(x, x), x, x = opaque(2.0)) == 1; });
  CHECK_RUN([] { return both_ways(clamp(x, -1_c, 1_c), x, x = opaque(2.0)) == 0; });
  CHECK_RUN([] { return both_ways(clamp(x, -1_c, 1_c), x, x = opaque(0.5)) == 1; });
  CHECK_RUN([] { return lz::derivative(sqrt(x), x)(x = opaque(0.0)) > 1e308; });
  CHECK_RUN([] { return both_ways(pow(x, 3_c), x, x = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(pow(x, 1_c), x, x = opaque(0.0)) == 1; });
}

TEST_CASE("a power with a variable exponent where its base is 0") {
  CHECK_RUN([] { return both_ways(power, x, x = opaque(0.0), y = opaque(2.0)) == 0; });
  CHECK_RUN([] { return both_ways(power, y, x = opaque(0.0), y = opaque(2.0)) == 0; });
  CHECK_RUN([] { return both_ways(power, x, x = opaque(0.0), y = opaque(1.0)) == 1; });
  CHECK_RUN([] { return both_ways(power, x, x = opaque(0.0), y = opaque(0.0)) == 0; });
  CHECK_RUN([] { return both_ways(power, x, x = opaque(0.0), y = opaque(0.5)) > 1e308; });
  CHECK_RUN([] { return both_ways(power, x, x = opaque(-2.0), y = opaque(3.0)) == 12; });
  CHECK_RUN([] { return both_ways(power, x, x = opaque(2.0), y = opaque(3.0)) == 12; });
}

namespace {

/// relu(w·relu(w·… x)), n deep, as a function of (x, w).
template <int N> constexpr auto relu_chain = lz::function<lz::R<2>>([](auto const& p) {
  auto t = p[0];
  for (int i = 0; i < N; ++i) t = relu(p[1] * t);
  return t;
});
/// A choice in each step, with a partial that is infinite at 0.
template <int N> constexpr auto root_chain = lz::function<lz::R<2>>([](auto const& p) {
  auto t = p[0];
  for (int i = 0; i < N; ++i) t = where(t > 0.0, sqrt(t), p[1] * t);
  return t;
});
template <class F> constexpr int operations(F const& f) { return lz::cost(f).operations; }

}  // namespace

TEST_CASE("gradients through chains of choices grow with the chain, not with its square") {
  STATIC_REQUIRE(operations(lz::gradient(relu_chain<64>)) <= 9 * operations(relu_chain<32>));
  STATIC_REQUIRE(operations(lz::gradient(relu_chain<200>)) <= 9 * operations(relu_chain<100>));
  STATIC_REQUIRE(operations(lz::gradient(root_chain<64>)) <= 9 * operations(root_chain<32>));
  STATIC_REQUIRE(operations(lz::gradient(root_chain<200>)) <= 9 * operations(root_chain<100>));
}

TEST_CASE("chains of choices, taken and not") {
  constexpr auto g = lz::gradient(relu_chain<5>);
  CHECK(g(std::array{opaque(2.0), opaque(0.5)}).gradient == std::array{0.03125, 0.625});
  CHECK(g(std::array{opaque(-2.0), opaque(0.5)}).gradient == std::array{0.0, 0.0});
  constexpr auto h = lz::gradient(root_chain<3>);
  CHECK(h(std::array{opaque(1.0), opaque(0.5)}).gradient == std::array{0.125, 0.0});
  CHECK(h(std::array{opaque(0.0), opaque(0.5)}).gradient == std::array{0.125, 0.0});
  CHECK(h(std::array{opaque(-2.0), opaque(0.5)}).gradient == std::array{0.125, -1.5});
  CHECK(h(std::array{opaque(-2.0), opaque(0.0)}).value == 0);
}

TEST_CASE("a zero of a sum of choices is no mask: second derivatives see through it") {
  // at x = 0 both summands of the adjoint vanish, and their derivatives do not
  static constexpr auto f = log(where(y > 0_c, x * x, 0_c) + where(y > 1_c, x, 0_c) + exp(x));
  CHECK_RUN([] {
    double const second = lz::hessian(f)(x = opaque(0.0), y = opaque(2.0)).hessian(x, x);
    return close(second, -1.0, 1e-15);  // log(x² + x + e^x): f'' = 3/1 − 2²
  });
}

TEST_CASE("an infinite factor that two choices share, neither of which is taken") {
  static constexpr auto f =
      where(x > 0_c, where(y > 0_c, log(x), 0_c), 0_c) + where(y > 2_c, log(x), y);
  CHECK_RUN([] { return both_ways(f, x, x = opaque(0.0), y = opaque(1.0)) == 0; });
  CHECK_RUN([] { return both_ways(f, x, x = opaque(2.0), y = opaque(1.0)) == 0.5; });
  CHECK_RUN([] { return both_ways(f, x, x = opaque(2.0), y = opaque(3.0)) == 1; });
  CHECK_RUN([] { return both_ways(f, x, x = opaque(2.0), y = opaque(-3.0)) == 0; });
}

namespace {

constexpr lz::variable<"z"> z;
constexpr auto s = where(z > 0_c, y, 0_c);

/// Whether every derivative of a formula is 0 at x = 0, z = −1, where the choice takes the 0 and the root has an infinite
/// slope: by all variables and by each alone, which is another order of the chain rule.
template <class F> bool vanishes(F const& f) {
  auto const at = [&](auto const& verb) {
    return verb(x = opaque(0.0), y = opaque(1.0), z = opaque(-1.0));
  };
  auto const all = at(gradient(f));
  auto const second = at(hessian(f, lz::wrt(x, y, z)));
  return all[x] == 0 && all[y] == 0 && all[z] == 0 && at(derivative(f, x)) == 0 &&
         at(gradient(f, lz::wrt(x)))[x] == 0 && at(gradient(f, lz::wrt(y)))[y] == 0 &&
         at(derivative(f, x, x)) == 0 && at(derivative(f, x, y)) == 0 &&
         at(lz::derivative<4>(f, x)) == 0 && second.hessian(x, x) == 0 &&
         second.hessian(x, y) == 0 && second.hessian(y, z) == 0 &&
         at(lz::taylor<4>(f, x)) == std::array{0.0, 0.0, 0.0, 0.0};
}

}  // namespace

TEST_CASE("what is 0 by choice times what is infinite, in every order") {
  CHECK(vanishes(sqrt(x) * s * s));
  CHECK(vanishes(s * s * sqrt(x)));
  CHECK(vanishes(s * sqrt(x) * s));
  CHECK(vanishes(s * (sqrt(x) * s)));
  CHECK(vanishes(square(s) * sqrt(x)));
  CHECK(vanishes(sqrt(x) * (s * y + -s)));
  CHECK(vanishes(lz::let<"t">(s) * cbrt(x)));
  CHECK(vanishes(sqrt(x) * pow(s, 3_c) - sin(s) * sqrt(x)));
  CHECK(vanishes(where(z > 0_c, 0_c, 0_c) + sqrt(x) * where(z < 0_c, 0_c, y)));
}

TEST_CASE("relu, max, min and clamp are choices too") {
  CHECK(vanishes(y * (sqrt(x) * relu(z))));
  CHECK(vanishes(max(z, 0_c) * y * sqrt(x)));
  CHECK(vanishes(sqrt(x) * min(0_c, -z) * y));
  CHECK(vanishes(y * sqrt(x) * clamp(z, 0_c, 1_c)));
  CHECK(vanishes(sqrt(x) * min(max(z, s), y)));
}

TEST_CASE("series of what is 0 by choice") {
  CHECK_RUN([] {
    auto const t = lz::taylor<4>(sqrt(where(x > 0_c, x, 0_c)), x)(x = opaque(-1.0));
    return t == std::array{0.0, 0.0, 0.0, 0.0};
  });
  static constexpr auto f =
      lz::function<lz::R<2>>([](auto const& p) { return sqrt(where(p[0] > 0.0, p[0], 0.0)); });
  std::array const p{opaque(-1.0), 0.0}, d{opaque(1.0), 2.0};
  CHECK(lz::taylor<4>(f)(p, d) == std::array{0.0, 0.0, 0.0, 0.0});
}

namespace {

/// Residuals with a choice that is 0 and an infinite slope beside it.
constexpr auto residuals = lz::function<lz::R<2>>([](auto const& p) {
  return std::array{where(p[0] > 0.0, p[0] * p[0], 0.0) + sqrt(p[1]), p[0] * p[1]};
});
template <lz::order By> void check_jacobian(std::array<double, 2> const& p) {
  auto const j = lz::jacobian<By>(residuals)(p).jacobian;
  CHECK(j(0, 0) == 0);
  CHECK(j(0, 1) > 1e308);
  CHECK(j(1, 1) == -1);
}

}  // namespace

TEST_CASE("products of a Jacobian with what is 0 by choice") {
  std::array const p{opaque(-1.0), opaque(0.0)};
  auto const all = lz::gauss_newton(residuals)(p);
  CHECK(all.hessian(0, 0) == 0);
  CHECK(all.hessian(0, 1) == 0);
  CHECK(all.gradient[0] == 0);
  static constexpr auto one = lz::function<lz::R<2>>(
      [](auto const& q) { return where(q[0] > 0.0, q[0] * q[0], 0.0) + sqrt(q[1]); });
  CHECK(lz::gauss_newton(one)(p).hessian(0, 1) == 0);
  check_jacobian<lz::order::forward>(p);
  check_jacobian<lz::order::reverse>(p);
  check_jacobian<lz::order::markowitz>(p);
  check_jacobian<lz::order::lowest_fill>(p);
  CHECK(lz::jvp(residuals)(p, std::array{1.0, 0.0}).tangent[1] == 0);
}

TEST_CASE("a constant that is not defined, in a branch that is not taken") {
  CHECK(vanishes(where(z > 0_c, y * square(3_c * xlogy(-x, -1_c)), 0_c)));
  CHECK(vanishes(y * where(z < 0_c, 0_c, xlogy(-x, -1_c))));
}

TEST_CASE("choices are decided by values as they were written, whatever is asked for") {
  // 3/10 is 0.3, and 3 times the reciprocal of 10 is more
  static constexpr auto f = lz::function<lz::R<3>>([](auto const& p) {
    auto const small = where(p[0] / p[2] <= 0.3, p[0], 100.0);
    return small * (p[1] / p[2]) + p[0] * p[1] / p[2] + square(p[1]) / p[2];
  });
  std::array const p{opaque(3.0), 1.0, opaque(10.0)};
  CHECK(f(p) < 1);
  CHECK(lz::taylor<2>(f)(p, std::array{1.0, 0.0, 0.0})[0] < 1);
  CHECK(lz::jacobian(f, lz::columns<1>{})(p).jacobian(0, 0) < 1);
  CHECK(lz::hessian(f, lz::entries<lz::at<0, 1>>{})(p).entries[0] < 1);
}
