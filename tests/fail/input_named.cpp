// A named argument in the call of a function.
// expect: "input".*"1".*"of shape R<n> is an array,".*"a span, a vector or a pointer"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });

#ifdef LEIBNIZ_OK
constexpr auto r = rosenbrock(std::array{1.0, 2.0});
#else
constexpr lz::variable<"x"> x;
constexpr auto r = rosenbrock(x = std::array{1.0, 2.0});
#endif
