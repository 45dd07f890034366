// A lambda of another number of parameters than shapes.
// expect: leibniz::function: the lambda does not take the inputs: give it one parameter, `auto const&`, for each shape in lz::function<\.\.\.>
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h =
    lz::function<lz::R<>, lz::R<>>([](auto const& s, auto const& t) { return s * t; });
constexpr auto r = lz::gradient(h)(1.0, 2.0);
#else
constexpr auto h = lz::function<lz::R<2>>([](auto const& s, auto const& t) { return s * t; });
constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
#endif
