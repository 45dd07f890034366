// A call names one variable twice.
// expect: "argument given twice:".*"x".*"keep one of the two"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr double value = f(x = 2.0, y = 5.0);
#else
constexpr double value = f(x = 2.0, y = 5.0, x = 3.0);
#endif
