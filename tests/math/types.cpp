// SPDX-License-Identifier: BSL-1.0 The other number types: float and long double, integers, and
// foreign types, whose own functions answer.
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <complex>
#include <type_traits>

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#endif

#include "check.hpp"
#include "leibniz/math.hpp"

namespace math = leibniz::math;
using leibniz::test::bits;
using leibniz::test::close;
using leibniz::test::near;
using leibniz::test::opaque;

namespace lanes {

/// Two numbers side by side, as a SIMD type has them; comparisons give one truth value per lane.
struct pair {
  double a = 0, b = 0;
  constexpr pair() = default;
  constexpr pair(double x) : a{x}, b{x} {}
  constexpr pair(double x, double y) : a{x}, b{y} {}
};
struct pair_of_bool {
  bool a, b;
};

constexpr bool operator==(pair x, pair y) { return x.a == y.a && x.b == y.b; }
constexpr pair_of_bool operator<(pair x, pair y) { return {x.a < y.a, x.b < y.b}; }
constexpr pair operator-(pair x) { return {-x.a, -x.b}; }
constexpr pair operator+(pair x, pair y) { return {x.a + y.a, x.b + y.b}; }
constexpr pair operator*(pair x, pair y) { return {x.a * y.a, x.b * y.b}; }
constexpr pair operator/(pair x, pair y) { return {x.a / y.a, x.b / y.b}; }
constexpr pair select(pair_of_bool c, pair x, pair y) { return {c.a ? x.a : y.a, c.b ? x.b : y.b}; }
constexpr pair exp(pair x) { return {math::exp(x.a), math::exp(x.b)}; }
constexpr pair log1p(pair x) { return {math::log1p(x.a), math::log1p(x.b)}; }
constexpr pair abs(pair x) { return {math::abs(x.a), math::abs(x.b)}; }
constexpr pair digamma(pair x) { return {math::digamma(x.a), math::digamma(x.b)}; }

}  // namespace lanes

TEST_CASE("a float stays a float") {
  static_assert(std::is_same_v<decltype(math::sin(1.0f)), float>);
  static_assert(std::is_same_v<decltype(math::pow(1.0f, 2.0f)), float>);
  static_assert(std::is_same_v<decltype(math::pow(1.0f, 2.0)), double>);
  static_assert(std::is_same_v<decltype(math::hypot(1.0f, 2, 3.0L)), long double>);
  static_assert(math::exp(1.0f) == 0x1.5bf0a8p+1f);
  static_assert(math::sin(0x1p100f) == -0x1.be8edap-1f);
  static_assert(bits(math::exp(89.0f)) == 0x7f80'0000u);
  static_assert(bits(math::log(-0.0f)) == 0xff80'0000u);
  static_assert(bits(math::sqrt(-1.0f)) == 0x7fc0'0000u);
  static_assert(bits(math::exp(-103.0f)) == 1u);
  static_assert(math::exp(-104.0f) == 0.0f);
  static_assert(bits(math::tanh(-0.0f)) == 0x8000'0000u);
  LEIBNIZ_CHECK_BOTH([] { return near(math::exp(opaque(0.5f)), 1.6487212707f, 2); });
  LEIBNIZ_CHECK_BOTH([] { return near(math::digamma(opaque(3.5f)), 1.1031566406f, 4); });
  LEIBNIZ_CHECK_BOTH([] { return near(math::digamma(opaque(-3.25f)), 4.466276f, 8); });
}

TEST_CASE("a long double has at least the accuracy of a double") {
  constexpr long double e = 2.718281828459045235360287471352662498L;
  LEIBNIZ_CHECK_BOTH([] {
    return close(math::exp(opaque(1.0L)), e, 2e-19L) || sizeof(long double) == sizeof(double);
  });
  LEIBNIZ_CHECK_BOTH(
      [] { return math::floor(opaque(-2.5L)) == -3.0L && math::fmod(opaque(1e30L), 7.0L) < 7.0L; });
  static_assert(math::exp(20000.0L) > std::numeric_limits<double>::max(),
                "beyond the range of double: infinite");
  static_assert(math::abs(-3.5L) == 3.5L);
}

TEST_CASE("an integer is a double") {
  static_assert(std::is_same_v<decltype(math::sqrt(4)), double>);
  static_assert(std::is_same_v<decltype(math::abs(-4)), int>);
  LEIBNIZ_CHECK_BOTH([] { return math::sqrt(opaque(4)) == 2 && math::pow(opaque(2), 10) == 1024; });
  LEIBNIZ_CHECK_BOTH([] { return math::min(opaque(4), 3) == 3 && math::sign(opaque(-4)) == -1; });
}

TEST_CASE("integer powers") {
  LEIBNIZ_CHECK_BOTH([] { return math::integer_power<0>(opaque(0.0)) == 1; });
  LEIBNIZ_CHECK_BOTH([] { return math::integer_power<1>(opaque(3.0)) == 3; });
  LEIBNIZ_CHECK_BOTH([] { return math::integer_power<7>(opaque(3)) == 2187; });
  LEIBNIZ_CHECK_BOTH([] { return math::integer_power<-2>(opaque(2.0)) == 0.25; });
  LEIBNIZ_CHECK_BOTH([] { return math::integer_power<63>(opaque(-1.0)) == -1; });
  static_assert(math::integer_power<-9'223'372'036'854'775'807 - 1>(-1.0) == 1);
}

TEST_CASE("complex numbers use their own functions") {
  using complex = std::complex<double>;
  complex const z = {opaque(0.3), -0.4};
  CHECK(math::sin(z) == std::sin(z));
  CHECK(math::pow(z, z) == std::pow(z, z));
  CHECK(math::pow(z, 2.5) == std::pow(z, 2.5));
  CHECK(std::abs(math::integer_power<-3>(z) * z * z * z - 1.0) < 1e-15);
  CHECK(std::abs(math::sigmoid(z) * (1.0 + std::exp(-z)) - 1.0) < 1e-15);
  CHECK(std::abs(math::tan(math::atan(z)) - z) < 1e-15);
}

TEST_CASE("multiprecision numbers keep their precision") {
  using number = boost::multiprecision::cpp_bin_float_100;  // with expression templates
  number const x = number(opaque(3)) / 10;
  CHECK(abs(math::exp(math::log(x)) - x) < number("1e-95"));
  CHECK(abs(math::sigmoid(x) * (1 + exp(-x)) - 1) < number("1e-95"));
  CHECK(abs(math::integer_power<-5>(x) * pow(x, 5) - 1) < number("1e-95"));
  CHECK(math::max(x, number(2)) == 2);
  CHECK(math::sign(number(-x)) == -1);
  CHECK(abs(math::tanh(x) - (1 - 2 / (exp(2 * x) + 1))) < number("1e-95"));
}

TEST_CASE("a foreign type brings its own select, in constant expressions too") {
  using lanes::pair;
  LEIBNIZ_CHECK_BOTH(
      [] { return math::min(pair(opaque(1.0), 5.0), pair(2.0, 3.0)) == pair(1.0, 3.0); });
  LEIBNIZ_CHECK_BOTH(
      [] { return math::max(pair(opaque(1.0), 5.0), pair(2.0, 3.0)) == pair(2.0, 5.0); });
  LEIBNIZ_CHECK_BOTH([] { return math::sign(pair(opaque(-2.0), 0.0)) == pair(-1.0, 0.0); });
  LEIBNIZ_CHECK_BOTH([] { return math::sigmoid(pair(opaque(0.0))) == pair(0.5); });
  static_assert(math::exp(pair(0.0, 1.0)) == pair(1.0, math::exp(1.0)));
  static_assert(math::digamma(pair(1.0, 2.0)) == pair(math::digamma(1.0), math::digamma(2.0)));
  static_assert(math::softplus(pair(100.0, -1000.0)) == pair(100.0, 0.0));
}

#if __has_include(<Eigen/Core>)
TEST_CASE("an Eigen array is a number of many lanes") {
  Eigen::ArrayXf const x = Eigen::ArrayXf::LinSpaced(5, -1.5f, 1.5f);
  Eigen::ArrayXf const zero = Eigen::ArrayXf::Zero(5);
  Eigen::ArrayXf const sine = math::sin(x);
  Eigen::ArrayXf const sigmoid = math::sigmoid(x);
  Eigen::ArrayXf const low = math::min(x, zero);
  Eigen::ArrayXf const high = math::max(x, zero);
  Eigen::ArrayXf const shifted = x + 2.0f;
  Eigen::ArrayXf const reciprocal = math::integer_power<-2>(shifted);
  for (int i = 0; i < x.size(); ++i) {
    CHECK(near(sine(i), std::sin(x(i)), 2));
    CHECK(near(sigmoid(i), math::sigmoid(x(i)), 2));
    CHECK(low(i) == math::min(x(i), 0.0f));
    CHECK(high(i) == math::max(x(i), 0.0f));
    CHECK(near(reciprocal(i), 1 / ((x(i) + 2) * (x(i) + 2)), 2));
  }
}
#endif
