// What to differentiate by twice is not in wrt(...).
// expect: leibniz: what to differentiate by stands in one wrt: lz::gradient\(f, lz::wrt\(x, y\)\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::hessian(f, lz::wrt(x, y));
#else
constexpr auto h = lz::hessian(f, x, y);
#endif
