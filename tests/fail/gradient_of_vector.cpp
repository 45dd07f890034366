// The gradient of several formulas.
// expect: leibniz: what stands here is no formula: write an expression of lz::variable objects, make a function of a lambda, lz::function<lz::R<2>>\(lambda\), or take lz::jacobian of an lz::vector
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto J = lz::jacobian(lz::vector(f, x* y));
#else
constexpr auto J = lz::gradient(lz::vector(f, x* y));
#endif
