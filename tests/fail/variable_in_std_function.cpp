// A function of the standard library, by its full name, on a variable.
// expect: error<.*"a formula is no number:".*"x".*"write sin\(x\) for std::sin\(x\),".*"f\(x = 2.0\) for the value"
#include <cmath>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto f = pow(x, 2_c);
#else
auto f() { return std::pow(x, 2); }
#endif
