// Arrays of different fixed lengths.
// expect: "arrays of different lengths:".*"3".*"points,".*"2".*"of".*"destination".*"1"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr auto g = x * x;

void all(std::array<double, 3> const& xs) {
#ifdef LEIBNIZ_OK
  std::array<double, 3> values{};
  lz::map(g, x = xs, lz::out(values));
#else
  std::array<double, 2> values{};
  lz::map(g, x = xs, lz::out(values));
#endif
}
