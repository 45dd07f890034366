// Points of the wrong length.
// expect: "length of input".*"1".*"is".*"3".*"and must be".*"2"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void all(std::vector<std::array<double, 2>> const& points, std::vector<double>& values) {
#ifdef LEIBNIZ_OK
  lz::map(f, points, lz::out(values));
#else
  std::vector<std::array<double, 3>> const others(4);
  lz::map(f, others, lz::out(values));
#endif
}
