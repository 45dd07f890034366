// Two equal signs in a substitution.
// expect: leibniz::substitute: say what is replaced by what: substitute\(f, x = sin\(y\)\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto s = lz::substitute(f, x = y);
#else
constexpr auto s = lz::substitute(f, x == y);
#endif
