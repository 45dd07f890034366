// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <vector>

#include "graph/interpreter.hpp"

namespace leibniz::test {

/// The partial derivative of f, of `big` numbers, by the coordinates `by`, one after another, as differences of
/// differences: to the third order they have more than 30 right digits.
template <class F>
big difference(F const& f, std::vector<big> const& at, std::vector<std::size_t> by) {
  if (by.empty()) return f(at);
  static big const h("1e-16");
  auto const i = by.back();
  by.pop_back();
  auto above = at, below = at;
  above[i] += h;
  below[i] -= h;
  return (difference(f, above, by) - difference(f, below, by)) / (2 * h);
}

/// The same, of a point of doubles and as one.
template <class F, class Point>
double partial(F const& f, Point const& at, std::vector<std::size_t> const& by) {
  return static_cast<double>(difference(f, std::vector<big>(at.begin(), at.end()), by));
}

}  // namespace leibniz::test
