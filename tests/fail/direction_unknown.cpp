// A direction has a component that the product was not made by.
// expect: "unknown argument:".*"direction of y".*"name it in wrt.*, too"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto along = lz::jvp(x * y, lz::wrt(x));

#ifdef LEIBNIZ_OK
constexpr double slope = along(x = 1.0, y = 2.0, lz::direction(x = 1.0)).tangent;
#else
constexpr double slope = along(x = 1.0, y = 2.0, lz::direction(x = 1.0, y = 1.0)).tangent;
#endif
