// if on a condition between formulas.
// expect: leibniz: a condition between formulas used as a bool: it has no value before the call; write lz::where\(condition, a, b\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto bigger() { return lz::where(x > y, x, y); }
#else
constexpr auto bigger() {
  if (x > y) return 1;
  return 2;
}
#endif
