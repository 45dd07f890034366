// Losses and activations that are made of rows.
#include "leibniz/functions/loss.hpp"

#include <array>
#include <limits>
#include <tuple>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace leibniz;
using namespace leibniz::test;

namespace {

constexpr variable<"p"> p;
constexpr variable<"t"> t;
constexpr variable<"x"> x;

}  // namespace

TEST_CASE("errors of a prediction") {
  static_assert(squared_error(p, t) == square(p - t));
  static_assert(derivative(absolute_error(p, t), p)(p = 2.0, t = 2.0) == 0);
  static_assert(huber(p, t)(p = 3.0, t = 1.0) == 1.5 && huber(p, t)(p = 1.5, t = 1.0) == 0.125);
  static_assert(derivative(huber(p, t, 2), p)(p = -9.0, t = 1.0) == -2);
  static_assert(huber(3.0, 1.0) == 1.5 && lz::squared_error(3, 1) == 4);
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(log_cosh(p, t), wrt(p))(p = opaque(1000.0), t = 0.0);
    return near(r.value, 999.3068528194401, 1) && r[p] == 1;
  });
  LEIBNIZ_CHECK_BOTH([] { return near(log_cosh(opaque(1e-9)), 5e-19, 2); });
}

TEST_CASE("binary cross entropy is 0 for certain and right predictions") {
  static constexpr auto f = gradient(binary_cross_entropy(p, t), wrt(p));
  LEIBNIZ_CHECK_BOTH([] { return f(p = opaque(0.0), t = 0.0).value == 0; });
  LEIBNIZ_CHECK_BOTH([] { return f(p = opaque(1.0), t = 1.0).value == 0; });
  LEIBNIZ_CHECK_BOTH([] { return f(p = opaque(1.0), t = 1.0)[p] == -1; });
  LEIBNIZ_CHECK_BOTH([] { return f(p = opaque(0.0), t = 0.0)[p] == 1; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = f(p = opaque(0.25), t = 0.5);
    return near(r.value, 0.8369882167858358, 2) && near(r[p], -0.5 / 0.25 + 0.5 / 0.75, 2);
  });
}

TEST_CASE("binary cross entropy of logits loses nothing") {
  static constexpr auto f = gradient(binary_cross_entropy_with_logits(x, t), wrt(x));
  LEIBNIZ_CHECK_BOTH([] {
    auto const right = f(x = opaque(40.0), t = 1.0), wrong = f(x = opaque(-800.0), t = 1.0);
    return near(right.value, 4.248354255291589e-18, 2) &&
           near(right[x], -4.248354255291589e-18, 2) && wrong.value == 800 && wrong[x] == -1;
  });
}

TEST_CASE("cross entropy by class and by probabilities") {
  static constexpr auto by_class =
      function<R<3>>([](auto const& z) { return cross_entropy(z, 1); });
  static constexpr auto by_target = function<R<3>, passive<R<3>>>(
      [](auto const& z, auto const& target) { return cross_entropy(z, target); });
  static constexpr auto of_formulas = cross_entropy(std::tuple(p, t, x), 1_c);
  LEIBNIZ_CHECK_BOTH([] {
    std::array const z{opaque(1.0), 41.0, 1.0};
    auto const a = gradient(by_class)(z);
    auto const b = gradient(by_target)(z, std::array{0.0, 1.0, 0.0});
    double const c = of_formulas(p = 1.0, t = 41.0, x = 1.0);
    double const small = 2 * 4.248354255291589e-18;
    return near(a.value, small, 2) && near(b.value, small, 2) && near(c, small, 2) &&
           near(a.gradient[0], small / 2, 4) && near(b.gradient[2], small / 2, 4);
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const far = gradient(by_class)(std::array{opaque(2000.0), 0.0, 0.0});
    return far.value == 2000 && far.gradient[0] == 1 && far.gradient[1] == -1;
  });
}

TEST_CASE("the gradient of cross entropy by the right class does not cancel") {
  static constexpr auto by_class =
      function<R<3>>([](auto const& z) { return cross_entropy(z, 1); });
  static constexpr auto of_formulas =
      gradient(cross_entropy(std::tuple(p, t, x), 1_c), wrt(p, t, x));
  constexpr double others = 4.248547130276384e-18;  // e^-40 + e^-50
  LEIBNIZ_CHECK_BOTH([] {
    auto const a = gradient(by_class)(std::array{opaque(-40.0), 0.0, -50.0});
    auto const b = of_formulas(p = opaque(-40.0), t = 0.0, x = -50.0);
    return near(a.value, others, 2) && near(a.gradient[1], -others, 4) && near(b[t], -others, 4) &&
           near(b.value, others, 2) && near(a.gradient[2], 1.9287498479639178e-22, 4);
  });
  constexpr double inf = std::numeric_limits<double>::infinity();
  auto const masked = gradient(by_class)(std::array{opaque(-inf), 0.0, -50.0});
  CHECK((near(masked.gradient[1], -1.9287498479639178e-22, 4) && masked.gradient[0] == 0));
  auto const wrong = gradient(by_class)(std::array{opaque(1.0), opaque(-inf), 1.0});
  CHECK((wrong.value == inf && wrong.gradient[0] == 0.5 && wrong.gradient[1] == -1));
}

TEST_CASE("derivatives of saturated functions do not cancel") {
  static constexpr auto all =
      vector(derivative(sigmoid(x), x), derivative(tanh(x), x), derivative(softplus(x), x, x),
             derivative(log_sigmoid(x), x, x));
  LEIBNIZ_CHECK_BOTH([] {
    constexpr double tail = 4.248354255291589e-18, square = 1.8048513878454153e-35;  // e^-40, e^-80
    auto const right = all(x = opaque(40.0)), left = all(x = opaque(-40.0));
    return near(right[0], tail, 4) && near(right[1], 4 * square, 4) && near(right[2], tail, 4) &&
           near(right[3], -tail, 4) && near(left[0], tail, 4) && near(left[1], 4 * square, 4);
  });
  auto const far = all(x = opaque(750.0)), far_left = all(x = opaque(-750.0));
  CHECK((far[0] == 0 && far[1] == 0 && far_left[0] == 0 && far_left[1] == 0));
}

TEST_CASE("activations by pieces, at their kinks and far out") {
  static_assert(leaky_relu(x)(x = -2.0) == -0.02 && leaky_relu(x, 0.5)(x = -2.0) == -1);
  static_assert(derivative(leaky_relu(x, 0.5), x)(x = 0.0) == 0.5);
  static_assert(elu(x)(x = 800.0) == 800 && derivative(elu(x), x)(x = 800.0) == 1);
  static_assert(derivative(elu(x, 2), x)(x = 0.0) == 2 && elu(x)(x = -800.0) == -1);
  static_assert(near(selu(x)(x = 1.0), 1.0507009873554805, 1));
  static_assert(near(derivative(selu(x), x)(x = 0.0), 1.0507009873554805 * 1.6732632423543773, 2));
  static_assert(hard_sigmoid(x)(x = 0.0) == 0.5 && hard_sigmoid(x)(x = 9.0) == 1 &&
                hard_tanh(x)(x = -3.0) == -1 && derivative(hard_tanh(x), x)(x = -3.0) == 0);
  static_assert(lz::elu(-1) == lz::expm1(-1.0) && lz::leaky_relu(-2.0) == -0.02 &&
                lz::hard_tanh(3) == 1 && lz::hard_sigmoid(0.0f) == 0.5f && lz::selu(0.0) == 0);
  static constexpr auto f = function<R<1>>([](auto const& a) {
    return leaky_relu(a[0]) + elu(a[0]) + selu(a[0]) + hard_sigmoid(a[0]) + hard_tanh(a[0]);
  });
  static_assert(
      near(gradient(f)(std::array{0.5}).gradient[0], 1 + 1 + 1.0507009873554805 + 1.0 / 6 + 1, 2));
}

TEST_CASE("powers of every form") {
  static_assert(derivative(pow(x, 2), x)(x = -3.0) == -6 &&
                derivative(pow(x, 2), x, x)(x = -3.0) == 2);
  CHECK(derivative(pow(x, 3), x)(x = 0.0) == 0);  // no constant: what is not chosen is 0/0
  CHECK(derivative(pow(x, 1), x)(x = 0.0) == 1);
  static_assert(near(derivative(pow(x, 1_c / 3_c), x)(x = 8.0), 1.0 / 12, 2));
  static_assert(near(derivative(pow(2.0, x), x)(x = 3.0), 8 * lz::log(2.0), 2) &&
                near(derivative(pow(2_c, x), x)(x = 3.0), 8 * lz::log(2.0), 2));
  CHECK(derivative(pow(0.0, x), x)(x = 3.0) == 0);
  CHECK(derivative(pow(2, x), x)(x = -2000.0) == 0);
  static_assert(near(derivative(pow(x, x), x)(x = 2.0), 4 * (1 + lz::log(2.0)), 2));
  static_assert(cube(x) == x * x * x && derivative(cube(x), x) == 3 * square(x));
  static_assert(reciprocal(x) == 1 / x && lz::reciprocal(4) == 0.25 && lz::cube(2) == 8);
  static_assert(derivative(fmod(x, t), t)(x = 7.5, t = 2.0) == -3 &&
                derivative(copysign(x, t), x)(x = -3.0, t = 1.0) == -1);
  static_assert(derivative(lz::step(x), x)(x = 0.0) == 0 && lz::step(x)(x = 0.0) == 1);
  static_assert(lz::fma(x, t, p)(x = 2.0, t = 3.0, p = 1.0) == 7 &&
                hypot(x, t, p)(x = 2.0, t = 3.0, p = 6.0) == 7);
  static_assert(to_string(hypot(x, t, p)) == "hypot(x, t, p)");
}
