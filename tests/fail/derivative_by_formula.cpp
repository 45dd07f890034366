// Differentiates by a formula that has no name.
// expect: "derivative by".*"x\*y".*"use a variable or a let"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::let<"h">(x * y);
constexpr auto d = lz::derivative(sin(h), h);
#else
constexpr auto d = lz::derivative(f, x* y);
#endif
