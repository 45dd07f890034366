// SPDX-License-Identifier: BSL-1.0
// t = x; 64 times: t = sin(t) * t. Written out it has 2^64 operations; the graph shares every t.
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

namespace {

constexpr auto tower = lz::function<lz::R<>>([](auto const& x) {
  auto t = x;
  for (int i = 0; i < 64; ++i) t = sin(t) * t;
  return t;
});
constexpr auto gradient = lz::gradient(tower);

// a level is sin, cos, four products, a sum
static_assert(lz::cost(gradient).nodes <= 64 * 7 + 2);

}  // namespace

void sharing_function(double at, double* result);
void sharing_function(double at, double* result) {
  auto const r = gradient(at);
  result[0] = r.value;
  result[1] = r.gradient;
}
