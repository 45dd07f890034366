// Differentiates by a number.
// expect: leibniz: derivative by a number: differentiate by a variable or a let
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto d = lz::derivative(f, x);
#else
constexpr auto d = lz::derivative(f, 2.0);
#endif
