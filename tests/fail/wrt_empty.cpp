// An empty wrt().
// expect: leibniz::wrt: the list is empty: name what to differentiate by, wrt\(x, y\), or leave wrt out for all variables
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(f, lz::wrt(x));
#else
constexpr auto g = lz::gradient(f, lz::wrt());
#endif
