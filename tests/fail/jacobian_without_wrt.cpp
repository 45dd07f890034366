// The Jacobian of formulas by a variable outside wrt.
// expect: leibniz: what to differentiate by stands in one wrt: lz::gradient\(f, lz::wrt\(x, y\)\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto j = lz::jacobian(lz::vector(x * x, x), lz::wrt(x));
#else
constexpr auto j = lz::jacobian(lz::vector(x * x, x), x);
#endif
