// A lambda that takes doubles, not the scalar that is traced.
// expect: leibniz::function: the lambda does not take the inputs: give it one parameter, `auto const&`, for each shape in lz::function<\.\.\.>
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });
#else
constexpr auto h =
    lz::function<lz::R<2>>([](std::array<double, 2> const& p) { return p[0] * p[1]; });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
