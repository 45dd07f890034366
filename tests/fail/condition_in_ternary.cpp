// ?: on a comparison of formulas. What follows is that the branches are no numbers.
// expect: leibniz: a condition between formulas used as a bool: it has no value before the call; write lz::where\(condition, a, b\)
// errors: 3
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

#ifdef LEIBNIZ_OK
constexpr auto f = lz::where(x > y, x, 2 * y);
#else
constexpr auto f = x > y ? x : 2 * y;
#endif
