// A formula and an array.
// expect: leibniz: beside a formula stands something else than a formula or a number: of an array take an element, a\[0\]; a text is no operand
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr std::array a{1.0, 2.0};

#ifdef LEIBNIZ_OK
constexpr auto g = x * a[0];
#else
constexpr auto g = x * a;
#endif
