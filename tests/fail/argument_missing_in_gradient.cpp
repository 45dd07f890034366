// The call of a gradient leaves out a variable.
// expect: "argument missing:".*"y".*"add `name = value` to the call"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto r = lz::gradient(f)(x = 2.0, y = 5.0);
#else
constexpr auto r = lz::gradient(f)(x = 2.0);
#endif
