// SPDX-License-Identifier: BSL-1.0
// Numbers as text: what the standard library writes for doubles, digit by digit; exact numbers by their digits.
#include "leibniz/emit/number_text.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "check.hpp"
#include "graph/interpreter.hpp"

using namespace leibniz;

namespace {

constexpr text<48> written(number const& n) {
  text<48> result;
  emit::append_number(result, n);
  return result;
}

/// Digits and exponent as std::to_chars gives them: d.dddde±xx is 0.ddddd · 10^(xx + 1).
template <class T> void check_digits(T value) {
  char buffer[64];
  auto const end = std::to_chars(buffer, buffer + 64, value, std::chars_format::scientific).ptr;
  std::string const expected(buffer, end);
  std::size_t const e = expected.find('e');
  std::string digits = expected.substr(0, e);
  std::erase(digits, '.');
  decimal_digits const d = shortest_decimal(value);
  CAPTURE(value);
  REQUIRE(std::string_view(d.digit, static_cast<std::size_t>(d.count)) == digits);
  REQUIRE(d.exponent == std::stoi(expected.substr(e + 1)) + 1);
}

}  // namespace

TEST_CASE("the shortest decimal of a double or float is that of the standard library") {
  for (int k = -1074; k < 1024; ++k) {
    check_digits(std::ldexp(1.0, k));
    check_digits(std::nextafter(std::ldexp(1.0, k), 0.0) +
                 std::numeric_limits<double>::denorm_min());
    if (-149 <= k && k < 128) check_digits(std::ldexp(1.0f, k));
  }
  for (int k = -320; k < 308; ++k)
    check_digits(std::strtod(("1e" + std::to_string(k)).c_str(), nullptr));
  test::random random(3);
  for (int i = 0; i < 20000; ++i) {
    double const x = std::bit_cast<double>(random.word() >> 1);
    if (x <= std::numeric_limits<double>::max() && x > 0) check_digits(x);
    float const y = std::bit_cast<float>(static_cast<std::uint32_t>(random.word() >> 33));
    if (y <= std::numeric_limits<float>::max() && y > 0) check_digits(y);
    check_digits(random.between(0.001, 1000));
  }
}

TEST_CASE("the text of a double gives it back") {
  test::random random(4);
  for (int i = 0; i < 20000; ++i) {
    double const x = std::bit_cast<double>(random.word());
    if (!std::isfinite(x)) continue;
    REQUIRE(test::bits(std::strtod(written(from_double(x)).c_str(), nullptr)) == test::bits(x));
    double const y = std::round(random.between(-1e9, 1e9)) / 1024;
    REQUIRE(test::bits(std::strtod(written(from_double(y)).c_str(), nullptr)) == test::bits(y));
  }
}

TEST_CASE("numbers in constant expressions") {
  STATIC_REQUIRE(written(inexact(1e100)) == "1e100");
  STATIC_REQUIRE(written(inexact(-0.0)) == "-0");
  STATIC_REQUIRE(written(inexact(-std::numeric_limits<double>::infinity())) == "-inf");
  STATIC_REQUIRE(written(inexact(-std::numeric_limits<double>::quiet_NaN())) == "nan");
  STATIC_REQUIRE(written(inexact(1234567890123456.0)) == "1234567890123456");
  STATIC_REQUIRE(written(inexact(12345678901234560.0)) == "1.234567890123456e16");
  STATIC_REQUIRE(written(inexact(0.000001)) == "0.000001");
  STATIC_REQUIRE(written(inexact(0.0000001)) == "1e-7");
  STATIC_REQUIRE(written(rational(-2, 3)) == "-2/3");
  STATIC_REQUIRE(written(rational(-1, 4)) == "-0.25");
  STATIC_REQUIRE(written(rational(12345678901234567, 100'000'000'000'000'000)) ==
                 "0.12345678901234567");
  STATIC_REQUIRE(written(rational(1, 100'000'000'000'000'000)) == "1e-17");
  STATIC_REQUIRE(written(rational(123456789012345679, 100'000'000'000'000'000)) ==
                 "1.23456789012345679");
  STATIC_REQUIRE(written(rational(-12345678901234567, 7)) == "-1763668414462081");  // rounded
  STATIC_REQUIRE(written(rational(22, 7)) == "22/7");
  STATIC_REQUIRE(written(-power(rational(1, 10), 400)) == "-1e-400");
  STATIC_REQUIRE(written(power(integer(2), 100)) == "1.267650600228229401496703205376e30");
  STATIC_REQUIRE(written(power(integer(10), 30) + integer(1)) ==
                 "1.000000000000000000000000000001e30");
  STATIC_REQUIRE(written(power(rational(1, 2), 1074)) == "5e-324");
  STATIC_REQUIRE(written(power(rational(1, 7), 2) * power(integer(10), 400)) ==
                 "2.0408163265306123e398");
  STATIC_REQUIRE(written(exactly(inexact(0.1)) * exactly(inexact(0.7))) == "0.06999999999999999");
  STATIC_REQUIRE(written(rational(1'000'000'000'000'000, 3)) == "1000000000000000/3");
  STATIC_REQUIRE(written(rational(1'000'000'000'000'001, 3)) == "333333333333333.7");  // rounded
  STATIC_REQUIRE(written(integer(std::numeric_limits<std::int64_t>::max())) ==
                 "9223372036854775807");
  STATIC_REQUIRE(written(integer(std::numeric_limits<std::int64_t>::min())) ==
                 "-9223372036854775808");
}
