// Nothing to check must not look like nothing found.
// expect: leibniz::check_jacobian: the formulas have no variables: there is nothing to check
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::parameter<"p"> p;

#ifdef LEIBNIZ_OK
constexpr auto fs = lz::vector(2_c * p * x, p* p);
constexpr double error = lz::check_jacobian(lz::jacobian(fs), p = 1.0, x = 1.0).error;
#else
constexpr auto fs = lz::vector(2_c * p, p* p);
constexpr double error = lz::check_jacobian(lz::jacobian(fs), p = 1.0).error;
#endif
