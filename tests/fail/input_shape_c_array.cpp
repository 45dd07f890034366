// A C array of the wrong shape for a matrix.
// expect: "rows of input".*"1".*"are".*"3".*"and must be".*"2"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2, 3>>([](auto const& a) { return a(0, 0) * a(1, 2); });

#ifdef LEIBNIZ_OK
constexpr double a[2][3] = {};
#else
constexpr double a[3][2] = {};
#endif

constexpr double v = h(a);
