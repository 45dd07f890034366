// The gradient of a lambda that is no function of the library.
// expect: leibniz: what stands here is no formula: write an expression of lz::variable objects, make a function of a lambda, lz::function<lz::R<2>>\(lambda\), or take lz::jacobian of an lz::vector
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; }));
#else
constexpr auto g = lz::gradient([](auto const& p) { return p[0] * p[1]; });
#endif
