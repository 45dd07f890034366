// An empty wrt().
// expect: wrt
// expect: empty
// expect: wrt\(x, y\)
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
