// A std::array of the wrong length for a matrix.
// expect: "length of input".*"1".*"is".*"5".*"and must be".*"6"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2, 3>>([](auto const& a) { return a(0, 0) * a(1, 2); });

#ifdef LEIBNIZ_OK
constexpr std::array<double, 6> a{};
#else
constexpr std::array<double, 5> a{};
#endif

constexpr double v = h(a);
