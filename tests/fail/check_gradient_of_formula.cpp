// A formula is checked in place of its gradient.
// expect: leibniz::check_gradient: takes a gradient and the arguments of its call
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr double error = lz::check_gradient(lz::gradient(x * x), x = 1.0).error;
#else
constexpr double error = lz::check_gradient(x * x, x = 1.0).error;
#endif
