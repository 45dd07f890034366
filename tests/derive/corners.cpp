// SPDX-License-Identifier: BSL-1.0
// Second and higher derivatives at a corner that an even function makes smooth, against the series of that function.
#include <array>
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

constexpr double root_5 = 2.2360679774997896964;

// Even functions of a scalar r, as formulas or of traced scalars. Of φ(r) = Σ c_k r^k the second derivative at 0 is 2 c_2,
// the fourth 24 c_4.
constexpr auto squared = [](auto const& r) { return square(r); };               // 2, 0
constexpr auto with_cosine = [](auto const& r) { return r * (r * cos(r)); };    // 2, −12
constexpr auto bell = [](auto const& r) { return exp(-square(r)); };            // −2, 12
constexpr auto cosines = [](auto const& r) { return cosh(r) + cos(3.0 * r); };  // −8, 82
constexpr auto matern =
    [](auto const& r) {  // −5/3; of its fourth derivative the mean of both sides is 25
      return (1.0 + root_5 * r + 5.0 / 3 * (r * r)) * exp(-root_5 * r);
    };
constexpr auto matern_in_sums = [](auto const& r) {  // the same, expanded: 1 − 5/6 r² + …
  auto const e = exp(-root_5 * r);
  return e + r * (root_5 * e + 5.0 / 3 * (r * e));
};

/// By every way the second derivative of a formula of x alone is this number.
template <class F> constexpr bool second_is(F f, double at, double should) {
  auto const h = lz::hessian(f, lz::wrt(x))(x = at);
  auto const t = lz::taylor<3>(f, x)(x = at);
  double const all[] = {
      lz::derivative(f, x, x)(x = at),
      lz::derivative<2>(f, x)(x = at),
      h.hessian(x, x),
      2 * t[2],
      lz::derivative(lz::derivative(f, x) + x, x)(x = at) - 1,  // a derivative in a formula
      lz::gradient(lz::derivative(f, x))(x = at)[x],
  };
  for (double d : all)
    if (!close(d, should, 1e-13)) return false;
  return true;
}

/// The Hessian at 0 of an even function of the norm of N scalars is a multiple of the unit matrix, whichever way it is
/// asked for; along a direction v the fourth derivative is that of φ times |v|⁴.
template <int N, class Phi> bool has_derivatives(Phi, double second, double fourth) {
  constexpr auto of_norm = [](auto const& p) { return Phi()(lz::norm(p)); };
  constexpr auto f = lz::function<lz::R<N>>(of_norm);
  constexpr auto gradient_of_f = lz::function<lz::R<N>>([](auto const& p) {
    return lz::gradient(lz::function<lz::R<N>>([](auto const& q) { return Phi()(lz::norm(q)); }))(p)
        .gradient;
  });
  std::array<double, N> zero{}, v{};
  double length = 0;
  for (std::size_t i = 0; i < N; ++i) {
    zero[i] = opaque(0.0);
    v[i] = static_cast<double>(i + 1);
    length += v[i] * v[i];
  }
  auto const h = lz::hessian(f)(zero);
  auto const along = lz::hvp(f)(zero, v).product;
  auto const forward = lz::jacobian<lz::order::forward>(gradient_of_f)(zero).jacobian;
  auto const reverse = lz::jacobian<lz::order::reverse>(gradient_of_f)(zero).jacobian;
  auto const fill = lz::jacobian<lz::order::lowest_fill>(gradient_of_f)(zero).jacobian;
  auto const t = lz::taylor<5>(f)(zero, v);
  bool result =
      close(2 * t[2], second * length, 1e-13) && close(24 * t[4], fourth * length * length, 1e-12);
  for (int i = 0; i < N; ++i) {
    auto const k = static_cast<std::size_t>(i);
    result = result && h.gradient[k] == 0 && close(along[k], second * v[k], 1e-13);
    for (int j = 0; j < N; ++j)
      for (double d : {h.hessian(i, j), forward(i, j), reverse(i, j), fill(i, j)})
        result = result && close(d, i == j ? second : 0, 1e-13);
  }
  return result;
}

// Compilers reject x/0 in a constant expression even where its result is not taken.
#define CHECK_RUN(...) CHECK(opaque(+__VA_ARGS__)())

}  // namespace

TEST_CASE("even functions of abs have the second derivative of the smooth function at 0") {
  LEIBNIZ_CHECK_BOTH([] { return second_is(squared(abs(x)), opaque(0.0), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(with_cosine(abs(x)), opaque(0.0), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(bell(abs(x)), opaque(0.0), -2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(cosines(abs(x)), opaque(0.0), -8); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(matern(abs(x)), opaque(0.0), -5.0 / 3); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(matern_in_sums(abs(x)), opaque(0.0), -5.0 / 3); });
  // beside the corner it is what it was
  LEIBNIZ_CHECK_BOTH([] { return second_is(squared(abs(x)), opaque(-0.5), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(abs(x) * x, opaque(-0.5), -2); });
}

TEST_CASE("slopes of multiples of one argument are one slope") {
  LEIBNIZ_CHECK_BOTH([] { return second_is(abs(x) * abs(2_c * x), opaque(0.0), 4); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(abs(-3_c * x) * abs(x), opaque(0.0), 6); });
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = lz::hessian(abs(x - y) * abs(y - x))(x = opaque(1.0), y = 1.0);
    return h.hessian(x, x) == 2 && h.hessian(x, y) == -2 && h[x] == 0;
  });
}

TEST_CASE("relu and its reflection make smooth functions, too") {
  LEIBNIZ_CHECK_BOTH([] { return second_is(square(relu(x)) + square(relu(-x)), opaque(0.0), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(relu(x) * relu(-x), opaque(0.0), 0); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(square(relu(x) + relu(-x)) * cos(x), opaque(0.0), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(abs(x) * (relu(x) + relu(-x)), opaque(0.0), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(abs(x) * relu(-x) * 2_c, opaque(0.0), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(square(relu(x)), opaque(0.0), 0); });  // by choice
  LEIBNIZ_CHECK_BOTH([] { return second_is(square(relu(x)) + square(relu(-x)), opaque(-2.0), 2); });
  LEIBNIZ_CHECK_BOTH([] { return second_is(lz::huber(x, 0_c), opaque(0.0), 1); });
  constexpr auto pair = lz::function<lz::R<1>>(
      [](auto const& p) { return square(relu(p[0])) + square(relu(-p[0])); });
  CHECK(lz::hessian(pair)(std::array{opaque(0.0)}).hessian(0, 0) == 2);
}

TEST_CASE("first derivatives at corners are as documented") {
  CHECK_RUN([] {
    auto const zero = opaque(0.0);
    return lz::derivative(abs(x), x)(x = zero) == 0 && lz::derivative(relu(x), x)(x = zero) == 0 &&
           lz::derivative(relu(x) - relu(-x), x)(x = zero) == 0 &&
           lz::derivative(exp(abs(x)), x)(x = zero) == 0 &&
           lz::derivative(hypot(x, y), x)(x = zero, y = zero) == 0;
  });
  // a square of first derivatives has its derivative by what it is multiplied with
  LEIBNIZ_CHECK_BOTH([] {
    auto const f = square(lz::derivative(abs(x), x)) * y;
    return lz::derivative(f, y)(x = opaque(0.0), y = 1.0) == 0 &&
           lz::derivative(f, y)(x = opaque(-1.0), y = 1.0) == 1;
  });
}

TEST_CASE("higher derivatives at a corner are those of the even function") {
  LEIBNIZ_CHECK_BOTH([] {
    return close(lz::derivative<4>(bell(abs(x)), x)(x = opaque(0.0)), 12, 1e-13) &&
           close(lz::derivative<4>(cosines(abs(x)), x)(x = opaque(0.0)), 82, 1e-13) &&
           close(lz::derivative<4>(matern(abs(x)), x)(x = opaque(0.0)), 25, 1e-13) &&
           lz::derivative<3>(bell(abs(x)), x)(x = opaque(0.0)) == 0 &&
           close(lz::derivative<6>(bell(abs(x)), x)(x = opaque(0.0)), -120, 1e-13);
  });
  CHECK_RUN([] {
    auto const f = bell(hypot(x, y));
    return close(lz::derivative<4>(f, x)(x = opaque(0.0), y = opaque(0.0)), 12, 1e-13) &&
           close(lz::derivative(f, x, x, y, y)(x = opaque(0.0), y = opaque(0.0)), 4, 1e-13) &&
           lz::derivative(f, x, x, y)(x = opaque(0.0), y = opaque(0.0)) == 0;
  });
}

TEST_CASE("even functions of norms have the derivatives of the smooth function where all are 0") {
  CHECK(has_derivatives<2>(matern, -5.0 / 3, 25));
  CHECK(has_derivatives<3>(bell, -2, 12));
  CHECK(has_derivatives<4>(bell, -2, 12));
}

TEST_CASE("norms of many") {
  constexpr auto f = lz::function<lz::R<30>>([](auto const& p) { return matern(lz::norm(p)); });
  std::array<double, 30> zero{}, v{};
  for (double& each : v) each = opaque(1.0);
  for (double each : lz::hvp(f)(zero, v).product) CHECK(close(each, -5.0 / 3, 1e-13));
}

TEST_CASE("a formula of hypot, and norms inside norms") {
  CHECK_RUN([] {
    auto const h = lz::hessian(0.5_c * square(hypot(x, y)))(x = opaque(0.0), y = opaque(0.0));
    return h.hessian(x, x) == 1 && h.hessian(x, y) == 0 && h.hessian(y, y) == 1;
  });
  CHECK_RUN([] {
    auto const h = lz::hessian(square(hypot(hypot(x, y), x)))(x = opaque(0.0), y = opaque(0.0));
    return h.hessian(x, x) == 4 && h.hessian(x, y) == 0 && h.hessian(y, y) == 2;
  });
  // the inner norm alone has its corner here: hypot(r, 2), of r = hypot(x, y), is 2 + r²/4 − …
  CHECK_RUN([] {
    auto const h = lz::hessian(hypot(hypot(x, y), 2_c))(x = opaque(0.0), y = opaque(0.0));
    return h.hessian(x, x) == 0.5 && h.hessian(x, y) == 0 && h.hessian(y, y) == 0.5;
  });
  // and beside it: the second derivatives of exp(−x² − y²)
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = lz::hessian(bell(hypot(x, y)))(x = opaque(0.5), y = opaque(-1.0));
    double const e = 0.28650479686019010032;  // e^(−5/4)
    return close(h.hessian(x, x), -e, 1e-14) && close(h.hessian(x, y), -2 * e, 1e-14) &&
           close(h.hessian(y, y), 2 * e, 1e-14);
  });
}

TEST_CASE("the corner of abs is not that of the hypot in it") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const plain = lz::hessian(exp(hypot(x, y)))(x = opaque(0.5), y = opaque(-1.0));
    auto const beside = lz::hessian(exp(abs(hypot(x, y))))(x = opaque(0.5), y = opaque(-1.0));
    return close(beside.hessian(x, x), plain.hessian(x, x), 1e-15) &&
           close(beside.hessian(x, y), plain.hessian(x, y), 1e-15) &&
           close(beside.hessian(y, y), plain.hessian(y, y), 1e-15);
  });
  // e^r (x²/r² + y²/r³) with r = sqrt(5)/2 at (1/2, −1)
  CHECK_RUN([] {
    auto const h = lz::hessian(exp(abs(hypot(x, y))))(x = opaque(0.5), y = opaque(-1.0));
    double const r = 1.1180339887498948482;
    return close(h.hessian(x, x), std::exp(r) * (0.25 / (r * r) + 1 / (r * r * r)), 1e-14);
  });
}
