// A std::span of the wrong extent.
// expect: "length of input".*"1".*"is".*"3".*"and must be".*"2"
#include <span>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });

#ifdef LEIBNIZ_OK
constexpr double values[3] = {-1.2, 1.0, 3.0};
constexpr std::span<double const, 2> p(values, 2);
#else
constexpr double values[3] = {-1.2, 1.0, 3.0};
constexpr std::span<double const, 3> p(values);
#endif

constexpr auto r = lz::gradient(rosenbrock)(p);
