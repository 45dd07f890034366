// The gradient of a condition.
// expect: leibniz: a condition stands where a formula is needed: make it one with lz::where\(condition, 1, 0\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(lz::where(x > y, x, y));
#else
constexpr auto g = lz::gradient(x > y);
#endif
