// ^ for a power.
// expect: leibniz: \^ is no power in C\+\+: write pow\(x, 2_c\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto w = 3 * pow(x, 2_c);
#else
constexpr auto w = 3 * x ^ 2_c;
#endif
