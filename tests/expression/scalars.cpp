// SPDX-License-Identifier: BSL-1.0
// The scalar is the caller's: built in, complex, of many digits, or a type of one's own.
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <complex>
#include <type_traits>

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#endif

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;
using lz::test::close;
using lz::test::opaque;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * sin(y) + 0.5_c * x * x / y - 2.0 * y;
constexpr auto tenth = x + 0.12345678901234567_c;
constexpr auto large = x + 98765432109876543_c;
constexpr auto seventh = x + 12345678901234567_c / 7_c;
constexpr auto smooth = exp(x * y) / (1_c + sqrt(x)) + pow(y, 3_c);

}  // namespace

namespace own {

/// The least that a scalar must have: copies, a constructor from double, operators, functions found by their arguments.
struct number {
  double v = 0;
  constexpr number() = default;
  constexpr explicit number(double x) : v(x) {}
};
constexpr number operator+(number a, number b) { return number(a.v + b.v); }
constexpr number operator-(number a, number b) { return number(a.v - b.v); }
constexpr number operator*(number a, number b) { return number(a.v * b.v); }
constexpr number operator/(number a, number b) { return number(a.v / b.v); }
constexpr number operator-(number a) { return number(-a.v); }
constexpr bool operator<(number a, number b) { return a.v < b.v; }
constexpr number sin(number a) { return number(lz::math::sin(a.v)); }
constexpr number cos(number a) { return number(lz::math::cos(a.v)); }
constexpr number exp(number a) { return number(lz::math::exp(a.v)); }
constexpr number sqrt(number a) { return number(lz::math::sqrt(a.v)); }

}  // namespace own

TEST_CASE("a float stays a float") {
  constexpr auto g = lz::gradient(f);
  static_assert(std::is_same_v<decltype(f(x = 1.0f, y = 2.0f)), float>);
  static_assert(std::is_same_v<decltype(g(x = 1.0f, y = 2.0f).value), float>);
  static_assert(std::is_same_v<decltype(g(x = 1.0f, y = 2.0f)[x]), float>);
  static_assert(std::is_same_v<decltype(lz::derivative(f, x)(x = 1.0f, y = 2)), float>);
  LEIBNIZ_CHECK_BOTH([] {
    float const a = opaque(1.25f), b = opaque(0.7f);
    return (x * y + 0.1_c * x - 0.3 * y)(x = a, y = b) == a * b + 0.1f * a - 0.3f * b;
  });
  CHECK(f(x = 1.5f, y = opaque(2.5f)) ==
        1.5f * std::sin(2.5f) + 0.5f * 1.5f * 1.5f / 2.5f - 2.0f * 2.5f);
}

TEST_CASE("a long double keeps its digits") {
  static_assert(std::is_same_v<decltype(f(x = 1.0L, y = 2)), long double>);
  long double const third = 1.0L / 3;
  CHECK((x * 1_c / 3_c)(x = opaque(1.0L)) == third);
  CHECK(lz::derivative(exp(x), x)(x = opaque(1.0L)) == std::exp(1.0L));
}

TEST_CASE("a constant of 17 digits is rounded once, in every number type") {
  LEIBNIZ_CHECK_BOTH([] { return tenth(x = opaque(0.0)) == 0.12345678901234567; });
  LEIBNIZ_CHECK_BOTH([] { return tenth(x = opaque(0.0f)) == 0.12345678901234567f; });
  LEIBNIZ_CHECK_BOTH([] { return large(x = opaque(0.0)) == 98765432109876543.0; });
  LEIBNIZ_CHECK_BOTH([] { return large(x = opaque(0.0f)) == 98765432109876543.0f; });
  CHECK(tenth(x = opaque(0.0L)) == 0.12345678901234567L);
  CHECK(large(x = opaque(0.0L)) == 98765432109876543.0L);
  using wide = boost::multiprecision::cpp_bin_float_100;
  CHECK(tenth(x = wide(0)) == wide("12345678901234567") / wide("100000000000000000"));
  CHECK(seventh(x = wide(0)) == wide("12345678901234567") / 7);
  CHECK(tenth(x = std::complex<double>(0)) == 0.12345678901234567);
}

TEST_CASE("complex numbers") {
  using complex = std::complex<double>;
  complex const a(opaque(0.5), 1.25), b(-0.75, opaque(2.0));
  auto const at = lz::gradient(smooth)(x = a, y = b);
  static_assert(std::is_same_v<decltype(at.value), complex>);
  complex const e = std::exp(a * b), root = std::sqrt(a), below = 1.0 + root;
  CHECK(std::abs(at.value - (e / below + b * b * b)) < 1e-14);
  CHECK(std::abs(at[x] - (b * e / below - e / (below * below * 2.0 * root))) < 1e-14);
  CHECK(std::abs(at[y] - (a * e / below + 3.0 * b * b)) < 1e-14);
  CHECK((x * y)(x = a, y = 2.0) == a * 2.0);  // an arithmetic argument gives way
  CHECK((x * y)(x = 3, y = a) == a * 3.0);
}

namespace {

/// Im f(x + ih)/h, which has no difference of near numbers, against the symbolic derivative.
template <class F> bool same_as_complex_step(F const& g, double at) {
  double const h = 1e-100;
  double const first = lz::derivative(g, x)(x = at);
  double const second = lz::derivative(g, x, x)(x = at);
  return close(g(x = std::complex(at, h)).imag() / h, first, 1e-14) &&
         close(lz::derivative(g, x)(x = std::complex(at, h)).imag() / h, second, 1e-13);
}

}  // namespace

TEST_CASE("complex steps confirm derivatives of holomorphic functions") {
  double const at = opaque(0.37);
  CHECK(same_as_complex_step(exp(x) * sin(x) / sqrt(1_c + x * x), at));
  CHECK(same_as_complex_step(log(2_c + x) * cos(x) + pow(x, 5_c), at));
  CHECK(same_as_complex_step(tan(x) - x / (1_c - x * x), at));
  CHECK(same_as_complex_step(sinh(x) * cosh(2_c * x) + tanh(x), at));
  CHECK(same_as_complex_step(asin(x) * acos(x) + atan(3_c * x), at));
  CHECK(same_as_complex_step(asinh(x) + atanh(x) * square(x), at));
  CHECK(same_as_complex_step(pow(x, 0.3_c) + cube(x) + lz::reciprocal(x), at));
  CHECK(same_as_complex_step(pow(1_c + x, x), at));
  CHECK(same_as_complex_step(0.1 * x * exp(-2.5 * x), at));
}

TEST_CASE("numbers of 100 digits, with and without expression templates") {
  namespace mp = boost::multiprecision;
  using plain = mp::number<mp::cpp_bin_float<100>, mp::et_off>;
  using lazy = mp::number<mp::cpp_bin_float<100>, mp::et_on>;
  plain const a = plain(opaque(1)) / 3, b = plain(2) / 7;
  plain const e = exp(plain(a * b)), below = 1 + sqrt(a);
  auto const at = lz::gradient(smooth)(x = a, y = b);
  CHECK(abs(plain(at.value - (e / below + b * b * b))) < plain("1e-95"));
  CHECK(abs(plain(at[x] - (b * e / below - e / (below * below * 2 * sqrt(a))))) < plain("1e-95"));
  auto const lazily = lz::gradient(smooth)(x = lazy(a), y = lazy(b));
  static_assert(std::is_same_v<decltype(lazily.value), lazy>);
  CHECK(abs(plain(plain(lazily[y]) - at[y])) < plain("1e-95"));
  CHECK((0.1_c * x)(x = plain(1)) == plain(1) / 10);
}

TEST_CASE("a scalar of one's own, at compile time and at run time") {
  using own::number;
  LEIBNIZ_CHECK_BOTH([] {
    auto const mine = lz::gradient(f)(x = number(opaque(1.5)), y = number(opaque(2.0)));
    auto const theirs = lz::gradient(f)(x = opaque(1.5), y = opaque(2.0));
    static_assert(std::is_same_v<decltype(mine.value), number>);
    return lz::test::near(mine.value.v, theirs.value, 4) &&
           lz::test::near(mine[x].v, theirs[x], 4) && lz::test::near(mine[y].v, theirs[y], 4);
  });
  LEIBNIZ_CHECK_BOTH([] {
    constexpr auto choice = where(x < y, x * y, max(x, y));
    return choice(x = number(opaque(3.0)), y = number(2.0)).v == 3 &&
           lz::gradient(choice)(x = number(opaque(1.0)), y = number(2.0))[x].v == 2;
  });
}

TEST_CASE("functions take scalars of every kind") {
  static constexpr auto g = lz::gradient(
      lz::function<lz::R<2>>([](auto const& p) { return p[0] * sin(p[1]) + 2 * p[0]; }));
  static_assert(std::is_same_v<decltype(g(std::array{1.0f, 2.0f}).gradient), std::array<float, 2>>);
  LEIBNIZ_CHECK_BOTH(
      [] { return g(std::array{own::number(opaque(2.0)), own::number(0.0)}).gradient[1].v == 2; });
  CHECK(g(std::array<std::complex<double>, 2>{{{0, 1}, {0, 0}}}).gradient[1] ==
        std::complex<double>(0, 1));
  CHECK(g(std::array{1, 0}).gradient[0] == 2.0);
}

namespace own {

/// A number whose comparison is no constant expression.
struct run_time : number {
  using number::number;
  run_time(number n) : number(n) {}
};
inline bool operator==(run_time a, run_time b) { return a.v == b.v; }

}  // namespace own

TEST_CASE("matrices of numbers that compare at run time only") {
  using own::run_time;
  auto const r = lz::hessian(x * x * y)(x = run_time(2.0), y = run_time(5.0));
  CHECK(r.hessian(x, y).v == 4);
  CHECK(r.hessian.entries == r.hessian.entries);
}

#if __has_include(<Eigen/Core>)
TEST_CASE("arrays of Eigen of fixed size are scalars") {
  using array = Eigen::Array<double, 3, 1>;
  array const a(0.5, 1.5, 3.0), b(1.0, 1.2, 0.3);
  constexpr auto choice = where(x > y && !(y < 0.5_c), sin(x) * y, exp(x)) + max(x, y) * tanh(x) +
                          3 * pow(x, y) + square(log(y));
  auto const r = lz::hessian(choice)(x = a, y = b);
  array const by_x = r[x], by_both = r.hessian(x, y);
  for (int i = 0; i < 3; ++i) {
    auto const one = lz::hessian(choice)(x = a(i), y = b(i));
    CHECK(close(by_x(i), one[x], 1e-14));
    CHECK(close(by_both(i), one.hessian(x, y), 1e-14));
  }
}
#endif
