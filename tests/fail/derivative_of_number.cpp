// Differentiates a number.
// expect: leibniz: a number stands where a formula is needed: write an expression of variables, or the number as a constant \(2_c\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto d = lz::derivative(3_c, x);
#else
constexpr auto d = lz::derivative(3, x);
#endif
