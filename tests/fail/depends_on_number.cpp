// Asks whether a formula depends on a number.
// expect: leibniz: a number stands where a formula is needed: write an expression of variables, or the number as a constant \(2_c\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr bool b = lz::depends_on(f, x);
#else
constexpr bool b = lz::depends_on(f, 2.0);
#endif
