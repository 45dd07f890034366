// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

// The table of functions, walked: what the law tests need to know of each row.

namespace leibniz::test {

template <class Test, class... Rows> void for_each_row(entry_list<Rows...>, Test const& test) {
  (test.template operator()<Rows>(), ...);
}

/// Whether a row has derivatives.
template <class Row> inline constexpr bool differentiable = !Row::passive && Row::arity > 0;

inline constexpr variable<"u"> u;
inline constexpr variable<"v"> v;

/// Whether the first operand is an order, which is a constant.
template <class Row> inline constexpr bool has_order =
    std::is_same_v<Row, polygamma_entry> || std::is_same_v<Row, polygamma_difference_entry> ||
    std::is_same_v<Row, repeated_erfcx_entry> || std::is_same_v<Row, spherical_bessel_entry> ||
    std::is_same_v<Row, bessel_of_square_entry>;

/// A row applied to variables. A choice compares them; the exponent of `^` and an order are constants.
template <class Row> constexpr auto formula_of() {
  using namespace literals;
  if constexpr (Row::arity == 0) return compose<Row>() * u;
  else if constexpr (Row::condition && Row::conditions == 2)
    return where(call<Row>(u < v, u + v > 1_c), u, v);
  else if constexpr (Row::condition && Row::conditions == 1) return where(call<Row>(u < v), u, v);
  else if constexpr (Row::condition) return where(call<Row>(u, v), u, v);
  else if constexpr (std::is_same_v<Row, power_entry>) return call<Row>(u, 7_c / 3_c) * v;
  else if constexpr (std::is_same_v<Row, sigmoid_of_exp_entry>) return call<Row>(exp(-u), u) * v;
  else if constexpr (has_order<Row> && Row::arity == 3) return call<Row>(1_c, u, v);
  else if constexpr (has_order<Row>) return call<Row>(2_c, u) * v;
  else if constexpr (Row::arity == 1) return call<Row>(u) * v;
  else if constexpr (Row::arity == 2) return call<Row>(u, v);
  else if constexpr (Row::conditions == 1) return call<Row>(u < v, u * v, u - v);
  else if constexpr (std::is_same_v<Row, corner_slope_entry>) return call<Row>(u, v, v) * v;
  else return call<Row>(u, v, u - v);
}

/// Points of the sample domain, away from kinks: neither 0 nor equal coordinates.
template <class Row> constexpr double sample_point(int i, int coordinate) {
  constexpr double fractions[][2] = {{0.51, 0.83}, {0.07, 0.91}, {0.93, 0.11}, {0.31, 0.62}};
  double const from = Row::sample_from, to = Row::sample_to;
  return from + (to - from) * fractions[i][coordinate];
}
inline constexpr int sample_count = 4;

}  // namespace leibniz::test
