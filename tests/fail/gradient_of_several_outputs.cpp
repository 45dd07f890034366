// The gradient of a function of several outputs.
// expect: leibniz::gradient: the function has several outputs: use lz::jacobian\(function\)
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });
constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
#else
constexpr auto h =
    lz::function<lz::R<2>>([](auto const& p) { return std::array{p[0] * p[1], p[0]}; });
constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
#endif
