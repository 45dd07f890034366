// SPDX-License-Identifier: BSL-1.0
// The members of a struct are found, however many and of whatever kind, each in its place.
#include "leibniz/base/aggregate.hpp"

#include <array>

#include "check.hpp"

using leibniz::detail::member_count;
using leibniz::detail::members_of;

namespace {

struct of_1 {
  int a;
};
struct of_2 {
  int a, b;
};
struct of_3 {
  int a, b, c;
};
struct of_4 {
  int a, b, c, d;
};
struct of_5 {
  int a, b, c, d, e;
};
struct of_6 {
  int a, b, c, d, e, f;
};
struct of_7 {
  int a, b, c, d, e, f, g;
};
struct of_8 {
  int a, b, c, d, e, f, g, h;
};
struct of_9 {
  int a, b, c, d, e, f, g, h, i;
};
struct of_10 {
  int a, b, c, d, e, f, g, h, i, j;
};
struct of_11 {
  int a, b, c, d, e, f, g, h, i, j, k;
};
struct of_12 {
  int a, b, c, d, e, f, g, h, i, j, k, l;
};
struct of_13 {
  int a, b, c, d, e, f, g, h, i, j, k, l, m;
};
struct of_14 {
  int a, b, c, d, e, f, g, h, i, j, k, l, m, n;
};
struct of_15 {
  int a, b, c, d, e, f, g, h, i, j, k, l, m, n, o;
};
struct of_16 {
  int a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p;
};
struct none {};
struct mixed {
  int first[3];
  double second;
  int third[2][2];
  std::array<float, 2> fourth;
  char fifth[1];
};
struct full {
  int many[63];
  int one;
};
struct of_more {
  int many[20];
  friend constexpr auto leibniz_members(auto& s) { return std::tie(s.many[7], s.many[0]); }
};

/// Of a struct of ints.
template <class S> constexpr bool found_in_order() {
  constexpr std::size_t n = sizeof(S) / sizeof(int);
  S s{};
  auto const members = members_of(s);
  if (std::tuple_size_v<decltype(members)> != n || member_count<S> != n) return false;
  int next = 0;
  std::apply([&](auto&... each) { ((each = ++next), ...); }, members);
  auto const values = std::bit_cast<std::array<int, n>>(s);
  for (std::size_t i = 0; i < n; ++i)
    if (values[i] != static_cast<int>(i) + 1) return false;
  return true;
}

}  // namespace

TEST_CASE("structs of up to 16 members") {
  STATIC_REQUIRE(member_count<none> == 0);
  STATIC_REQUIRE(found_in_order<of_1>());
  STATIC_REQUIRE(found_in_order<of_2>());
  STATIC_REQUIRE(found_in_order<of_3>());
  STATIC_REQUIRE(found_in_order<of_4>());
  STATIC_REQUIRE(found_in_order<of_5>());
  STATIC_REQUIRE(found_in_order<of_6>());
  STATIC_REQUIRE(found_in_order<of_7>());
  STATIC_REQUIRE(found_in_order<of_8>());
  STATIC_REQUIRE(found_in_order<of_9>());
  STATIC_REQUIRE(found_in_order<of_10>());
  STATIC_REQUIRE(found_in_order<of_11>());
  STATIC_REQUIRE(found_in_order<of_12>());
  STATIC_REQUIRE(found_in_order<of_13>());
  STATIC_REQUIRE(found_in_order<of_14>());
  STATIC_REQUIRE(found_in_order<of_15>());
  STATIC_REQUIRE(found_in_order<of_16>());
}

TEST_CASE("arrays are members, and what the type itself says") {
  STATIC_REQUIRE(member_count<mixed> == 5);
  STATIC_REQUIRE(member_count<full> == 2);
  LEIBNIZ_CHECK_BOTH([] {
    mixed m{};
    auto const members = members_of(m);
    std::get<0>(members)[2] = leibniz::test::opaque(1);
    std::get<1>(members) = 2;
    std::get<2>(members)[1][0] = 3;
    std::get<3>(members)[1] = 4;
    std::get<4>(members)[0] = 5;
    return m.first[2] == 1 && m.second == 2 && m.third[1][0] == 3 && m.fourth[1] == 4 &&
           m.fifth[0] == 5;
  });
  LEIBNIZ_CHECK_BOTH([] {
    of_more s{};
    std::get<0>(members_of(s)) = leibniz::test::opaque(1);
    return s.many[7] == 1;
  });
}
