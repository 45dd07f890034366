// Conditions joined: of formulas, of traced scalars, of known constants.
#include <array>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

constexpr variable<"x"> x;
constexpr variable<"y"> y;
constexpr auto inside = where(0_c < x && x < 1_c, x* y, y);
constexpr auto outside = where(x < 0_c || 1_c < x, x* y, y);
constexpr auto hole = where(!(0_c < x && x < 1_c), x* y, y);

template <bool Known> constexpr auto traced_inside = function<R<2>>([](auto const& p) {
  bool const known = Known;
  return where(0 < p[0] && known && p[0] < 1, p[0] * p[1], p[1]);
});
constexpr auto traced_outside = function<R<2>>(
    [](auto const& p) { return where(p[0] < 0 || 1 < p[0] || false, p[0] * p[1], p[1]); });
constexpr auto of_constants = function<R<1>>([](auto const& p) {
  traced const two = 2, three = 3;
  auto const yes = two < three, no = three < two;
  return where(yes && !no, p[0], 0.0) + where(yes && no, 10 * p[0], 0.0) +
         where(no || yes, 100 * p[0], 0.0) + where(true && no, 1000 * p[0], 0.0) +
         where(p[0] > 0 || yes, 10000 * p[0], 0.0) + where(p[0] > 0 && no, 1e5 * p[0], 0.0);
});

}  // namespace

TEST_CASE("a choice by two conditions takes the right side, and so does its derivative") {
  LEIBNIZ_CHECK_BOTH([] { return inside(x = opaque(0.5), y = 6.0) == 3; });
  LEIBNIZ_CHECK_BOTH([] { return inside(x = opaque(1.5), y = 6.0) == 6; });
  LEIBNIZ_CHECK_BOTH([] { return outside(x = opaque(-0.5), y = 6.0) == -3; });
  LEIBNIZ_CHECK_BOTH([] { return outside(x = opaque(0.5), y = 6.0) == 6; });
  LEIBNIZ_CHECK_BOTH([] { return hole(x = opaque(2.0), y = 6.0) == 12; });
  LEIBNIZ_CHECK_BOTH([] { return hole(x = opaque(0.5), y = 6.0) == 6; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(inside)(x = opaque(0.5), y = 6.0);
    return r.value == 3 && r[x] == 6 && r[y] == 0.5;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(hole)(x = opaque(0.5), y = 6.0);
    return r.value == 6 && r[x] == 0 && r[y] == 1;
  });
}

TEST_CASE("traced conditions are joined, also with a bool") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(traced_inside<true>)(std::array{opaque(0.5), 6.0});
    return r.value == 3 && r.gradient[0] == 6 && r.gradient[1] == 0.5;
  });
  LEIBNIZ_CHECK_BOTH([] { return traced_inside<false>(std::array{opaque(0.5), 6.0}) == 6; });
  LEIBNIZ_CHECK_BOTH([] { return traced_outside(std::array{opaque(-0.5), 6.0}) == -3; });
  LEIBNIZ_CHECK_BOTH([] { return traced_outside(std::array{opaque(0.5), 6.0}) == 6; });
  LEIBNIZ_CHECK_BOTH([] {
    auto const r = gradient(of_constants)(std::array{opaque(1.0)});
    return r.value == 10101 && r.gradient[0] == 10101;
  });
}

TEST_CASE("conditions bind in text as they do in C++") {
  constexpr auto a = x < 1_c;
  constexpr auto b = y < 2_c;
  constexpr auto c = x < y;
  static_assert(to_string(where(a && b, x, y)) == "where(x < 1 && y < 2, x, y)");
  static_assert(to_string(where((a && b) || c, x, y)) == "where(x < 1 && y < 2 || x < y, x, y)");
  static_assert(to_string(where(a && (b || c), x, y)) == "where(x < 1 && (y < 2 || x < y), x, y)");
  static_assert(to_string(where(!a, x, y)) == "where(!(x < 1), x, y)");
  static_assert(to_string(where(!(a && b), x, y)) == "where(!(x < 1 && y < 2), x, y)");
}

TEST_CASE("and, or are equal either way round") {
  static_assert(where(x < 1_c && y < 2_c, x, y) == where(y < 2_c && x < 1_c, x, y));
  static_assert(where(x < 1_c || y < 2_c, x, y) == where(y < 2_c || x < 1_c, x, y));
  static_assert(!(where(x < 1_c && y < 2_c, x, y) == where(x < 1_c || y < 2_c, x, y)));
}

TEST_CASE("conditions of other scalars") {
  CHECK(inside(x = 0.5f, y = 6.0f) == 3.0f);
  CHECK(hole(x = 0.5L, y = 6.0L) == 6.0L);
}
