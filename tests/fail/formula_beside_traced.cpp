// A formula in a function.
// expect: leibniz: a formula beside a traced value: what lz::function is given computes with its inputs, p\[0\], not with lz::variable objects
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * x; });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
