// SPDX-License-Identifier: BSL-1.0
// Exact numbers: every operation against Boost's rationals, every rounding against numbers of 3,000 bits.
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/base/number.hpp"

using namespace leibniz;
namespace mp = boost::multiprecision;

namespace {

using fraction = mp::cpp_rational;
using whole = mp::cpp_int;

fraction value(number const& n) {
  if (!n.is_scaled()) return {whole(n.numerator), whole(n.denominator)};
  scaled_fraction const& f = n.scaled;
  auto const natural = [](uint128 const& a) -> whole { return (whole(a.high) << 64) + a.low; };
  fraction const twos(mp::pow(whole(2), static_cast<unsigned>(std::abs(f.twos))), 1),
      fives(mp::pow(whole(5), static_cast<unsigned>(std::abs(f.fives))), 1);
  fraction result(natural(f.above), natural(f.below));
  result = f.twos < 0 ? fraction(result / twos) : fraction(result * twos);
  result = f.fives < 0 ? fraction(result / fives) : fraction(result * fives);
  return n.numerator < 0 ? fraction(-result) : result;
}

/// Fractions, doubles of all magnitudes and near 1, integers of 128 bits, decimals.
number any(test::random& chance) {
  std::uint64_t const word = chance.word() >> chance.below(63);
  bool const minus = chance.below(2) == 1;
  switch (chance.below(5)) {
  case 0: {
    auto const n = static_cast<std::int64_t>(word >> 1);
    return rational(minus ? -n : n,
                    static_cast<std::int64_t>(chance.word() >> (1 + chance.below(62))) | 1);
  }
  case 1: {
    double const x = std::bit_cast<double>(chance.word());
    return exactly(inexact(std::isfinite(x) ? x : 0.1));
  }
  case 2:  return exactly(inexact(std::ldexp(static_cast<double>(word >> 11), -chance.below(100))));
  case 3:  return detail::number_of(minus, {word, chance.word() | 1}, {0, 1}, 0, 0);
  default: {
    int const twos = chance.below(80) - 40;  // decimals, and powers of 2 over powers of 5
    int const fives = chance.below(2) == 0 ? twos : chance.below(80) - 40;
    return detail::number_of(minus, {0, word | 1}, {0, 1}, twos, fives);
  }
  }
}

/// Right if exact, in the one representation of its value.
void check(number const& n, fraction const& expected, int& exact) {
  if (!n.exact()) return;
  ++exact;
  REQUIRE(value(n) == expected);
  constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
  bool const small =
      mp::abs(mp::numerator(expected)) <= largest && mp::denominator(expected) <= largest;
  REQUIRE(n.is_scaled() == !small);
}

}  // namespace

TEST_CASE("sums, products, powers and reciprocals of exact numbers are exact or unknown") {
  test::random chance(7);
  int exact = 0, all = 0;
  for (int i = 0; i < 20000; ++i) {
    number const a = any(chance), b = any(chance);
    fraction const p = value(a), q = value(b);
    check(a, p, exact);
    check(a + b, p + q, exact);
    check(a - b, p - q, exact);
    check(a * b, p * q, exact);
    check(power(a, 3), p * p * p, exact);
    if (!a.zero()) check(reciprocal(a), 1 / p, exact);
    all += 6;
    REQUIRE(a + b == b + a);
    REQUIRE(a * b == b * a);
    REQUIRE((a == b) == (p == q));
    REQUIRE(a.negative() == (p < 0));
    REQUIRE(a.whole() == (mp::denominator(p) == 1));
  }
  CHECK(3 * exact > all);  // and not unknown for no reason
}

TEST_CASE("sums and products that fit are not unknown") {
  test::random chance(8);
  for (int i = 0; i < 5000;
       ++i) {  // decimals of 17 digits near each other, and doubles near each other
    int const tens = chance.below(600) - 300;
    auto const decimal = [&](int off) {
      return detail::number_of(false, {0, (chance.word() >> 8) | 1}, {0, 1}, tens + off,
                               tens + off);
    };
    number const a = decimal(chance.below(8)), b = decimal(chance.below(8));
    REQUIRE((a + b).exact());
    if (tens < 180 && tens > -190) REQUIRE((a * b).exact());
    number const x = exactly(inexact(chance.between(0.001, 1000))),
                 y = exactly(inexact(chance.between(0.001, 1000)));
    REQUIRE((x + y).exact());
    REQUIRE((x * y).exact());
    REQUIRE((x * reciprocal(y)).exact());
    REQUIRE((x * reciprocal(y) * y) == x);
  }
}

TEST_CASE("exact numbers are rounded once, also to subnormal ones, 0 and infinity") {
  using bits = mp::number<mp::cpp_bin_float<3000, mp::digit_base_2>>;
  test::random chance(9);
  for (int i = 0; i < 10000; ++i) {
    number a = any(chance);
    if (i % 2 == 0) {  // beside a double, or halfway between two
      number const ulp = power(rational(1, 2), chance.below(2) == 0 ? 1075 : 1076);
      double const at = std::bit_cast<double>(chance.word() >> (12 + chance.below(50)));
      a = exactly(inexact(at)) + integer(chance.below(7) - 3) * ulp;
      if (!a.exact()) continue;
    }
    fraction const p = value(a);
    bits const exact = bits(mp::numerator(p)) / bits(mp::denominator(p));
    CAPTURE(exact.convert_to<double>());
    REQUIRE(a.as_double() == exact.convert_to<double>());
    REQUIRE(a.as<float>() == exact.convert_to<float>());
    if constexpr (std::numeric_limits<long double>::digits <= 64)
      REQUIRE(a.as<long double>() == exact.convert_to<long double>());
  }
  LEIBNIZ_CHECK_BOTH([] {
    constexpr number ten = integer(10);
    return power(ten, 22).as_double() == 1e22 && power(ten, 23).as_double() == 1e23 &&
           power(ten, -23).as_double() == 1e-23 && power(ten, 308).as_double() == 1e308 &&
           power(ten, 309).as_double() == std::numeric_limits<double>::infinity() &&
           power(ten, -323).as_double() == 1e-323 && power(ten, -324).as_double() == 0 &&
           power(ten, -45).as<float>() == 1e-45f && power(ten, -46).as<float>() == 0;
  });
}
