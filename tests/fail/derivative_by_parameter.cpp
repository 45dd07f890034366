// Differentiates by a parameter.
// expect: "derivative by".*"p".*"use a variable or a let"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr lz::variable<"p"> p;
constexpr auto d = lz::derivative(p * f, p);
#else
constexpr lz::parameter<"p"> p;
constexpr auto d = lz::derivative(p * f, p);
#endif
