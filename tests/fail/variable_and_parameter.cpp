// One name for a variable and a parameter.
// expect: "one name for two things:".*"x".*"rename one of the two"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr lz::parameter<"p"> p;
constexpr auto g = lz::gradient(x * p);
#else
constexpr lz::parameter<"x"> p;
constexpr auto g = lz::gradient(x * p);
#endif
