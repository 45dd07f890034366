// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/interpreter.hpp"
#include "leibniz/functions/table.hpp"

// The numerical bodies of the table, for one number type. One file instantiates it for each.

namespace leibniz::test {

/// Whether an operand of a row is a constant always, so that the row has no derivative by it.
template <class Row> constexpr bool takes_constant(int operand) {
  return std::is_same_v<Row, power_entry> && operand == 1;
}

template <class Row, int K, class T> auto const& operand_of(outcome<T> const* x) {
  if constexpr (K < Row::conditions) return x[K].truth;
  else return x[K].number;
}

template <class Row, class T> outcome<T> apply_row(outcome<T> const* x) {
  if constexpr (Row::arity == 0) return {Row::template constant<T>()};
  else {
    auto const value = [&]<int... K>(std::integer_sequence<int, K...>) {
      return Row::value(operand_of<Row, K>(x)...);
    }(std::make_integer_sequence<int, Row::arity>{});
    if constexpr (Row::condition) return {T(), value};
    else return {T(value)};
  }
}

template <class Row, class T> row<T> make_row() {
  row<T> r{&info_of<Row>, &apply_row<Row, T>, 0, Row::sample_from, Row::sample_to, Row::kink};
  for (int k = 0; k < Row::arity; ++k)
    if (takes_constant<Row>(k)) r.constants |= 1u << k;
  return r;
}

template <class T, class... Rows> std::vector<row<T>> rows_of(entry_list<Rows...>) {
  return {make_row<Rows, T>()...};
}

template <class T> std::vector<row<T>> const& rows() {
  static std::vector<row<T>> const all = rows_of<T>(function_table{});
  return all;
}

}  // namespace leibniz::test
