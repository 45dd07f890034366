// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>

namespace worked {

/// A published number, as it is printed, and the computed one.
struct row {
  char const* quantity;
  char const* published;
  double computed;
};

/// What "equal" means in a table.
enum class tolerance {
  printed_digits,  ///< within half a unit of the last printed digit
  rounding,        ///< a relative error of 1e-15
};

/// Prints a table and returns the number of rows that differ.
int print_table(char const* title, std::initializer_list<row> rows,
                tolerance = tolerance::printed_digits);

/// Prints an equation of formulas; returns 1 where it does not hold, else 0.
int print_equation(char const* equation, bool holds);

}  // namespace worked
