// && between a condition of formulas and a bool.
// expect: leibniz: a bool beside a condition between formulas: a formula holds no bool; compare a parameter instead \(p > 0\), or choose the formula with if constexpr
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr bool both = true;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(x > 0 && y > 0, x, y);
#else
constexpr auto w = lz::where(x > 0 && both, x, y);
#endif
