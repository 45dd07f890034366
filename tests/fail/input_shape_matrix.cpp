// A matrix of the wrong shape.
// expect: "rows of input".*"1".*"are".*"3".*"and must be".*"2"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2, 3>>([](auto const& a) { return a(0, 0) * a(1, 2); });

#ifdef LEIBNIZ_OK
constexpr lz::matrix<double, 2, 3> a{};
#else
constexpr lz::matrix<double, 3, 2> a{};
#endif

constexpr double v = h(a);
