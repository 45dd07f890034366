// A C array of the wrong length.
// expect: "length of input".*"1".*"is".*"3".*"and must be".*"2"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1.0 - p[0]) + 100.0 * lz::square(p[1] - p[0] * p[0]); });

#ifdef LEIBNIZ_OK
constexpr double p[2] = {-1.2, 1.0};
#else
constexpr double p[3] = {-1.2, 1.0, 3.0};
#endif

constexpr auto r = lz::gradient(rosenbrock)(p);
