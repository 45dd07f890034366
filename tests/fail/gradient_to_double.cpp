// Keeps the result of a gradient in a double.
// expect: leibniz: a result is read by its members: r.value, r.gradient\[i\]
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

#ifdef LEIBNIZ_OK
constexpr double d = lz::gradient(h)(std::array{1.0, 2.0}).value;
#else
constexpr double d = lz::gradient(h)(std::array{1.0, 2.0});
#endif
