// Reads a gradient by a number instead of a variable.
// expect: leibniz: a result is read by its members: r.value, r.gradient\[i\] \(of several inputs r.gradient\[size_c<k>\]\), r.jacobian\(i, j\), r.hessian\(i, j\); of formulas r\[x\], r.hessian\(x, y\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr double d = lz::gradient(f)(x = 2.0, y = 5.0)[x];
#else
constexpr double d = lz::gradient(f)(x = 2.0, y = 5.0)[0];
#endif
