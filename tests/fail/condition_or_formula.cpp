// || between a formula and a condition.
// expect: leibniz: && and \|\| join two conditions: compare on both sides, x > 0 && y > 0
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(x > 0 || y > 0, x, y);
#else
constexpr auto w = lz::where(x || y > 0, x, y);
#endif
