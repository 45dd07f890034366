// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "laws/rows.hpp"

// The table of functions as C: one function for each row and number type, which the program `generate` writes.

namespace leibniz::test {

/// Value and gradient of a row, as a formula.
template <class Row> constexpr auto gradient_of_row() {
  return gradient(formula_of<Row>(), wrt(u, v));
}

inline constexpr int row_count = []<class... Rows>(entry_list<Rows...>) {
  return static_cast<int>(sizeof...(Rows));
}(function_table{});

template <class T> using c_function = void (*)(T, T, T*, T*);

}  // namespace leibniz::test

extern "C" {
extern leibniz::test::c_function<double> const rows_in_double[leibniz::test::row_count];
extern leibniz::test::c_function<float> const rows_in_float[leibniz::test::row_count];
}
