// An input of three dimensions.
// expect: R<m, n>
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2, 2>>([](auto const& p) { return p(0, 0); });
#else
constexpr auto h = lz::function<lz::R<2, 2, 2>>([](auto const& p) { return p(0, 0); });
#endif
