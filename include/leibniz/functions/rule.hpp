// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

#include "leibniz/functions/entry.hpp"

namespace leibniz {

/// What a rewrite may change.
enum class validity : std::uint8_t {
  always,  ///< bit for bit the same, with −0, infinities and NaN
  finite,  ///< the same for finite values (a zero may change its sign)
  real,    ///< the same over the real numbers, with another rounding
};

/// Which numbers the placeholders of a rule must be bound to.
enum class condition : std::uint8_t {
  none,
  positive,      ///< the first is a sum that cannot be 0, such as 1 + e^x
  power_of_two,  ///< the first two are constants, one a power of two: their product is exact
  normal,        ///< any numbers, of which none is so small that halving it rounds
};

/// The most placeholders a rule uses.
inline constexpr int pattern_capacity = 4;

/// One side of a rule: a formula as a value, its operands before it, the whole last. (As types, like other formulas,
/// the sides of all rules would take a third of the time to include the library.)
struct side {
  struct node {
    std::uint64_t operation;  ///< a row, or one of the ids below
    std::int8_t operands[3];
    std::int8_t arity;
    std::int32_t value;  ///< which placeholder, or the constant
  };
  static constexpr int capacity = 10;
  static constexpr std::uint64_t placeholder_id = 0, constant_id = 1;

  node nodes[capacity];
  int size;

  template <std::int64_t N> constexpr side(constant<N>) : side(constant_id, N) {}
  constexpr side(std::uint64_t leaf_in, std::int64_t value_in)
      : nodes{{leaf_in, {-1, -1, -1}, 0, static_cast<std::int32_t>(value_in)}}, size(1) {}

  /// An operation applied to sides.
  constexpr side(std::uint64_t operation_in, side const* const* operands_in, int arity_in)
      : nodes{}, size(0) {
    node root{operation_in, {-1, -1, -1}, static_cast<std::int8_t>(arity_in), 0};
    for (int k = 0; k < arity_in; ++k) {
      int const shift = size;
      for (int i = 0; i < operands_in[k]->size; ++i) {
        node& n = nodes[size++];
        n = operands_in[k]->nodes[i];
        for (int j = 0; j < n.arity; ++j)
          n.operands[j] = static_cast<std::int8_t>(n.operands[j] + shift);
      }
      root.operands[k] = static_cast<std::int8_t>(size - 1);
    }
    nodes[size++] = root;
  }

  constexpr node const& root() const { return nodes[size - 1]; }
};

/// A row of the table, to be applied to sides: `row<sin_entry>{}(a)`.
template <class Entry> struct row {
  template <class... Sides> constexpr side operator()(Sides const&... sides) const {
    static_assert(sizeof...(Sides) == Entry::arity);
    return apply(static_cast<side const&>(sides)...);
  }

 private:
  template <class... Sides> static constexpr side apply(Sides const&... sides) {
    side const* const operands[] = {&sides...};
    return side(Entry::id, operands, Entry::arity);
  }
};

/// A rewrite: what matches `from` becomes `to`.
struct rule {
  std::string_view name;
  validity holds;
  side from;
  side to;
  condition only_if = condition::none;
};

}  // namespace leibniz
