// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/number.hpp"

#include <cstdint>
#include <limits>

#include "check.hpp"

using namespace leibniz;
using leibniz::test::bits;
using leibniz::test::opaque;

namespace {

constexpr std::int64_t billion = 1'000'000'000;
constexpr double inf = std::numeric_limits<double>::infinity();

constexpr bool same_double(number const& n, double value) {
  return !n.exact() && bits(n.real()) == bits(value) && bits(n.as_double()) == bits(value);
}
constexpr bool scaled(number const& n, uint128 above, uint128 below, int twos, int fives) {
  return n == number{n.numerator < 0 ? -1 : 1, -1, {above, below, twos, fives}};
}
constexpr bool fraction(number const& n, std::int64_t p, std::int64_t q) {
  return n.numerator == p && n.denominator == q;
}

}  // namespace

TEST_CASE("a rational is reduced, its denominator positive") {
  LEIBNIZ_CHECK_BOTH([] { return fraction(rational(opaque(6), 4), 3, 2); });
  LEIBNIZ_CHECK_BOTH([] { return fraction(rational(opaque(6), -4), -3, 2); });
  LEIBNIZ_CHECK_BOTH([] { return fraction(rational(opaque(-6), -4), 3, 2); });
  LEIBNIZ_CHECK_BOTH([] { return fraction(rational(opaque(0), -4), 0, 1); });
  LEIBNIZ_CHECK_BOTH([] { return rational(opaque(1), 3).as_double() == 1.0 / 3.0; });
}

TEST_CASE("exact arithmetic is exact") {
  STATIC_REQUIRE(rational(1, 3) + rational(1, 6) == rational(1, 2));
  STATIC_REQUIRE(rational(1, 3) - rational(1, 3) == integer(0));
  STATIC_REQUIRE(rational(2, 3) * rational(9, 4) == rational(3, 2));
  STATIC_REQUIRE(rational(1, 3) * integer(0) == integer(0));
  STATIC_REQUIRE(-rational(1, 3) == rational(-1, 3));
  STATIC_REQUIRE(reciprocal(rational(-2, 3)) == rational(-3, 2));
  STATIC_REQUIRE(power(rational(-2, 3), 3) == rational(-8, 27));
  STATIC_REQUIRE(power(rational(2, 3), -3) == rational(27, 8));
  STATIC_REQUIRE(power(rational(2, 3), 0) == integer(1));
  STATIC_REQUIRE(integer(2).is(2));
  STATIC_REQUIRE(!rational(2, 3).is(2));
  STATIC_REQUIRE(!inexact(2).is(2));
  STATIC_REQUIRE(rational(-1, 3).negative());
  STATIC_REQUIRE(!integer(0).negative());
  STATIC_REQUIRE(inexact(-0.1).negative());
  LEIBNIZ_CHECK_BOTH([] {  // the harmonic number H(30), by any order of summation
    number up = integer(opaque(0)), down = integer(opaque(0));
    for (int k = 1; k <= 30; ++k) up = up + rational(1, k), down = down + rational(1, 31 - k);
    return up == down && fraction(up, 9304682830147, 2329089562800);
  });
}

// The representations and a few values; tests/base/exact_numbers.cpp compares all operations with Boost's rationals.
TEST_CASE("what does not fit 63 bits has 128 and powers of 2 and 5") {
  constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max();
  STATIC_REQUIRE(scaled(integer(4 * billion) * integer(4 * billion), {0, 1}, {0, 1}, 22, 18));
  STATIC_REQUIRE(power(integer(10), 30) == power(integer(2), 30) * power(integer(5), 30));
  STATIC_REQUIRE(integer(1 << 30) * integer(1 << 30) == integer(std::int64_t{1} << 60));
  STATIC_REQUIRE((integer(limit) + integer(1)).is_scaled());
  STATIC_REQUIRE(integer(limit) + integer(1) - integer(1) == integer(limit));
  STATIC_REQUIRE(-integer(limit) - integer(1) + integer(limit) == integer(-1));
  STATIC_REQUIRE(power(rational(1, 3), 50) * power(integer(3), 49) == rational(1, 3));
  STATIC_REQUIRE(power(integer(-1), 1'000'000'001) == integer(-1));
  STATIC_REQUIRE(reciprocal(power(integer(10), 30)) == power(rational(1, 10), 30));
  STATIC_REQUIRE((power(integer(10), 16) + rational(1, 1000) - power(integer(10), 16)) ==
                 rational(1, 1000));
  STATIC_REQUIRE(power(integer(10), 30).whole());
  STATIC_REQUIRE(!power(rational(1, 10), 30).whole());
  STATIC_REQUIRE(!power(integer(10), 30).integer());
}

TEST_CASE("what does not fit 128 bits is unknown, and so is what is computed from it") {
  STATIC_REQUIRE(!power(integer(3), 81).exact());
  STATIC_REQUIRE(power(integer(3), 80).exact());
  STATIC_REQUIRE(!(power(integer(10), 60) + integer(1)).exact());
  STATIC_REQUIRE(!power(integer(10), 401).exact());
  STATIC_REQUIRE(power(integer(10), 400).exact());
  constexpr number none = power(integer(3), 81);
  for (number const& n : {none + integer(1), none * integer(0), none - none, none * inexact(0.1),
                          inexact(0.1) + none, power(none, 3)})
    CHECK((!n.exact() && n.real() != n.real()));
  STATIC_REQUIRE(!(inexact(inf) + integer(1)).exact());
  STATIC_REQUIRE(inexact(1e308) * integer(100) == inexact(inf));
  STATIC_REQUIRE(inexact(1e308) + inexact(1e308) == inexact(inf));
}

TEST_CASE("a double is exact when it is a small binary fraction") {
  STATIC_REQUIRE(from_double(2.0) == integer(2));
  STATIC_REQUIRE(from_double(-3.0) == integer(-3));
  STATIC_REQUIRE(from_double(0.5) == rational(1, 2));
  STATIC_REQUIRE(from_double(-0.75) == rational(-3, 4));
  STATIC_REQUIRE(from_double(1.0 / 1024) == rational(1, 1024));
  STATIC_REQUIRE(from_double(0.0) == integer(0));
  STATIC_REQUIRE(same_double(from_double(-0.0), -0.0));
  STATIC_REQUIRE(same_double(from_double(0.1), 0.1));
  STATIC_REQUIRE(same_double(from_double(1e300), 1e300));
  STATIC_REQUIRE(same_double(from_double(-1e300), -1e300));
  STATIC_REQUIRE(same_double(from_double(5e-324), 5e-324));
  STATIC_REQUIRE(same_double(from_double(inf), inf));
  STATIC_REQUIRE(same_double(from_double(-inf), -inf));
  LEIBNIZ_CHECK_BOTH([] {
    number const n = from_double(opaque(std::numeric_limits<double>::quiet_NaN()));
    return !n.exact() && n.real() != n.real();
  });
  LEIBNIZ_CHECK_BOTH([] {  // whatever it is taken for, it is that double again
    std::uint64_t state = 3;
    for (int i = 0; i < 300; ++i) {
      state = mix(state, 11);
      double const x = static_cast<double>(static_cast<std::int64_t>(state) >> (state % 64)) /
                       static_cast<double>(1u << (state % 13));
      if (bits(from_double(opaque(x)).as_double()) != bits(x)) return false;
    }
    return true;
  });
}

TEST_CASE("the exact value of a double") {
  STATIC_REQUIRE(exactly(inexact(0.1)) == rational(3602879701896397, std::int64_t{1} << 55));
  STATIC_REQUIRE(exactly(inexact(-0.0)) == integer(0));
  STATIC_REQUIRE(exactly(inexact(0x1p-1074)) == power(rational(1, 2), 1074));
  STATIC_REQUIRE(exactly(inexact(-0x1.8p1000)) == -power(integer(2), 999) * integer(3));
  STATIC_REQUIRE(exactly(rational(1, 3)) == rational(1, 3));
  STATIC_REQUIRE(exactly(inexact(inf)) == inexact(inf));
}

TEST_CASE("doubles are equal by their bits, exact numbers by their value") {
  STATIC_REQUIRE(inexact(0.1) == inexact(0.1));
  STATIC_REQUIRE(!(inexact(0.0) == inexact(-0.0)));
  STATIC_REQUIRE(!(inexact(2.0) == integer(2)));
  STATIC_REQUIRE(!(integer(2) == rational(2, 3)));
  LEIBNIZ_CHECK_BOTH([] {
    double const nan = std::numeric_limits<double>::quiet_NaN();
    return inexact(opaque(nan)) == inexact(nan);
  });
  STATIC_REQUIRE(same_double(inexact(0.1) + rational(1, 2), 0.1 + 0.5));
  STATIC_REQUIRE(same_double(inexact(0.1) - integer(1), 0.1 - 1));
  STATIC_REQUIRE(same_double(inexact(0.1) * rational(1, 3), 0.1 * (1.0 / 3.0)));
  STATIC_REQUIRE(same_double(reciprocal(inexact(0.1)), 1 / 0.1));
  STATIC_REQUIRE(same_double(-inexact(0.0), -0.0));
}

TEST_CASE("equal numbers have equal hashes, near ones others") {
  STATIC_REQUIRE(rational(2, 6).hash() == rational(1, 3).hash());
  STATIC_REQUIRE(integer(2).hash() != integer(3).hash());
  STATIC_REQUIRE(integer(2).hash() != rational(1, 2).hash());
  STATIC_REQUIRE(integer(2).hash() != inexact(2).hash());
  STATIC_REQUIRE(inexact(0.0).hash() != inexact(-0.0).hash());
  STATIC_REQUIRE(power(integer(10), 30).hash() != power(integer(10), 31).hash());
  STATIC_REQUIRE(power(integer(3), 60).hash() != power(rational(1, 3), 60).hash());
  STATIC_REQUIRE(power(integer(10), 30).hash() != (-power(integer(10), 30)).hash());
}
