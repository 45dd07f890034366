// SPDX-License-Identifier: BSL-1.0
// Derivatives at a point where a power vanishes and another one is infinite, and at corners that even functions make
// smooth, against differences of the values with 100 digits.
#include <array>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <cmath>
#include <limits>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

using big = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<100>,
                                          boost::multiprecision::et_off>;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"p"> p;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// A function once as a formula of x, once as one of R<1>.
template <class F> constexpr auto formula(F const& f) { return f(x); }
template <class F> constexpr auto function(F const&) {
  return lz::function<lz::R<1>>([](auto const& at) { return F()(at[0]); });
}
/// Derivatives of a formula and of a function, which agree whichever way they are asked for; NaN where not.
struct both {
  double first, second;
};
constexpr bool agree(double a, double b) { return close(a, b, 1e-13) || (a != a && b != b); }
template <class F> constexpr both of_formula(F const&, double at) {
  constexpr auto g = formula(F());
  auto const h = hessian(g, lz::wrt(x))(x = at);
  auto const t = lz::vector(lz::derivative(g, x), lz::derivative(g, x, x))(x = at);
  bool const same = agree(h[x], t[0]) && agree(h.hessian(x, x), t[1]);
  return same ? both{h[x], h.hessian(x, x)} : both{-99, -99};
}
template <class F> constexpr both of_function(F const&, double at) {
  constexpr auto g = function(F());
  auto const h = hessian(g)(std::array{at});
  auto const v = hvp(g)(std::array{at}, std::array{1.0});
  auto const t = lz::taylor<3>(g)(std::array{at}, std::array{1.0});
  bool const same = agree(h.gradient[0], t[1]) && agree(h.hessian(0, 0), 2 * t[2]) &&
                    agree(h.hessian(0, 0), v.product[0]);
  return same ? both{h.gradient[0], h.hessian(0, 0)} : both{-99, -99};
}
/// Differences from one side of the values beside a point, which itself has none where the function is 0·∞ there.
template <class F> both differences(F const& f, double at, int side) {
  big const step = side * big("1e-30");
  auto const g = formula(f);
  auto const value = [&](int k) -> big { return g(x = big(at) + k * step); };
  return {static_cast<double>((value(2) - value(1)) / step),
          static_cast<double>((value(3) - 2 * value(2) + value(1)) / (step * step))};
}
template <class F> bool first_is_that_of_differences(F const& f, double at, int side) {
  both const should = differences(f, at, side);
  double const is = of_formula(f, at).first, too = of_function(f, at).first;
  CAPTURE(at, is, too, should.first);
  bool const right = std::abs(is - should.first) < 1e-12 && std::abs(too - should.first) < 1e-12;
  CHECK(right);
  return right;
}
template <class F> bool second_is_that_of_differences(F const& f, double at, int side) {
  both const should = differences(f, at, side);
  double const is = of_formula(f, at).second, too = of_function(f, at).second;
  CAPTURE(at, is, too, should.second);
  bool const right = std::abs(is - should.second) < 1e-12 && std::abs(too - should.second) < 1e-12;
  CHECK(right);
  return right;
}

#define LEIBNIZ_OF(name, ...) constexpr auto name = [](auto const& t) { return __VA_ARGS__; }
LEIBNIZ_OF(by_root, t* sqrt(t));
LEIBNIZ_OF(by_roots, t* t* sqrt(t) + t * sqrt(t));
LEIBNIZ_OF(root_of_sum, (t + t * t) * sqrt(t));
LEIBNIZ_OF(by_cube_root, t* cbrt(t));
LEIBNIZ_OF(by_cube_roots, t* t* cbrt(t) * cbrt(t));
LEIBNIZ_OF(root_of_cube, sqrt(t* t* t));
LEIBNIZ_OF(root_of_fourth, sqrt(square(square(t))));
LEIBNIZ_OF(root_of_sixth, sqrt(square(t* t* t)));
LEIBNIZ_OF(root_of_product, t* sqrt(t * (1 + t)));
LEIBNIZ_OF(logarithm, t* t* log(t));
LEIBNIZ_OF(nested_logarithm, t*(t* log(t)));
LEIBNIZ_OF(third_logarithm, t* t* t* log2(t) + t * t * t * log10(2 * t));

LEIBNIZ_OF(square_of_abs, square(abs(t)));
LEIBNIZ_OF(product_of_abs, abs(t) * abs(t) * exp(t));
LEIBNIZ_OF(cosh_of_abs, cosh(abs(t)) + cos(3 * abs(t)));
LEIBNIZ_OF(gauss_of_abs, exp(-square(abs(t))));
LEIBNIZ_OF(matern_3, (1 + 2 * abs(t)) * exp(-2 * abs(t)));
LEIBNIZ_OF(matern_5, (3 + 3 * abs(t) + square(abs(t))) * exp(-abs(t)));
LEIBNIZ_OF(matern_7,
           (15 + 15 * abs(t) + 6 * square(abs(t)) + abs(t) * abs(t) * abs(t)) * exp(-abs(t)));
LEIBNIZ_OF(of_root, exp(-sqrt(t* t)) * (1 + sqrt(t * t)));
LEIBNIZ_OF(relus, square(relu(t)) + square(relu(-t)));
LEIBNIZ_OF(huber, lz::huber(t, 0 * t));
LEIBNIZ_OF(huber_of_abs, 0.5 * square(min(abs(t), 1 + 0 * t)) + (abs(t) - min(abs(t), 1 + 0 * t)));

/// ∂²/∂x² and so on of a function of hypot or norm at 0: the same along every axis.
template <int N, class F> constexpr bool has_hessian(F const& f, double diagonal) {
  constexpr int n = N;
  constexpr std::array<double, static_cast<std::size_t>(N)> zero{};
  auto const h = hessian(f)(zero);
  auto v = zero;
  for (int i = 0; i < n; ++i) v[static_cast<std::size_t>(i)] = i + 1;
  auto const along = hvp(f)(zero, v);
  bool result = true;
  for (int i = 0; i < n; ++i) {
    result = result && h.gradient[static_cast<std::size_t>(i)] == 0 &&
             close(along.product[static_cast<std::size_t>(i)], diagonal * (i + 1), 1e-14);
    for (int j = 0; j < n; ++j)
      result = result && close(h.hessian(i, j), i == j ? diagonal : 0, 1e-14);
  }
  return result;
}

}  // namespace

TEST_CASE("the first derivative where a power vanishes and another is infinite") {
  for (auto at : {0.0, 0.3}) {
    first_is_that_of_differences(by_root, at, 1);
    first_is_that_of_differences(by_roots, at, 1);
    first_is_that_of_differences(root_of_sum, at, 1);
    first_is_that_of_differences(by_cube_root, at, 1);
    first_is_that_of_differences(by_cube_roots, at, 1);
    first_is_that_of_differences(root_of_cube, at, 1);
    first_is_that_of_differences(root_of_fourth, at, 1);
    first_is_that_of_differences(root_of_sixth, at, 1);
    first_is_that_of_differences(root_of_product, at, 1);
    first_is_that_of_differences(logarithm, at, 1);
    first_is_that_of_differences(nested_logarithm, at, 1);
    first_is_that_of_differences(third_logarithm, at, 1);
  }
  for (auto at : {0.0, -0.3}) {  // odd roots have negative operands, even ones of even powers, too
    first_is_that_of_differences(by_cube_root, at, -1);
    first_is_that_of_differences(by_cube_roots, at, -1);
    first_is_that_of_differences(root_of_fourth, at, -1);
    first_is_that_of_differences(root_of_sixth, at, -1);
  }
}

TEST_CASE("outside the domain of a root its derivative is no number") {
  CHECK(std::isnan(of_formula(by_root, opaque(-1.0)).first));
  CHECK(std::isnan(of_formula(by_roots, opaque(-1.0)).first));
  CHECK(std::isnan(of_formula(root_of_cube, opaque(-1.0)).first));
  CHECK(std::isnan(of_formula(logarithm, opaque(-1.0)).first));
}

TEST_CASE("second derivatives of powers at 0") {
  CHECK(of_formula(by_root, opaque(0.0)).second == infinity);
  CHECK(of_function(by_root, opaque(0.0)).second == infinity);
  CHECK(of_formula(logarithm, opaque(0.0)).second == -infinity);
  LEIBNIZ_CHECK_BOTH([] {
    auto const d = lz::derivative(x * (1_c - pow(x, 1.1_c)), x, x);
    auto const e = lz::derivative(pow(x * x, 1.5_c), x, x);
    return d(x = opaque(0.0)) == 0 && e(x = opaque(0.0)) == 0 && close(e(x = -2.0), 12, 1e-14);
  });
  constexpr auto f = lz::function<lz::R<1>>([](auto const& at) {
    return at[0] * (1 - lz::pow(at[0], 1.1)) + lz::pow(at[0] * at[0], 1.5);
  });
  CHECK(hessian(f)(std::array{opaque(0.0)}).hessian(0, 0) == 0);
  CHECK(hessian(f)(std::array{opaque(0.0)}).gradient[0] == 1);
}

TEST_CASE("powers with an exponent that is known at run time alone") {
  constexpr auto g = gradient(x * pow(x, p), lz::wrt(x));
  CHECK(g(x = opaque(0.0), p = opaque(0.5))[x] == 0);
  CHECK(close(g(x = opaque(2.0), p = opaque(0.5))[x], 1.5 * std::sqrt(2.0), 1e-15));
  CHECK(std::isnan(g(x = opaque(-1.0), p = opaque(0.5))[x]));
}

TEST_CASE("even functions of abs have the second derivative of a smooth function at 0") {
  for (auto at : {0.0, 0.3, -0.3}) {
    int const side = at < 0 ? -1 : 1;
    second_is_that_of_differences(square_of_abs, at, side);
    second_is_that_of_differences(product_of_abs, at, side);
    second_is_that_of_differences(cosh_of_abs, at, side);
    second_is_that_of_differences(gauss_of_abs, at, side);
    second_is_that_of_differences(matern_3, at, side);
    second_is_that_of_differences(matern_5, at, side);
    second_is_that_of_differences(matern_7, at, side);
    second_is_that_of_differences(of_root, at, side);
    second_is_that_of_differences(relus, at, side);
    second_is_that_of_differences(huber, at, side);
    second_is_that_of_differences(huber_of_abs, at, side);
  }
  LEIBNIZ_CHECK_BOTH([] {
    constexpr auto r = abs(x);
    constexpr auto matern = (1_c + sqrt(5_c) * r + 5_c / 3_c * r * r) * exp(-sqrt(5_c) * r);
    return close(lz::derivative<2>(matern, x)(x = opaque(0.0)), -5.0 / 3, 1e-14) &&
           close(lz::derivative<4>(gauss_of_abs(x), x)(x = opaque(0.0)), 12, 1e-14);
  });
}

TEST_CASE("even functions of hypot and norm have the Hessian of a smooth function at 0") {
  constexpr auto half_square =
      lz::function<lz::R<2>>([](auto const& at) { return 0.5 * lz::square(hypot(at[0], at[1])); });
  constexpr auto matern = lz::function<lz::R<2>>([](auto const& at) {
    auto const r = hypot(at[0], at[1]);
    return (3 + 3 * r + r * r) * exp(-r);
  });
  constexpr auto of_three = lz::function<lz::R<3>>([](auto const& at) {
    auto const r = lz::norm(at);
    return cos(r) + (1 + r) * exp(-r) + lz::square(r);
  });
  static_assert(has_hessian<2>(half_square, 1));
  CHECK(has_hessian<2>(half_square, opaque(1.0)));
  CHECK(has_hessian<2>(matern, opaque(-1.0)));
  CHECK(has_hessian<3>(of_three, opaque(0.0)));
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = hessian(0.5_c * square(hypot(x, y)))(x = opaque(0.0), y = opaque(0.0));
    auto const d = lz::vector(lz::derivative(0.5_c * square(hypot(x, y)), x, x),
                              lz::derivative(0.5_c * square(hypot(x, y)), x, y))(x = opaque(0.0),
                                                                                 y = opaque(0.0));
    return h.hessian(x, x) == 1 && h.hessian(x, y) == 0 && h.hessian(y, y) == 1 && d[0] == 1 &&
           d[1] == 0;
  });
}
