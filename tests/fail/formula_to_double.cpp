// A formula where a number is needed.
// expect: error<.*"a formula is no number:".*"x\*x\*y \+ _\*x\*y".*"write sin\(x\) for std::sin\(x\),".*"f\(x = 2.0\) for the value"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr double value = f(x = 2.0, y = 5.0);
#else
double value = f;
#endif
