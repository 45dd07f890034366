// Least squares of a number.
// expect: leibniz: a number stands where a formula is needed
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gauss_newton(lz::vector(x - 1, x* x), lz::wrt(x));
#else
constexpr auto g = lz::gauss_newton(3.0, lz::wrt(x));
#endif
