// A function whose inputs have no shapes.
// expect: leibniz::function: name the shape of each input: lz::function<lz::R<2>>\(\.\.\.\)
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

#ifdef LEIBNIZ_OK
constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });
#else
constexpr auto h = lz::function([](auto const& p) { return p[0] * p[1]; });
#endif

constexpr auto r = lz::gradient(h)(std::array{1.0, 2.0});
