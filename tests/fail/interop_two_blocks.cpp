// An objective of two vectors, for a library that varies one.
// expect: leibniz::nlopt_function: the optimiser varies one vector: one active input, one wrt
#include <leibniz/interop/nlopt.hpp>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;

#ifdef LEIBNIZ_OK
lz::nlopt_function objective(x* y, lz::wrt(x, y));
#else
lz::nlopt_function objective(x* y, lz::wrt(x), lz::wrt(y));
#endif
