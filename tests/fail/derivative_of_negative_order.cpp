// A derivative of negative order.
// expect: leibniz::derivative<N>: N must not be negative
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + 3 * x * y;

#ifdef LEIBNIZ_OK
constexpr auto d = lz::derivative<0>(f, x);
#else
constexpr auto d = lz::derivative<-1>(f, x);
#endif
