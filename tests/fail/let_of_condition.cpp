// A condition as a named intermediate.
// expect: leibniz::let: only a formula can be named: of a condition, name lz::where\(condition, 1, 0\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::let<"h">(lz::where(x > 0, 1, 0));
#else
constexpr auto h = lz::let<"h">(x > 0);
#endif
