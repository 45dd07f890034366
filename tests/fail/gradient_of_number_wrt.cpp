// The gradient of a number by a variable.
// expect: leibniz: a number stands where a formula is needed: write an expression of variables, or the number as a constant \(2_c\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(2_c, lz::wrt(x));
#else
constexpr auto g = lz::gradient(2.0, lz::wrt(x));
#endif
