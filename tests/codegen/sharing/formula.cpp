// SPDX-License-Identifier: BSL-1.0
// t = x; 64 times: t = sin(t) * t. Written out it has 2^64 operations; the graph shares every t.
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

namespace {

constexpr lz::variable<"x"> x;

template <int Levels, class T> constexpr auto tower(T const& t) {
  if constexpr (Levels == 0) return t;
  else return tower<Levels - 1>(sin(t) * t);
}
constexpr auto gradient = lz::gradient(tower<64>(x));

// a level is sin, cos, four products, a sum
static_assert(lz::cost(gradient).nodes <= 64 * 7 + 2);

}  // namespace

void sharing_formula(double at, double* result);
void sharing_formula(double at, double* result) {
  auto const r = gradient(x = at);
  result[0] = r.value;
  result[1] = r[x];
}
