// A formula without a name in wrt.
// expect: "derivative by".*"x\*y".*"use a variable or a let"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::let<"h">(x * y);
constexpr auto g = lz::gradient(sin(h), lz::wrt(h));
#else
constexpr auto g = lz::gradient(f, lz::wrt(x* y));
#endif
