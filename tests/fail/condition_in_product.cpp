// A condition as a factor.
// expect: leibniz: a condition in arithmetic: make it a formula, lz::where\(x > 0, 1, 0\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto f = x * lz::where(x > 0, 1, 0);
#else
constexpr auto f = x * (x > 0);
#endif
