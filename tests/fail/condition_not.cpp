// ! of a condition between formulas.
// expect: leibniz: ! of a condition: write lz::where\(c, b, a\) for !c
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(x > 0, y, x);
#else
constexpr auto w = lz::where(!(x > 0), x, y);
#endif
