// A number that hides the variable of the same name.
// expect: leibniz: an argument has no name: write f\(x = 2\.0, y = 5\.0\) with the variables of the formula; where a number of yours is called x, it hides the variable in f\(x = x\): rename it
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr auto f = x * x;

#ifdef LEIBNIZ_OK
double value(double at) { return f(x = at); }
#else
double value(double x) { return f(x = x); }
#endif
