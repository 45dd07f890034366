// Taylor coefficients, but how many?
// expect: leibniz::taylor: how many coefficients\? lz::taylor<5>\(f, x\), of a function lz::taylor<5>\(f\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto t = lz::taylor<5>(sin(x), x);
#else
constexpr auto t = lz::taylor(sin(x), x);
#endif
