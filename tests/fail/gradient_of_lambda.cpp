// The gradient of a lambda that is no function of the library.
// expect: lz::function<lz::R<2>>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto g = lz::gradient(lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; }));
#else
constexpr auto g = lz::gradient([](auto const& p) { return p[0] * p[1]; });
#endif
