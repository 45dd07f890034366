// A let is given a value, which it has from its formula.
// expect: "a let is given a value:".*"h".*"give its variables their values"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;
constexpr auto h = lz::let<"h">(sin(x));
constexpr auto k = h * y;

#ifdef LEIBNIZ_OK
constexpr double value = k(x = 2.0, y = 5.0);
#else
constexpr double value = k(h = 2.0, y = 5.0);
#endif
