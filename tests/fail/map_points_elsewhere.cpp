// Points whose numbers are not in the array: the last points could not be copied for a batch.
// expect: "points of".*"destination".*"2".*"do not hold their numbers:".*"use std::array or components"
#include <array>
#include <vector>

#include <leibniz/leibniz.hpp>

namespace lz = leibniz;

constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * p[1]; });

#ifdef LEIBNIZ_OK
using row = std::array<double, 2>;
#else
using row = double*;
#endif
void all(std::vector<std::array<double, 2>> const& points, std::vector<double>& values,
         std::vector<row>& rows) {
  lz::map(lz::gradient(f), points, lz::out(values, rows));
}
