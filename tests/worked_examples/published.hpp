// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "check.hpp"

namespace leibniz::test {

/// Whether a number is the one printed: within half a unit of its last digit, `holds(x, "0.0264")`.
constexpr bool holds(double computed, std::string_view published) {
  double digits = 0, unit = 1;  // whole numbers below 2^53 and their quotient: rounded once
  bool negative = false, in_fraction = false;
  for (char c : published) {
    if (c == '-') negative = true;
    else if (c == '.') in_fraction = true;
    else {
      digits = 10 * digits + (c - '0');
      if (in_fraction) unit *= 10;
    }
  }
  double const difference = computed - (negative ? -digits : digits) / unit;
  return (difference < 0 ? -difference : difference) <= 0.5 / unit;
}

}  // namespace leibniz::test
