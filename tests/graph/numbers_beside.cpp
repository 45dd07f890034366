// SPDX-License-Identifier: BSL-1.0
// Numbers of every type beside traced scalars, which convert to one only to refuse it.
#include <array>

#include "check.hpp"

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

namespace {

enum count { three = 3 };
constexpr int known = 1;
constexpr auto f = lz::function<lz::R<2>>([](auto const& p) {
  using T = std::remove_cvref_t<decltype(p[0])>;
  T sum = known > 0 ? p[0] : 0.0;               // x
  sum += known > 0 ? 0 : p[1];                  // x
  sum = 2 * sum + p[1] * 3.0 - 1.0f / p[0];     // 2 x + 3 y - 1/x
  sum -= three * p[0] + 4L * p[0] + p[1] / 2u;  // -5 x + 2.5 y - 1/x
  sum += lz::where(0 < p[0], 1, p[1]) + lz::where(p[0] == 1.0, 1, 2.0) +
         lz::where(1 != p[0], p[1], 0.0);
  return sum;
});
constexpr auto r = lz::gradient(f)(std::array{2.0, 4.0});
static_assert(r.value == -10 + 10 - 0.5 + 1 + 2 + 4);
static_assert(r.gradient[0] == -5 + 0.25 && r.gradient[1] == 2.5 + 1);

}  // namespace

// Enumerators are compared as ever where the library's names are visible.
using namespace leibniz;
static_assert(three == 3 && 2 < three);

TEST_CASE("numbers of every type stand beside traced scalars") {
  CHECK(lz::gradient(f)(std::array{2.0, 4.0}).value == r.value);
}
