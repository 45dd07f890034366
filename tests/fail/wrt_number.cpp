// A number in wrt.
// expect: leibniz: derivative by a number: differentiate by a variable or a let
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(f, lz::wrt(x));
#else
constexpr auto g = lz::gradient(f, lz::wrt(2.0));
#endif
