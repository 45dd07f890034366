// SPDX-License-Identifier: BSL-1.0
// A function of one's own is one entry: its value and its partials. Here softsign, x / (1 + |x|), and a C
// function that the library knows nothing about, with the derivative supplied.
#include <cmath>
#include <cstdio>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

namespace mine {

// [entry]
/// x / (1 + |x|)
struct softsign_entry : lz::entry<softsign_entry, "softsign", 1> {
  static constexpr auto latex = std::string_view("\\operatorname{softsign}\\left(#1\\right)");
  static constexpr auto symmetry = lz::parity::odd;
  LEIBNIZ_INLINE static auto value(auto const& x) { return x / (1 + lz::math::abs(x)); }
  static constexpr auto partials(auto /*result*/, auto x) {
    return lz::list(1_c / square(1_c + abs(x)));
  }
};
LEIBNIZ_FUNCTION_1(softsign)
// [/entry]

// [external]
double table_lookup(double x) {
  return std::cbrt(x);
}  // stands for measured data, a spline, a C library
double table_slope(double x) { return 1 / (3 * std::cbrt(x) * std::cbrt(x)); }

struct slope_entry : lz::entry<slope_entry, "slope", 1> {  // nobody needs its derivative: passive
  static constexpr bool passive = true;
  static auto value(auto x) { return table_slope(x); }
};
struct lookup_entry : lz::entry<lookup_entry, "lookup", 1> {
  static auto value(auto x) { return table_lookup(x); }
  static constexpr auto partials(auto, auto x) { return lz::list(lz::call<slope_entry>(x)); }
};
// [/external]

}  // namespace mine

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

// [use]
constexpr auto f = mine::softsign(x * y) + 1;
static_assert(lz::gradient(f)(x = 1.0, y = 1.0)[x] == 0.25);
static_assert(lz::derivative(f, x) == y / square(1 + abs(x * y)));
static_assert(lz::derivative(mine::softsign(-x), x) == lz::derivative(-mine::softsign(x), x));

constexpr auto traced = lz::function<lz::R<>>([](auto const& t) { return mine::softsign(t * t); });
static_assert(lz::gradient(traced)(1.0).gradient == 0.5);
// [/use]

int main() {
  auto const looked_up = lz::gradient(lz::call<mine::lookup_entry>(x * x))(x = 2.0);
  std::printf("lookup(x*x) at 2: %.6f, derivative %.6f\n", looked_up.value, looked_up[x]);
  return std::abs(looked_up[x] - 4 * mine::table_slope(4)) < 1e-15 ? 0 : 1;
}
