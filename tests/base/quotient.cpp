// SPDX-License-Identifier: BSL-1.0
// Quotients of integers, rounded once: against numbers of 400 bits.
#include "leibniz/base/quotient.hpp"

#include <boost/multiprecision/cpp_bin_float.hpp>

#include "check.hpp"
#include "graph/interpreter.hpp"

using leibniz::quotient;
namespace mp = boost::multiprecision;

using wide = mp::number<mp::cpp_bin_float<400, mp::digit_base_2>>;

TEST_CASE("a quotient of integers is rounded once") {
  STATIC_REQUIRE(quotient<double>(12345678901234567, 100'000'000'000'000'000) ==
                 0.12345678901234567);
  STATIC_REQUIRE(quotient<double>(9007199254740993, 1) == 9007199254740992.0);
  STATIC_REQUIRE(quotient<double>(9007199254740995, -1 + 2) == 9007199254740996.0);
  STATIC_REQUIRE(quotient<float>(-16777217, 1) == -16777216.0f);
  STATIC_REQUIRE(quotient<double>(0, 9007199254740993) == 0);
  STATIC_REQUIRE(quotient<double>(std::numeric_limits<std::int64_t>::min(), 1) == -0x1p63);
  leibniz::test::random random(5);
  for (int i = 0; i < 50000; ++i) {
    auto n = static_cast<std::int64_t>(random.word()) >> random.below(64);
    auto d = static_cast<std::int64_t>(random.word() >> (1 + random.below(62)));
    if (i % 3 == 0) {  // many ties
      n = (std::int64_t{1} << 53) + random.below(64);
      d = std::int64_t{1} << random.below(62);
    }
    if (i % 5 == 0) n = -n;
    if (d == 0) continue;
    CAPTURE(n, d);
    wide const exact = wide(n) / wide(d);
    REQUIRE(quotient<double>(n, d) == exact.convert_to<double>());
    REQUIRE(quotient<float>(n, d) == exact.convert_to<float>());
  }
}
