// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/text.hpp"

#include <sstream>
#include <string>

#include "check.hpp"

using leibniz::text;

TEST_CASE("text grows to its capacity and is cut there") {
  constexpr auto made = [] {
    text<5> t;
    t.append("ab").append('c').append("def");
    return t;
  }();
  STATIC_REQUIRE(made == "abcde");
  STATIC_REQUIRE(made.size() == 5);
  STATIC_REQUIRE(made.c_str()[5] == '\0');
  LEIBNIZ_CHECK_BOTH([] {
    text<3> t("ab");
    for (int i = 0; i < leibniz::test::opaque(10); ++i) t.append('x');
    return t == "abx" && t.size() == 3 && t.c_str()[3] == '\0';
  });
}

TEST_CASE("texts compare by their characters, whatever their capacity") {
  STATIC_REQUIRE(text<3>("ab") == text<9>("ab"));
  STATIC_REQUIRE(text<3>("ab") == text<3>("ab"));
  STATIC_REQUIRE(text<3>("ab") != text<3>("aB"));
  STATIC_REQUIRE(text<3>("ab") != text<9>("abc"));
  STATIC_REQUIRE(text<3>("ab") == "ab");
  STATIC_REQUIRE("ab" == text<3>("ab"));
  STATIC_REQUIRE(text<3>("ab") != "abc");
  STATIC_REQUIRE(text<3>() == "");
}

TEST_CASE("text converts to string_view and is written to streams") {
  constexpr text<8> t("a\0b");
  STATIC_REQUIRE(std::string_view(t) == "a");
  std::ostringstream out;
  out << text<8>("x + y") << '!';
  CHECK(out.str() == "x + y!");
  CHECK(std::string(std::string_view(text<8>("abc"))) == "abc");
}
