// A formula where a number is needed. The message is the compiler's own.
// expect: formula
// expect: double
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr double value = f(x = 2.0, y = 5.0);
#else
constexpr double value = f;
#endif
