// A symbolic equality, which is a bool, as the condition of where.
// expect: where
// expect: bool
// expect: equal_to\(a, b\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(lz::equal_to(x, y), x, y);
#else
constexpr auto w = lz::where(x == y, x, y);
#endif

constexpr double value = w(x = 1.0, y = 2.0);
