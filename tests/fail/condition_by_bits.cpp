// Conditions joined by &.
// expect: leibniz: & and \| are for bits: join conditions by && and \|\|
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

#ifdef LEIBNIZ_OK
constexpr auto f = lz::where(x > 0 && y > 0, x, y);
#else
constexpr auto f = lz::where((x > 0) & (y > 0), x, y);
#endif
