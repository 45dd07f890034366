// A call names a variable that the formula does not have.
// expect: "unknown argument:".*"z".*"the formula has no such variable"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;
constexpr lz::variable<"z"> z;

#ifdef LEIBNIZ_OK
constexpr double value = f(x = 2.0, y = 5.0);
#else
constexpr double value = f(x = 2.0, y = 5.0, z = 1.0);
#endif
