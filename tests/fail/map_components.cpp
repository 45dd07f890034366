// An array for each component, one too many.
// expect: "components of".*"input".*"1".*"are".*"3".*"and must be".*"2"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void all(std::vector<double> const& xs, std::vector<double>& values) {
#ifdef LEIBNIZ_OK
  lz::map(f, lz::components(xs, xs), lz::out(values));
#else
  lz::map(f, lz::components(xs, xs, xs), lz::out(values));
#endif
}
