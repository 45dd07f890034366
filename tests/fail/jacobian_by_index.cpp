// The result of a Jacobian by indices.
// expect: leibniz: a result is read by its members: r.value, r.gradient\[i\]
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto r = lz::jacobian(lz::vector(x * y, x))(x = 1.0, y = 2.0);

#ifdef LEIBNIZ_OK
constexpr double mixed = r.jacobian(0, 1);
#else
constexpr double mixed = r[0][1];
#endif
