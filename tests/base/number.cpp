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
  return !n.exact() && bits(n.real) == bits(value) && bits(n.as_double()) == bits(value);
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

TEST_CASE("what does not fit 64 bits becomes a double, never a wrong integer") {
  constexpr std::int64_t limit = std::int64_t{1} << 62;
  STATIC_REQUIRE(same_double(integer(4 * billion) * integer(4 * billion), 1.6e19));
  STATIC_REQUIRE(same_double(integer(-4 * billion) * integer(4 * billion), -1.6e19));
  STATIC_REQUIRE(integer(1 << 30) * integer(1 << 30) == integer(std::int64_t{1} << 60));
  STATIC_REQUIRE(same_double(integer(limit) + integer(limit), 0x1p63));
  STATIC_REQUIRE(same_double(integer(-limit) - integer(limit), -0x1p63));
  STATIC_REQUIRE(same_double(rational(1, 4 * billion) * rational(1, 4 * billion), 1 / (4e9 * 4e9)));
  STATIC_REQUIRE(!(rational(1, 3 * billion) + rational(1, 5 * billion + 1)).exact());
  STATIC_REQUIRE(same_double(power(integer(10), 30), 1e30));
  STATIC_REQUIRE(power(integer(2), 61) == integer(std::int64_t{1} << 61));
  STATIC_REQUIRE(power(integer(-1), 1'000'000'001) == integer(-1));
  LEIBNIZ_CHECK_BOTH([] {  // over random products: exact results are right, others are doubles
    std::uint64_t state = 1;
    for (int i = 0; i < 200; ++i) {
      state = mix(state, 7);
      auto a = static_cast<std::int64_t>(state) >> (state % 60);
      state = mix(state, 7);
      auto b = static_cast<std::int64_t>(state) >> (state % 60);
      if (a < -(limit - 1) || a >= limit || b < -(limit - 1) || b >= limit) continue;
      __extension__ using wide = __int128;
      number const p = integer(opaque(a)) * integer(b), s = integer(opaque(a)) + integer(b);
      if (p.exact() ? wide(a) * b != p.numerator : p.real != double(a) * double(b)) return false;
      if (s.exact() ? wide(a) + b != s.numerator : s.real != double(a) + double(b)) return false;
    }
    return true;
  });
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
    return !n.exact() && n.real != n.real;
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
}
