// && between conditions of formulas.
// expect: leibniz: && between conditions: write lz::where\(c, lz::where\(d, a, b\), b\) for c && d
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(x > 0, lz::where(y > 0, x, y), y);
#else
constexpr auto w = lz::where(x > 0 && y > 0, x, y);
#endif
