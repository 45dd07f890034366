// Points that are structs with members of different types.
// expect: "points of".*"input".*"1".*"have members of several types:".*"give all members one type"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

struct point {
  float x;
#ifdef LEIBNIZ_OK
  float y;
#else
  double y;
#endif
};
void all(std::vector<point> const& ps, std::vector<double>& values) {
  lz::map(f, ps, lz::out(values));
}
