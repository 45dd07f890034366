// Arrays of different fixed lengths.
// expect: "arrays of different lengths:".*"3".*"and".*"2".*"points, in lz::map"
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
