// A formula as the value of an argument: that is a substitution.
// expect: "argument is a formula:".*"x".*"use lz::substitute\(f, x = \.\.\.\)"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto value = lz::substitute(f, x = 2 * y)(y = 5.0);
#else
constexpr auto value = f(x = 2 * y, y = 5.0);
#endif
