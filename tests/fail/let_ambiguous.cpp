// One name for two formulas.
// expect: "one name for two things:".*"h".*"rename one of the two"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;
constexpr auto h = lz::let<"h">(sin(x));

#ifdef LEIBNIZ_OK
constexpr auto k = lz::let<"k">(cos(x));
constexpr double value = (h * k)(x = 2.0);
#else
constexpr auto k = lz::let<"h">(cos(x));
constexpr double value = (h * k)(x = 2.0);
#endif
