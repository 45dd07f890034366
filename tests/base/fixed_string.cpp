// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/fixed_string.hpp"

#include <type_traits>

#include "check.hpp"

using leibniz::fixed_string;

namespace {
template <fixed_string Name> struct tag {
  static constexpr std::string_view name = Name.view();
};
}  // namespace

TEST_CASE("text as a template argument") {
  STATIC_REQUIRE(tag<"x">::name == "x");
  STATIC_REQUIRE(tag<"">::name.empty());
  STATIC_REQUIRE(std::is_same_v<tag<"x">, tag<"x">>);
  STATIC_REQUIRE(!std::is_same_v<tag<"x">, tag<"y">>);
  STATIC_REQUIRE(!std::is_same_v<tag<"x">, tag<"xx">>);
  STATIC_REQUIRE(tag<fixed_string<4>(std::string_view("abcdef"))>::name == "abc");
  STATIC_REQUIRE(std::is_same_v<tag<fixed_string<3>(std::string_view("ab"))>, tag<"ab">>);
}
