// A number for an input that is a matrix.
// expect: "input".*"1".*"of shape R<m, n> is a matrix:".*"lz::matrix, C array, Eigen"
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto h = lz::function<lz::R<2, 3>>([](auto const& a) { return a(0, 0) * a(1, 2); });

#ifdef LEIBNIZ_OK
constexpr lz::matrix<double, 2, 3> a{};
#else
constexpr double a = 2.0;
#endif

constexpr double v = h(a);
