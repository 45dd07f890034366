// Rows of a Jacobian of formulas.
// expect: leibniz::jacobian: rows and columns of formulas are chosen by what stands in lz::vector and in lz::wrt
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto j = lz::jacobian(lz::vector(x * x))(x = 1.0);
#else
constexpr auto j = lz::jacobian(lz::vector(x, x* x), lz::rows<1>{})(x = 1.0);
#endif
