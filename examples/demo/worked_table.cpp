// SPDX-License-Identifier: BSL-1.0
#include "worked_table.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace worked {

static bool agrees(row const& r, tolerance within) {
  double const published = std::strtod(r.published, nullptr);
  double const difference = std::abs(r.computed - published);
  if (within == tolerance::rounding) return difference <= 1e-15 * std::abs(published);
  char const* const point = std::strchr(r.published, '.');
  auto const decimals = point == nullptr ? 0 : std::strlen(point + 1);
  return difference <= 0.5 * std::pow(10.0, -static_cast<double>(decimals));
}

int print_table(char const* title, std::initializer_list<row> rows, tolerance within) {
  int mismatches = 0;
  std::printf("\n%s\n\n  %-34s %12s  %-20s\n", title, "quantity", "published", "computed");
  for (row const& r : rows) {
    bool const ok = agrees(r, within);
    std::printf("  %-34s %12s  %-20.15g  %s\n", r.quantity, r.published, r.computed,
                ok ? "ok" : "DIFFERS");
    mismatches += !ok;
  }
  return mismatches;
}

int print_equation(char const* equation, bool holds) {
  std::printf("  %-69s  %s\n", equation, holds ? "ok" : "DIFFERS");
  return !holds;
}

}  // namespace worked
