// SPDX-License-Identifier: BSL-1.0
// A user's program: it knows the library by its CMake target only.
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

int main() {
  constexpr lz::variable<"x"> x;
  constexpr lz::variable<"y"> y;
  constexpr auto f = x * x * y;
  constexpr auto result = lz::gradient(f)(x = 2.0, y = 5.0);
  return result.value == 20.0 && result[x] == 20.0 && result[y] == 4.0 ? 0 : 1;
}
