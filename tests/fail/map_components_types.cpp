// Components of different number types.
// expect: "array".*"2".*"of lz::components has elements".*"of another type than array 1:".*"use one type"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void all(std::vector<double> const& xs, std::vector<float> const& ys, std::vector<double>& values) {
  (void)ys;
#ifdef LEIBNIZ_OK
  lz::map(f, lz::components(xs, xs), lz::out(values));
#else
  lz::map(f, lz::components(xs, ys), lz::out(values));
#endif
}
