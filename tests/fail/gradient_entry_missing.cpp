// Reads a derivative that the gradient does not have.
// expect: "not differentiated by:".*"y".*"name it in wrt\(\.\.\.\)"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr double d = lz::gradient(f, lz::wrt(x, y))(x = 2.0, y = 5.0)[y];
#else
constexpr double d = lz::gradient(f, lz::wrt(x))(x = 2.0, y = 5.0)[y];
#endif
