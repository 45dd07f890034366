// A formula that is no condition in where.
// expect: leibniz::where: the condition is none: compare, as in lz::where\(x > 0, a, b\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(x > 0, x, y);
#else
constexpr auto w = lz::where(x, x, y);
#endif
