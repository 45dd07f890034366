// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/hash.hpp"

#include <set>
#include <string>

#include "check.hpp"

using leibniz::hash_of;
using leibniz::mix;

TEST_CASE("hashes of names are constants and differ") {
  STATIC_REQUIRE(hash_of("x") == hash_of("x"));
  STATIC_REQUIRE(hash_of("x") != hash_of("y"));
  STATIC_REQUIRE(hash_of("") != hash_of(std::string_view("\0", 1)));
  STATIC_REQUIRE(hash_of("ab") != hash_of("ba"));
  std::set<std::uint64_t> known;
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b)
      for (char c = 'a'; c <= 'z'; ++c) known.insert(hash_of(std::string{a, b, c}));
  CHECK(known.size() == 26u * 26u * 26u);
  CHECK(hash_of("\xff") == hash_of(std::string(1, '\xff')));  // not sign-extended differently
}

TEST_CASE("mixing a word is a bijection of the state, and order matters") {
  std::set<std::uint64_t> seen;
  for (std::uint64_t state = 0; state < 20'000; ++state) seen.insert(mix(state, 0x1234));
  CHECK(seen.size() == 20'000u);
  STATIC_REQUIRE(mix(mix(1, 2), 3) != mix(mix(1, 3), 2));
  STATIC_REQUIRE(mix(1, 2) != mix(1, 3));
}
