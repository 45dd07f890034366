// wrt for a function, whose inputs have no names.
// expect: leibniz: a function is differentiated by all its inputs: leave out wrt, and mark an input that is not to be differentiated as lz::passive<\.\.\.>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;
constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(rosenbrock);
#else
constexpr auto g = lz::gradient(rosenbrock, lz::wrt(x));
#endif
