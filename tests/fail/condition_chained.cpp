// Two comparisons in a row.
// expect: leibniz: two comparisons in a row: write a < x && x < b for a < x < b
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(0 < x && x < 1, x, y);
#else
constexpr auto w = lz::where(0 < x < 1, x, y);
#endif
