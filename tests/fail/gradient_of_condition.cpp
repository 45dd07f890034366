// The gradient of a condition.
// expect: condition
// expect: formula is needed
// expect: where
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
