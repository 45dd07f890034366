// A std::array of the wrong length, for the value alone.
// expect: "length of input".*"1".*"is".*"1".*"and must be".*"2"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });

#ifdef LEIBNIZ_OK
constexpr double v = rosenbrock(std::array{-1.2, 1.0});
#else
constexpr double v = rosenbrock(std::array{-1.2});
#endif
