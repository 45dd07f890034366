// SPDX-License-Identifier: BSL-1.0
#include "leibniz/expression/constant.hpp"

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;

namespace {
constexpr lz::variable<"x"> x;
using lz::test::big, lz::test::opaque;
template <std::int64_t N, std::int64_t D, class C> constexpr bool is(C) {
  return C::exact.numerator == N && C::exact.denominator == D;
}
}  // namespace

TEST_CASE("_c literals are exact") {
  STATIC_REQUIRE(is<2, 1>(2_c));
  STATIC_REQUIRE(is<0, 1>(0_c));
  STATIC_REQUIRE(is<0, 1>(0.00_c));
  STATIC_REQUIRE(is<1000, 1>(1'000_c));
  STATIC_REQUIRE(is<1, 1000>(1e-3_c));
  STATIC_REQUIRE(is<1, 10>(0.1_c));
  STATIC_REQUIRE(is<1, 2>(.5_c));
  STATIC_REQUIRE(is<5, 1>(5._c));
  STATIC_REQUIRE(is<5, 2>(2.5e0_c));
  STATIC_REQUIRE(is<2500, 1>(2.5E+3_c));
  STATIC_REQUIRE(is<1, 400>(2.5e-3_c));
  STATIC_REQUIRE(is<2469, 20>(123.45_c));
  STATIC_REQUIRE(is<3, 1>(3.000'000_c));
  STATIC_REQUIRE(is<100'000'000'000'000'000, 1>(1e17_c));
  STATIC_REQUIRE(is<1, 100'000'000'000'000'000>(1e-17_c));
  STATIC_REQUIRE(is<7853981633974483, 2'500'000'000'000'000>(3.1415926535897932_c));
}

// Beside what the compiler makes of the same literal, and what Boost reads at 100 digits.
#define LEIBNIZ_SAME_LITERAL(LITERAL)                                   \
  do {                                                                  \
    STATIC_REQUIRE((LITERAL##_c * x)(x = 1.0) == LITERAL);              \
    STATIC_REQUIRE((LITERAL##_c * x)(x = 1.0L) == LITERAL##L);          \
    CHECK((LITERAL##_c * x)(x = opaque(-1.0)) == -LITERAL);             \
    big const exact(#LITERAL);                                          \
    CHECK(abs(big((LITERAL##_c * x)(x = big(1))) / exact - 1) < 1e-98); \
  } while (false)

TEST_CASE("a literal is every double, rounded as the compiler does") {
  LEIBNIZ_SAME_LITERAL(1.380649e-23);
  LEIBNIZ_SAME_LITERAL(6.62607015e-34);
  LEIBNIZ_SAME_LITERAL(6.02214076e23);
  LEIBNIZ_SAME_LITERAL(1.7976931348623157e308);
  LEIBNIZ_SAME_LITERAL(2.2250738585072014e-308);
  LEIBNIZ_SAME_LITERAL(4.9406564584124654e-324);
  LEIBNIZ_SAME_LITERAL(2.4703282292062328e-324);
  LEIBNIZ_SAME_LITERAL(1e22);
  LEIBNIZ_SAME_LITERAL(1e23);
  LEIBNIZ_SAME_LITERAL(8.988465674311580e307);
  LEIBNIZ_SAME_LITERAL(3.14159265358979323846);
  LEIBNIZ_SAME_LITERAL(3.14159265358979323846264338327950288);
  LEIBNIZ_SAME_LITERAL(
      0.00000000000000000000000000000000000012345678901234567890123456789012345678);
  LEIBNIZ_SAME_LITERAL(12345678901234567890123456789012345678000000000000000000000.);
  STATIC_REQUIRE((1.380649e-23_c * x)(x = 1.0f) == 1.380649e-23f);
  STATIC_REQUIRE((1e-45_c * x)(x = 1.0f) == 1e-45f);
  STATIC_REQUIRE((1e-50_c * x)(x = 1.0f) == 0);
  CHECK((1e-50_c * x)(x = big(1)) != 0);
}
TEST_CASE("powers of two are hexadecimal literals") {
  STATIC_REQUIRE(is<31, 1>(0x1f_c));
  STATIC_REQUIRE(is<3, 16>(0x1.8p-3_c));
  STATIC_REQUIRE(is<43981, 16>(0xA'BC.Dp0_c));
  STATIC_REQUIRE((0x1p-1074_c * x)(x = 1.0) == 0x1p-1074);
  STATIC_REQUIRE((0x1.fffffffffffffp1023_c * x)(x = 1.0) == 0x1.fffffffffffffp1023);
  STATIC_REQUIRE((0x1p-1022_c * x)(x = 1.0L) == 0x1p-1022L);
  STATIC_REQUIRE(0x1p-1074_c * x == x / 0x1p537_c / 0x1p537_c);
}
TEST_CASE("quotients of constants of any size") {
  STATIC_REQUIRE((1_c / 3e-20_c * x)(x = 1.0) == 1e20 / 3);
  STATIC_REQUIRE(1e200_c / 1e-100_c * x == 1e300_c * x);
  STATIC_REQUIRE(-(1e30_c) * x == -1e30_c * x);
  STATIC_REQUIRE(std::is_same_v<decltype(1e30_c / 1e30_c), decltype(1_c)>);
}

TEST_CASE("quotients and negatives of constants are constants") {
  STATIC_REQUIRE(is<1, 3>(1_c / 3_c));
  STATIC_REQUIRE(is<-1, 3>(-1_c / 3_c));
  STATIC_REQUIRE(is<-1, 3>(1_c / -3_c));
  STATIC_REQUIRE(is<2, 1>(1_c / 0.5_c));
  STATIC_REQUIRE(is<3, 10>(0.1_c / (1_c / 3_c)));
  STATIC_REQUIRE(is<-2, 1>(-2_c));
  STATIC_REQUIRE(is<2, 1>(-(-2_c)));
  STATIC_REQUIRE(std::is_same_v<decltype(lz::constant<1, 3>{} * x), decltype(1_c / 3_c * x)>);
}

TEST_CASE("constants that are not reduced are the same number") {
  STATIC_REQUIRE(lz::constant<2, 4>{} == 0.5_c);
  STATIC_REQUIRE((lz::constant<2, 4>{} * x)(x = 1.0) == 0.5);
  STATIC_REQUIRE(lz::constant<2, 4>{} * x == 0.5_c * x);
}

TEST_CASE("a number and its reciprocal, or its negative, are other formulas") {
  STATIC_REQUIRE((x * 2_c)(x = 1.0) == 2);
  STATIC_REQUIRE((x * 0.5_c)(x = 1.0) == 0.5);
  STATIC_REQUIRE((x * -2_c)(x = 1.0) == -2);
  STATIC_REQUIRE(x * 2_c != x * 0.5_c);
  STATIC_REQUIRE(x * 3_c / 2_c != x * 2_c / 3_c);
}

TEST_CASE("a constant is rounded once, in the scalar of the call") {
  STATIC_REQUIRE((0.1_c * x)(x = 1.0) == 0.1);
  STATIC_REQUIRE((0.1_c * x)(x = 1.0f) == 0.1f);
  STATIC_REQUIRE((0.1_c * x)(x = 1.0L) == 0.1L);
  STATIC_REQUIRE((1_c / 3_c * x)(x = 1.0f) == 1.0f / 3.0f);
  STATIC_REQUIRE((1e-17_c * x)(x = 1.0) == 1e-17);
  STATIC_REQUIRE((16777217_c * x)(x = 1.0) == 16777217.0);
}
