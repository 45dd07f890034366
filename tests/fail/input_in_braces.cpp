// An input in braces.
// expect: leibniz: an input in braces: name its type, f\(std::array\{1.0, 2.0\}\); of a struct, f\(state<double>\{...\}\)
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

#ifdef LEIBNIZ_OK
constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
#else
constexpr auto r = lz::gradient(h)({1.0, 2.0});
#endif
