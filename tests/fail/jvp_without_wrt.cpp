// A product with a direction of unnamed variables.
// expect: leibniz: what to differentiate by stands in one wrt: lz::gradient\(f, lz::wrt\(x, y\)\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto p = lz::jvp(f, lz::wrt(x, y));
#else
constexpr auto p = lz::jvp(f);
#endif
