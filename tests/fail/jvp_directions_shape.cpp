// Directions are columns: one row for each scalar of the active inputs.
// expect: "rows of input".*"2".*"are".*"2".*"and must be".*"3"
#include <array>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
constexpr auto f = lz::function<lz::R<3>>([](auto const& p) { return p[0] * p[1] * p[2]; });

double slope(std::array<double, 3> const& p) {
#ifdef LEIBNIZ_OK
  lz::matrix<double, 3, 2> directions{};
#else
  lz::matrix<double, 2, 3> directions{};
#endif
  return lz::jvp<2>(f)(p, directions).tangent[0];
}
