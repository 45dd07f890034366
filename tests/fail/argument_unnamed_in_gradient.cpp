// A number without a name in the call of a gradient.
// expect: leibniz: an argument has no name: write f\(x = 2\.0, y = 5\.0\) with the variables of the formula
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto r = lz::gradient(f)(x = 2.0, y = 5.0);
#else
constexpr auto r = lz::gradient(f)(2.0, 5.0);
#endif
