// Taylor coefficients, but in which variable?
// expect: leibniz::taylor: in which variable\? lz::taylor<5>\(f, x\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto t = lz::taylor<5>(sin(x), x);
#else
constexpr auto t = lz::taylor<5>(sin(x));
#endif
