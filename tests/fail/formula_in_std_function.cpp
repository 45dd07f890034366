// A function of the standard library, by its full name, on a formula.
// expect: error<.*"a formula is no number:".*"x\*y".*"write sin\(x\) for std::sin\(x\),".*"f\(x = 2.0\) for the value"
#include <cmath>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

#ifdef LEIBNIZ_OK
constexpr auto f = sin(x * y);
#else
auto f() { return std::sin(x * y); }
#endif
