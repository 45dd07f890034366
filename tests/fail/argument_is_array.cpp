// A formula called with an array.
// expect: "argument is an array:".*"x".*"use lz::map\(f, x = ..., lz::out
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr lz::variable<"x"> x;
constexpr auto g = x * x;

void all(std::vector<double> const& xs, std::vector<double>& values) {
#ifdef LEIBNIZ_OK
  lz::map(g, x = xs, lz::out(values));
#else
  values[0] = g(x = xs);
#endif
}
