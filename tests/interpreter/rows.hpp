// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/interpreter.hpp"
#include "leibniz/functions/table.hpp"

// The numerical bodies of the table, for one number type. One file instantiates it for each.

namespace leibniz::test {

/// Whether an operand of a row is a constant always, so that the row has no derivative by it.
template <class Row> constexpr bool takes_constant(int operand) {
  if (std::is_same_v<Row, power_entry>) return operand == 1;
  return operand == 0 && (Row::name == "polygamma" || Row::name == "spherical_bessel" ||
                          Row::name == "bessel_of_square" || Row::name == "repeated_erfcx" ||
                          Row::name == "polygamma_difference");
}

template <class Row, int K, class T> auto const& operand_of(outcome<T> const* x) {
  if constexpr (K < Row::conditions) return x[K].truth;
  else return x[K].number;
}

/// x^n as the library means it: of an integer up to 32 the repeated product that it becomes.
template <class T> T power(T const& x, T const& n) {
  using std::abs;
  if (!(abs(n) <= T(32)) || n != T(static_cast<int>(n))) return power_entry::value(x, n);
  T result(1), square = x;
  bool first = true;
  int const exponent = static_cast<int>(n);
  for (int k = exponent < 0 ? -exponent : exponent; k > 0; k /= 2, square = square * square) {
    if (k % 2 == 0) continue;
    result = first ? square : T(result * square);
    first = false;
  }
  return exponent < 0 ? T(T(1) / result) : result;
}

template <class Row, class T> outcome<T> apply_row(outcome<T> const* x) {
  if constexpr (std::is_same_v<Row, power_entry>) return {power(x[0].number, x[1].number)};
  else if constexpr (Row::arity == 0) return {Row::template constant<T>()};
  else if constexpr (std::is_same_v<Row, copysign_entry>)  // a NaN's sign means nothing
    return {Row::value(x[0].number, x[1].number != x[1].number ? T(1) : x[1].number)};
  else {
    auto const value = [&]<int... K>(std::integer_sequence<int, K...>) {
      return Row::value(operand_of<Row, K>(x)...);
    }(std::make_integer_sequence<int, Row::arity>{});
    if constexpr (Row::condition) return {T(), value};
    else return {T(value)};
  }
}

template <class Row, class T> table_row<T> make_row() {
  table_row<T> r{&info_of<Row>, &apply_row<Row, T>, 0, Row::sample_from, Row::sample_to, Row::kink};
  for (int k = 0; k < Row::arity; ++k)
    if (takes_constant<Row>(k)) r.constants |= 1u << k;
  return r;
}

template <class T, class... Rows> std::vector<table_row<T>> rows_of(entry_list<Rows...>) {
  return {make_row<Rows, T>()...};
}

template <class T> std::vector<table_row<T>> const& rows() {
  static std::vector<table_row<T>> const all = rows_of<T>(function_table{});
  return all;
}

}  // namespace leibniz::test
