// lz::map without destinations.
// expect: leibniz::map: the last argument names the destinations: lz::out\(values, ...\)
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void all(std::vector<std::array<double, 2>> const& points, std::vector<double>& values) {
#ifdef LEIBNIZ_OK
  lz::map(f, points, lz::out(values));
#else
  lz::map(f, points, values);
#endif
}
