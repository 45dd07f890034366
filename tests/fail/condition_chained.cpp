// Two comparisons in a row.
// expect: leibniz: two comparisons in a row: write lz::where\(a < x, lz::where\(x < b, y, z\), z\) for a < x < b
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(0 < x, lz::where(x < 1, x, y), y);
#else
constexpr auto w = lz::where(0 < x < 1, x, y);
#endif
