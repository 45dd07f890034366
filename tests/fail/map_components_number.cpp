// A number as a component.
// expect: "argument".*"2".*"of lz::components".*"is no array:".*"for one point, use std::array"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void all(std::vector<double> const& xs, std::vector<double>& values) {
#ifdef LEIBNIZ_OK
  lz::map(f, lz::components(xs, xs), lz::out(values));
#else
  lz::map(f, lz::components(xs, 1.0), lz::out(values));
#endif
}
