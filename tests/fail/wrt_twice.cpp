// A variable twice in wrt.
// expect: "twice in wrt:".*"x".*"keep one of the two"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto r = lz::gradient(f, lz::wrt(x, y))(x = 2.0, y = 5.0);
#else
constexpr auto r = lz::gradient(f, lz::wrt(x, x))(x = 2.0, y = 5.0);
#endif
