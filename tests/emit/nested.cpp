// SPDX-License-Identifier: BSL-1.0
// Functions whose bodies take derivatives, and are differentiated again: against differences of the innermost function.
#include "check.hpp"
#include "emit/differences.hpp"
#include "kernels/double_pendulum.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::big;
using lz::test::close;
using lz::test::difference;
using lz::test::opaque;
using lz::test::partial;

namespace {

template <class P> constexpr auto wave(P const& p) {
  return sin(p[0]) * sqrt(p[0] * p[0] + p[1] * p[1]) + p[0] * p[0] * p[1];
}
constexpr auto g = lz::function<lz::R<2>>([](auto const& p) { return wave(p); });
auto const g_big = [](std::vector<big> const& p) { return wave(p); };
constexpr std::array at{0.75, 1.25};

/// |grad g|^2, and the same of that.
constexpr auto steepness = lz::function<lz::R<2>>([](auto const& p) {
  auto const d = lz::gradient(g)(p).gradient;
  return d[0] * d[0] + d[1] * d[1];
});
constexpr auto steepness_of_steepness = lz::function<lz::R<2>>([](auto const& p) {
  auto const d = lz::gradient(steepness)(p).gradient;
  return d[0] * d[0] + d[1] * d[1];
});
auto const square_norm = [](auto const& f) {
  return [f](std::vector<big> const& p) {
    big const a = difference(f, p, {0}), b = difference(f, p, {1});
    return big(a * a + b * b);
  };
};

/// p - H^-1 grad
constexpr auto newton = lz::function<lz::R<2>>([](auto const& p) {
  auto const d = lz::hessian(g)(p);
  auto const step = lz::solve(d.hessian, d.gradient);
  return std::array{p[0] - step[0], p[1] - step[1]};
});

/// The gradient by a vjp times itself by a jvp, and a product with the Hessian.
constexpr auto products = lz::function<lz::R<2>>([](auto const& p) {
  auto const d = lz::vjp(g)(p, 1.0).gradient;
  auto const h = lz::hvp(g)(p, d);
  return lz::jvp(g)(p, d).tangent + h.product[0] * h.gradient[1] + h.value;
});

/// A formula's derivative in a function, and a plain number of the formula's own.
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = 1.5 * x * x * y + lz::let<"h">(sin(x * y));
constexpr auto of_formula = lz::function<lz::R<2>>([](auto const& p) {
  auto const r = lz::gradient(f)(x = p[0], y = p[1]);
  return r[x] * r[y] + f(x = p[1], y = p[0]);
});

// accelerations from a Lagrangian, a function: angles and angular velocities
constexpr auto lagrangian = lz::function<lz::R<4>>([](auto const& s) {
  using namespace kernels;
  auto const kinetic = 0.5 * (mass1 + mass2) * lz::square(length1 * s[2]) +
                       0.5 * mass2 * lz::square(length2 * s[3]) +
                       mass2 * length1 * length2 * s[2] * s[3] * cos(s[0] - s[1]);
  return kinetic + (mass1 + mass2) * gravity * length1 * cos(s[0]) +
         mass2 * gravity * length2 * cos(s[1]);
});
constexpr auto motion = lz::function<lz::R<4>>([](auto const& s) {
  using T = std::remove_cvref_t<decltype(s[0])>;
  auto const d = lz::hessian(lagrangian)(s);
  lz::matrix<T, 2, 2> const mass{
      {d.hessian(2, 2), d.hessian(2, 3), d.hessian(3, 2), d.hessian(3, 3)}};
  std::array<T, 2> force{d.gradient[0], d.gradient[1]};
  for (int i = 0; i < 2; ++i)
    for (int k = 0; k < 2; ++k)
      force[static_cast<std::size_t>(i)] = force[static_cast<std::size_t>(i)] -
                                           d.hessian(2 + i, k) * s[static_cast<std::size_t>(2 + k)];
  return lz::solve(mass, force);
});

}  // namespace

TEST_CASE("nested: the gradient of a squared gradient") {
  static constexpr auto r = lz::gradient(steepness)(at);
  CHECK(close(r.value, partial(square_norm(g_big), at, {}), 1e-14));
  for (std::size_t i : {0u, 1u})
    CHECK(close(r.gradient[i], partial(square_norm(g_big), at, {i}), 1e-13));
  LEIBNIZ_CHECK_BOTH(
      [] { return close(lz::gradient(steepness)(opaque(at)).gradient[0], r.gradient[0], 1e-14); });
  constexpr auto h = lz::hessian(steepness)(at).hessian;
  CHECK(close(h(0, 0), partial(square_norm(g_big), at, {0, 0}), 1e-13));
  CHECK(close(h(0, 1), partial(square_norm(g_big), at, {0, 1}), 1e-13));
  CHECK(close(h(1, 1), partial(square_norm(g_big), at, {1, 1}), 1e-13));
}

TEST_CASE("nested: a gradient in a gradient in a gradient") {
  auto const reference = square_norm(square_norm(g_big));
  static constexpr auto r = lz::gradient(steepness_of_steepness)(at);
  CHECK(close(r.value, partial(reference, at, {}), 1e-13));
  CHECK(close(r.gradient[0], partial(reference, at, {0}), 1e-12));
  CHECK(close(r.gradient[1], partial(reference, at, {1}), 1e-12));
  LEIBNIZ_CHECK_BOTH([] {
    return close(lz::gradient(steepness_of_steepness)(opaque(at)).gradient[1], r.gradient[1],
                 1e-13);
  });
}

TEST_CASE("nested: the Jacobian of Newton's step") {
  auto const step = [](std::size_t i) {
    return [i](std::vector<big> const& p) {
      big const a = difference(g_big, p, {0, 0}), b = difference(g_big, p, {0, 1}),
                c = difference(g_big, p, {1, 1}), u = difference(g_big, p, {0}),
                v = difference(g_big, p, {1});
      return big(p[i] - (i == 0 ? c * u - b * v : a * v - b * u) / (a * c - b * b));
    };
  };
  constexpr auto r = lz::jacobian(newton)(at);
  for (std::size_t i : {0u, 1u}) {
    CHECK(close(r.value[i], partial(step(i), at, {}), 1e-13));
    for (std::size_t k : {0u, 1u})
      CHECK(close(r.jacobian(int(i), int(k)), partial(step(i), at, {k}), 1e-12));
  }
  CHECK(close(lz::jacobian(newton)(opaque(at)).jacobian(0, 1), r.jacobian(0, 1), 1e-13));
}

TEST_CASE("nested: jvp, vjp and hvp") {
  auto const reference = [](std::vector<big> const& p) {
    big const u = difference(g_big, p, {0}), v = difference(g_big, p, {1});
    return big(u * u + v * v +
               (difference(g_big, p, {0, 0}) * u + difference(g_big, p, {0, 1}) * v) * v +
               g_big(p));
  };
  constexpr auto r = lz::gradient(products)(at);
  CHECK(close(r.value, partial(reference, at, {}), 1e-13));
  CHECK(close(r.gradient[0], partial(reference, at, {0}), 1e-12));
  CHECK(close(r.gradient[1], partial(reference, at, {1}), 1e-12));
}

TEST_CASE("nested: a formula in a function") {
  auto const f_big = [](std::vector<big> const& p) {
    return big(big(1.5) * p[0] * p[0] * p[1] + sin(p[0] * p[1]));
  };
  auto const reference = [&](std::vector<big> const& p) {
    return big(difference(f_big, p, {0}) * difference(f_big, p, {1}) + f_big({p[1], p[0]}));
  };
  constexpr auto r = lz::gradient(of_formula)(at);
  CHECK(close(r.value, partial(reference, at, {}), 1e-14));
  CHECK(close(r.gradient[0], partial(reference, at, {0}), 1e-13));
  CHECK(close(r.gradient[1], partial(reference, at, {1}), 1e-13));
}

TEST_CASE("nested: what is exact stays exact, and nothing cancels") {
  // x/hypot(x, y) by x is y^2/h^3: where x is large, 1 - (x/h)^2 would be 0
  static constexpr auto length =
      lz::function<lz::R<2>>([](auto const& p) { return lz::hypot(p[0], p[1]); });
  static constexpr auto slope =
      lz::function<lz::R<2>>([](auto const& p) { return lz::gradient(length)(p).gradient[0]; });
  CHECK(close(lz::gradient(slope)(std::array{1e9, 1.0}).gradient[0], 1e-27, 1e-14));
  // a third is no double
  static constexpr auto root = lz::function<lz::R<1>>([](auto const& p) { return lz::cbrt(p[0]); });
  static constexpr auto root_slope =
      lz::function<lz::R<1>>([](auto const& p) { return lz::gradient(root)(p).gradient[0]; });
  auto const r = lz::gradient(root_slope)(std::array{1.0L});
  CHECK(close(r.value, 1 / 3.0L, 1e-18L));
  CHECK(close(r.gradient[0], -2 / 9.0L, 1e-18L));
}

TEST_CASE("nested: derivatives are simplified where they are used") {
  static constexpr auto linear =
      lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[0] + 3.0 * p[1]; });
  static constexpr auto use = lz::function<lz::R<2>>([](auto const& p) {
    auto const h = lz::hessian(linear)(p);
    return h.hessian(0, 1) * p[1] + h.hessian(1, 1) * sin(p[0]) + h.gradient[1] * p[0];
  });
  STATIC_REQUIRE(lz::cost(use).operations == 1);  // 3 p0
  STATIC_REQUIRE(use(std::array{2.0, 7.0}) == 6);
  // the value of a function is computed as it is written
  static constexpr auto value = lz::function<lz::R<2>>(
      [](auto const& p) { return linear(p) * 0.0 + lz::gradient(linear)(p).value * 0.0; });
  STATIC_REQUIRE(lz::cost(value).multiplications > 1);
  // single entries are derivatives, and so are all Taylor coefficients but the first of each output
  static constexpr auto entries = lz::function<lz::R<2>>([](auto const& p) {
    return (lz::jacobian(g, lz::entries<lz::at<0, 1>>{})(p).entries[0] +
            lz::hessian(g, lz::entries<lz::at<0, 1>>{})(p).entries[0]) *
           0.0;
  });
  STATIC_REQUIRE(lz::cost(entries).operations == 0);
  static constexpr auto both =
      lz::function<lz::R<2>>([](auto const& p) { return std::array{sin(p[0]) * p[1], exp(p[0])}; });
  static constexpr auto slopes = lz::function<lz::R<2>>([](auto const& p) {
    auto const c = lz::taylor<3>(both)(p, p);
    return (c(0, 1) + c(1, 1) + c(0, 2)) * 0.0;
  });
  STATIC_REQUIRE(lz::cost(slopes).operations == 0);
  static constexpr auto values = lz::function<lz::R<2>>([](auto const& p) {
    auto const c = lz::taylor<3>(both)(p, p);
    return c(1, 0) * 0.0;
  });
  STATIC_REQUIRE(lz::cost(values).multiplications > 0);
}

TEST_CASE("nested: choices") {
  // the branch that is not taken has an infinite slope at 0
  static constexpr auto inner = lz::function<lz::R<2>>([](auto const& p) {
    return where(p[0] > 0.0 && p[1] > 0.0, sqrt(p[0]) * p[1], lz::max(p[0], p[1]) * p[1]);
  });
  static constexpr auto outer = lz::function<lz::R<2>>([](auto const& p) {
    auto const d = lz::gradient(inner)(p).gradient;
    return d[0] * d[0] + d[1] * p[0];
  });
  auto const there = lz::gradient(outer)(opaque(std::array{4.0, 3.0}));
  CHECK(close(there.value, 9 / 16.0 + 8, 1e-15));  // y^2 / (4 x) + x sqrt(x)
  CHECK(close(there.gradient[0], -9 / 64.0 + 3, 1e-15));
  CHECK(close(there.gradient[1], 6 / 16.0, 1e-15));
  auto const here = lz::gradient(outer)(opaque(std::array{0.0, 3.0}));  // y^2: 2 y x
  CHECK(here.value == 0);
  CHECK(here.gradient[0] == 6);
  CHECK(here.gradient[1] == 0);
}

TEST_CASE("nested: constants") {
  static constexpr auto use = lz::function<lz::R<>>([](auto const& t) {
    using T = std::remove_cvref_t<decltype(t)>;
    auto const fixed = lz::gradient(g)(std::array<T, 2>{0.75, 1.25}).gradient;
    auto const numbers = lz::gradient(g)(at).gradient;
    return t * (fixed[0] + 2.0 * fixed[1]) + t * t * numbers[0];
  });
  constexpr auto slope = lz::gradient(g)(at).gradient;
  STATIC_REQUIRE(
      close(lz::gradient(use)(2.0).gradient, slope[0] + 2 * slope[1] + 4 * slope[0], 1e-15));
}

TEST_CASE("nested: several inputs, and results in memory of the function's own") {
  static constexpr auto inner = lz::function<lz::R<2>, lz::R<>, lz::passive<lz::R<>>>(
      [](auto const& p, auto const& q, auto const& scale) { return wave(p) * q * q * scale; });
  static constexpr auto outer = lz::function<lz::R<2>, lz::R<>>([](auto const& p, auto const& q) {
    using T = std::remove_cvref_t<decltype(q)>;
    auto const r = lz::gradient(inner)(p, q, 2.0);
    T value;
    std::array<T, 2> by_p;
    T by_q;
    lz::call(lz::gradient(inner), p, q, p[0], lz::out(value, by_p, by_q));
    return boost::hana::at_c<0>(r.gradient)[1] * boost::hana::at_c<1>(r.gradient) + by_p[0] * by_q;
  });
  auto const inner_big = [](std::vector<big> const& p) { return big(wave(p) * p[2] * p[2]); };
  auto const reference = [&](std::vector<big> const& p) {
    big const x_ = difference(inner_big, p, {0}), y_ = difference(inner_big, p, {1}),
              q_ = difference(inner_big, p, {2});
    return big(4 * y_ * q_ + p[0] * p[0] * x_ * q_);
  };
  constexpr std::array all{0.75, 1.25, 1.5};
  constexpr auto r = lz::jacobian(outer)(at, 1.5);
  CHECK(close(r.value, partial(reference, all, {}), 1e-13));
  for (std::size_t k : {0u, 1u, 2u})
    CHECK(close(r.jacobian(0, int(k)), partial(reference, all, {k}), 1e-12));
}

TEST_CASE("nested: the motion of a double pendulum from its Lagrangian") {
  constexpr std::array s{0.7, -1.9, 1.3, 2.1};
  constexpr auto r = lz::jacobian(motion)(s);
  constexpr auto expected = kernels::pendulum_accelerations(s);
  STATIC_REQUIRE(close(r.value[0], expected[0], 1e-14));
  STATIC_REQUIRE(close(r.value[1], expected[1], 1e-14));
  for (std::size_t k = 0; k < 4; ++k) {
    auto above = s, below = s;
    above[k] += 1e-5;
    below[k] -= 1e-5;
    auto const up = kernels::pendulum_accelerations(above),
               down = kernels::pendulum_accelerations(below);
    for (std::size_t i : {0u, 1u})
      CHECK(std::abs(r.jacobian(int(i), int(k)) - (up[i] - down[i]) / 2e-5) < 1e-7);
  }
  auto const again = motion(opaque(s));
  CHECK(close(again[0], r.value[0], 1e-14));
}
