// A symbolic equality, which is a bool, as the condition of where.
// expect: leibniz::where: the condition is a bool, not a formula: compare formulas with <, <=, >, >= or with lz::equal_to\(a, b\), lz::not_equal_to\(a, b\) \(== and != compare symbolically\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto w = lz::where(lz::equal_to(x, y), x, y);
#else
constexpr auto w = lz::where(x == y, x, y);
#endif

constexpr double value = w(x = 1.0, y = 2.0);
