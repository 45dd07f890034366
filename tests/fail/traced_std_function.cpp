// A function of the standard library, by its full name, on a traced value. What follows is that it is not constexpr.
// expect: leibniz: a traced value where a number is needed: write sin\(x\) for std::sin\(x\), which takes numbers only
// errors: 3
#include <array>
#include <cmath>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return sin(p[0]) * p[1]; });
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return std::sin(p[0]) * p[1]; });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
