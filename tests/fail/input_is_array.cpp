// A std::array for an input that is one number.
// expect: "input".*"1".*"of shape R<> is one number"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<>>([](auto const& t) { return t * t; });

#ifdef LEIBNIZ_OK
constexpr auto r = lz::gradient(h)(1.0);
#else
constexpr auto r = lz::gradient(h)(std::array{1.0});
#endif
