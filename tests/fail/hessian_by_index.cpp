// The Hessian of a formula by pairs of brackets.
// expect: leibniz: a result is read by its members: r.value, r.gradient\[i\]
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto r = lz::hessian(x * y)(x = 1.0, y = 2.0);

#ifdef LEIBNIZ_OK
constexpr double mixed = r.hessian(x, y);
#else
constexpr double mixed = r.hessian[0][1];
#endif
