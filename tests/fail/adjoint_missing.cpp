// An adjoint product is called without adjoints.
// expect: "argument missing:".*"adjoint 0".*"add one in lz::adjoint\(1\.0, \.\.\.\)"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr double slope = lz::vjp(x * x, lz::wrt(x))(x = 1.0, lz::adjoint(1.0)).gradient[x];
#else
constexpr double slope = lz::vjp(x * x, lz::wrt(x))(x = 1.0).gradient[x];
#endif
