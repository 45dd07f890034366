// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "leibniz/leibniz.hpp"

// The edges of the table's rows, walked: formulas that have them, and what the library computes there.

namespace leibniz::test {

inline constexpr variable<"x"> x;
inline constexpr variable<"y"> y;
inline constexpr variable<"z"> z;

template <class Row> constexpr std::size_t count_edges() {
  if constexpr (std::is_array_v<decltype(Row::edges)>) {
    constexpr std::size_t count = std::extent_v<decltype(Row::edges)>;
    static_assert(count > 0, "in a template: edges[1], not edges[]");
    return count;
  } else {
    return 0;
  }
}
template <class Row> inline constexpr std::size_t edge_count = count_edges<Row>();

/// Whether the first operand is an order, or the second an exponent, which is a constant.
template <class Row>
inline constexpr bool first_is_constant =
    std::is_same_v<Row, polygamma_entry> || std::is_same_v<Row, polygamma_difference_entry> ||
    std::is_same_v<Row, repeated_erfcx_entry> || std::is_same_v<Row, spherical_bessel_entry> ||
    std::is_same_v<Row, bessel_of_square_entry>;
template <class Row>
inline constexpr bool second_is_constant = std::is_same_v<Row, power_entry>;

/// How many variables `formula_at` has.
template <class Row>
inline constexpr int variable_count =
    first_is_constant<Row> || second_is_constant<Row> ? 1 : Row::arity - (Row::conditions > 0);

template <int Halves> constexpr auto halves() {
  using namespace literals;
  return constant<Halves>{} / 2_c;
}

/// The row of x, y and z that has its edge number I at `point_at`. A comparison chooses between its operands.
template <class Row, std::size_t I> constexpr auto formula_at() {
  if constexpr (Row::condition) return where(call<Row>(x, y), x, y);
  else if constexpr (Row::conditions == 1) return call<Row>(x < y, y, x);
  else if constexpr (first_is_constant<Row>)
    return call<Row>(halves<static_cast<int>(2 * Row::edges[I].x)>(), x);
  else if constexpr (second_is_constant<Row>)
    return call<Row>(x, halves<static_cast<int>(2 * Row::edges[I].y)>());
  else if constexpr (Row::arity == 1) return call<Row>(x);
  else if constexpr (Row::arity == 2) return call<Row>(x, y);
  else return call<Row>(x, y, z);
}
template <class Row, std::size_t I> constexpr edge_point point_at() {
  constexpr edge_point at = Row::edges[I];
  if constexpr (first_is_constant<Row>) return {at.y};
  else if constexpr (second_is_constant<Row>) return {at.x};
  else return at;
}

/// What the library computes at a point: the value, and the derivatives by x, y, z both ways.
struct measured {
  double value;
  std::array<double, 3> reverse{}, forward{};
};

/// The same of f, a formula of the first N of x, y, z.
template <int N, class F> constexpr measured measure(F const& f, edge_point at) {
  if constexpr (N == 1) {
    auto const r = gradient(f, wrt(x))(x = at.x);
    return {r.value, {r[x]}, {derivative(f, x)(x = at.x)}};
  } else if constexpr (N == 2) {
    auto const r = gradient(f, wrt(x, y))(x = at.x, y = at.y);
    auto const t = vector(derivative(f, x), derivative(f, y))(x = at.x, y = at.y);
    return {r.value, {r[x], r[y]}, {t[0], t[1]}};
  } else {
    auto const r = gradient(f, wrt(x, y, z))(x = at.x, y = at.y, z = at.z);
    auto const t =
        vector(derivative(f, x), derivative(f, y), derivative(f, z))(x = at.x, y = at.y, z = at.z);
    return {r.value, {r[x], r[y], r[z]}, {t[0], t[1], t[2]}};
  }
}

/// The same at run time: the optimiser does not see where the point comes from.
template <int N, class F> measured measure_at_run_time(F const& f, edge_point at) {
  asm volatile("" : "+m"(at) : : "memory");
  return measure<N>(f, at);
}

/// test.operator()<Row, I>() for every edge of every row.
template <class Row, class Test, std::size_t... I>
void for_each_edge_of(Test const& test, std::index_sequence<I...>) {
  (test.template operator()<Row, I>(), ...);
}
template <class Test, class... Rows>
void for_each_edge(entry_list<Rows...>, Test const& test) {
  (for_each_edge_of<Rows>(test, std::make_index_sequence<edge_count<Rows>>()), ...);
}

}  // namespace leibniz::test
