// A lambda that is no lz::function.
// expect: leibniz::map: the first argument is a formula, a function or a verb of one, such as gradient: make a lambda a function, lz::function<lz::R<2>>
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

void all(std::vector<std::array<double, 2>> const& ps, std::vector<double>& values) {
#ifdef LEIBNIZ_OK
  lz::map(f, ps, lz::out(values));
#else
  lz::map([](auto const& p) { return p[0] * p[1]; }, ps, lz::out(values));
#endif
}
