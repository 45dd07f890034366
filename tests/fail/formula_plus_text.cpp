// A formula and a text.
// expect: leibniz: beside a formula stands something else than a formula or a number: of an array take an element, a\[0\]; a text is no operand
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

#ifdef LEIBNIZ_OK
constexpr auto g = x * y + 1.0;
#else
constexpr auto g = x * y + "a";
#endif
