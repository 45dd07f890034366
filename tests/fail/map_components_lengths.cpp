// Components of different fixed lengths.
// expect: "length of array".*"2".*"of lz::components is".*"4".*"and must be".*"3"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void all(std::array<double, 3> const& xs, std::array<double, 4> const& ys,
         std::vector<double>& values) {
  (void)ys;
#ifdef LEIBNIZ_OK
  lz::map(f, lz::components(xs, xs), lz::out(values));
#else
  lz::map(f, lz::components(xs, ys), lz::out(values));
#endif
}
