// The power of the standard library, of a traced value and a number. What follows is that it is not constexpr.
// expect: leibniz: a traced value where a number is needed: write sin\(x\) for std::sin\(x\), which takes numbers only
// errors: 3
#include <array>
#include <cmath>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return pow(p[0], 2) * p[1]; });
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return std::pow(p[0], 2) * p[1]; });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
