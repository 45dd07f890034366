// A parameter in wrt.
// expect: "derivative by".*"p".*"use a variable or a let"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;
constexpr lz::parameter<"p"> p;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(p * f, lz::wrt(x));
#else
constexpr auto g = lz::gradient(p * f, lz::wrt(p));
#endif
