// Two replacements of one variable.
// expect: "replaced twice:".*"x".*"keep one of the two"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto s = lz::substitute(f, x = y, y = x);
#else
constexpr auto s = lz::substitute(f, x = y, x = 2 * y);
#endif
