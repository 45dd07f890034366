// SPDX-License-Identifier: BSL-1.0
// Where a sum cannot be 0, a choice on its being 0 is none.
#include "catch.hpp"
#include "leibniz/leibniz.hpp"

namespace {

namespace lz = leibniz;
using namespace lz::literals;
constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

template <class F> constexpr int operations(F const& f) { return lz::cost(f).operations; }

// 1 + e^x is 1 or more; x² + y² may be 0, e^x may underflow, and 1 − e^x changes its sign
TEST_CASE("a choice on a positive sum is dropped, no other is") {
  constexpr auto chosen = [](auto const& a) { return where(lz::equal_to(a, 0_c), x, y); };
  STATIC_REQUIRE(operations(chosen(1_c + exp(x))) == 0);
  STATIC_REQUIRE(operations(chosen(0.5_c + square(x) * abs(y))) == 0);
  STATIC_REQUIRE(operations(chosen(exp(x) + (square(y) + 2_c))) == 0);
  STATIC_REQUIRE(operations(chosen(square(x) + square(y))) > 0);
  STATIC_REQUIRE(operations(chosen(exp(x))) > 0);
  STATIC_REQUIRE(operations(chosen(1_c - exp(x))) > 0);
  STATIC_REQUIRE(operations(chosen(1_c + x)) > 0);
  STATIC_REQUIRE(operations(chosen(-1_c + exp(x))) > 0);
  STATIC_REQUIRE(operations(chosen(1_c + x * exp(y))) > 0);
}

}  // namespace
