// SPDX-License-Identifier: BSL-1.0
#include "leibniz/expression/constant.hpp"

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;

namespace {
constexpr lz::variable<"x"> x;
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
