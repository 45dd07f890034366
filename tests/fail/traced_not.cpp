// ! of a comparison in a function.
// expect: leibniz: ! of a condition: write lz::where\(c, b, a\) for !c
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h =
    lz::function<lz::R<2>>([](auto const& p) { return lz::where(p[0] > 0, p[1], p[0]); });
#else
constexpr auto h =
    lz::function<lz::R<2>>([](auto const& p) { return lz::where(!(p[0] > 0), p[0], p[1]); });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
