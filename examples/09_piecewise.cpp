// SPDX-License-Identifier: BSL-1.0
// Functions with branches and kinks. Where no derivative exists, the library's choice is written down.
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

// [where]
constexpr auto huber = where(abs(x) <= 1_c, square(x) / 2, abs(x) - 0.5_c);
static_assert(lz::derivative(huber, x)(x = 0.5) == 0.5);
static_assert(lz::derivative(huber, x)(x = -3.0) == -1.0);

constexpr auto rooted = where(x > 0_c, sqrt(x), 0_c);
static_assert(lz::derivative(rooted, x)(x = 4.0) == 0.25);
// [/where]

// [selection]
static_assert(lz::gradient(max(x * x, y))(x = 3.0, y = 5.0)[x] == 6.0);
static_assert(lz::gradient(min(x * x, y))(x = 3.0, y = 5.0)[y] == 1.0);
static_assert(lz::gradient(clamp(2 * x, 0_c, 1_c))(x = 0.25)[x] == 2.0);
static_assert(lz::gradient(clamp(2 * x, 0_c, 1_c))(x = 0.75)[x] == 0.0);
// [/selection]

// [kinks]
static_assert(lz::derivative(abs(x), x)(x = 0.0) == 0.0);
static_assert(lz::derivative(relu(x), x)(x = 0.0) == 0.0);
static_assert(lz::gradient(max(x, y))(x = 1.0, y = 1.0)[x] ==
              1.0);  // equal: the derivative of the first
static_assert(lz::gradient(max(x, y))(x = 1.0, y = 1.0)[y] == 0.0);
// [/kinks]

int main() {
  std::puts("    x   huber  slope");
  constexpr auto g = lz::gradient(huber);
  bool right = true;
  for (double at = -2; at <= 2; at += 0.5) {
    auto const r = g(x = at);
    std::printf("%5.1f %7.3f %6.2f\n", at, r.value, r[x]);
    right = right && r[x] == (at < -1 ? -1 : at > 1 ? 1 : at);
  }

  // [taken]
  // Both branches are computed, but the one not taken reaches neither the value nor a derivative:
  auto const r = lz::gradient(rooted)(x = -1.0);  // no NaN from sqrt(-1)
  right = right && r.value == 0 && r[x] == 0;
  // [/taken]
  return right ? 0 : 1;
}
