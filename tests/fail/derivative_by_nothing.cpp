// Forgets to say what to differentiate by.
// expect: leibniz::derivative: by what\? derivative\(f, x\), or lz::gradient\(f\) for all variables
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto d = lz::derivative(f, x);
#else
constexpr auto d = lz::derivative(f);
#endif
