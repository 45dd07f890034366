// A formula as a callback, and nothing said of what varies.
// expect: leibniz: what the other library varies stands in wrt: wrt\(b1, b2\)
#include <leibniz/interop/nlopt.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
lz::nlopt_function objective(x* x, lz::wrt(x));
#else
lz::nlopt_function objective(x* x);
#endif
