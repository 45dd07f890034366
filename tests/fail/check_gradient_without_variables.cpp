// Nothing to check must not look like nothing found.
// expect: leibniz::check_gradient: the formula has no variables: there is nothing to check
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::parameter<"p"> p;

#ifdef LEIBNIZ_OK
constexpr double error = lz::check_gradient(lz::gradient(2_c * p * x), p = 1.0, x = 1.0).error;
#else
constexpr double error = lz::check_gradient(lz::gradient(2_c * p), p = 1.0).error;
#endif
