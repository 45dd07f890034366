// Two equal signs where a name is given its value.
// expect: leibniz: an argument has no name: write f\(x = 2\.0, y = 5\.0\) with the variables of the formula
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr double value = f(x = 2.0, y = 5.0);
#else
constexpr double value = f(x == 2.0, y == 5.0);
#endif
