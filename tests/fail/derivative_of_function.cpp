// Asks for the derivative of a function, which has no variables.
// expect: leibniz: a function stands where a formula is needed: it has no variables; lz::gradient\(function\) and lz::jacobian\(function\) differentiate it by its inputs
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;
constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });

#ifdef LEIBNIZ_OK
constexpr auto d = lz::gradient(rosenbrock);
#else
constexpr auto d = lz::derivative(rosenbrock, x);
#endif
