// The order of accumulation as an argument.
// expect: leibniz::jacobian: the order stands in angle brackets: lz::jacobian<lz::order::reverse>\(f\)
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

#ifdef LEIBNIZ_OK
constexpr auto j = lz::jacobian<lz::order::reverse>(h);
#else
constexpr auto j = lz::jacobian(h, lz::order::reverse);
#endif
