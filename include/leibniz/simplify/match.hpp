// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/functions/rules.hpp"

namespace leibniz::simplification {

/// One way to read a pattern: the k-th commutative operation in it has its operands exchanged if bit k is set.
struct reading {
  unsigned exchanged;
  bool one_zero;  ///< whether −0 is 0, which it is to rules for finite values
  constexpr bool next() {
    bool const exchange = (exchanged & 1) != 0;
    exchanged >>= 1;
    return exchange;
  }
};
/// How many readings a side has; of the operations in it these are commutative.
constexpr bool commutes(std::uint64_t operation) {
  return operation == add_entry::id || operation == multiply_entry::id ||
         operation == equal_to_entry::id;
}
constexpr unsigned readings(side const& from) {
  unsigned result = 1;
  for (int i = 0; i < from.size; ++i)
    if (commutes(from.nodes[i].operation)) result *= 2;
  return result;
}

template <class Builder> constexpr bool is_minus_zero(Builder const& g, int i) {
  return g.is_constant(i) && !g.value_of(i).exact() && g.value_of(i).zero();
}

template <class Builder> constexpr bool match(Builder const& g, side const& from, int k, int i,
                                              reading& order, int* bound);

/// Whether operands are what a side's node asks for, read in one order; binds the placeholders (−1: not yet bound).
template <class Builder>
constexpr bool match_operands(Builder const& g, side const& from, side::node const& at,
                              int const* operands, reading& order, int* bound) {
  bool const exchange = commutes(at.operation) && order.next();
  for (int k = 0; k < at.arity; ++k)
    if (!match(g, from, at.operands[k], operands[exchange ? 1 - k : k], order, bound)) return false;
  return true;
}

/// Whether node `i` of a graph has the shape of a side's node `k`.
template <class Builder> constexpr bool match(Builder const& g, side const& from, int k, int i,
                                              reading& order, int* bound) {
  side::node const& at = from.nodes[k];
  if (at.operation == side::placeholder_id) {
    int& to = bound[at.value];
    if (to < 0) to = i;
    return to == i;
  }
  if (at.operation == side::constant_id)
    return g.is_constant(i, at.value) || (order.one_zero && at.value == 0 && is_minus_zero(g, i));
  graph::node const& n = g[i];
  if (n.operation->id != at.operation) return false;
  int const operands[3] = {n.a, n.b, n.c};
  return match_operands(g, from, at, operands, order, bound);
}

/// The rows that right sides use, by their ids. (GCC takes no address of a variable template for different from null in
/// constant expressions under -fsanitize=undefined.)
template <class... Rows> constexpr function_info const& row_of(entry_list<Rows...>,
                                                               std::uint64_t id) {
  function_info const* result = nullptr;
  static_cast<void>(((Rows::id == id ? (result = &info_of<Rows>, true) : false) || ...));
  return *result;
}

/// The node that a rule's right side stands for, with its placeholders bound to nodes.
template <class Builder> constexpr int instantiate(Builder& g, side const& to, int const* bound) {
  int became[side::capacity]{};
  for (int i = 0; i < to.size; ++i) {
    side::node const& n = to.nodes[i];
    if (n.operation == side::placeholder_id) became[i] = bound[n.value];
    else if (n.operation == side::constant_id) became[i] = g.constant(integer(n.value));
    else
      became[i] = g.apply(row_of(rewriting::result_rows{}, n.operation), became[n.operands[0]],
                          n.arity < 2 ? -1 : became[n.operands[1]],
                          n.arity < 3 ? -1 : became[n.operands[2]]);
  }
  return became[to.size - 1];
}

/// Multiplying by it is exact.
constexpr bool power_of_two(number const& n) {
  if (n.denominator <= 0) return false;
  std::int64_t m = n.numerator < 0 ? -n.numerator : n.numerator;
  return m != 0 && (m & (m - 1)) == 0 && (n.denominator & (n.denominator - 1)) == 0;
}

/// Whether a number's magnitude is that of a normal number of T. (Of float, those of exact fractions of 63 bits are.)
template <class T> constexpr bool is_normal(number const& n) {
  using limits = std::numeric_limits<T>;
  double const x = n.denominator > 0 ? 1 : n.as_double(), y = x < 0 ? -x : x;
  return y >= static_cast<double>(limits::min()) && y <= static_cast<double>(limits::max());
}
/// Whether a product of constants may stand for them: in float where they are normal numbers of float, else in double.
constexpr bool keeps_range(number const& product, number const& x, number const& y) {
  if (is_normal<float>(product)) return true;
  return !(is_normal<float>(x) && is_normal<float>(y)) && is_normal<double>(product);
}

/// How deep into a formula its sign is looked for.
inline constexpr int sign_depth = 6;

/// Whether a node is never below 0 (it may be NaN), as far as that is easily seen.
template <class Builder> constexpr bool not_negative(Builder const& g, int i, int depth) {
  if (g.is_constant(i)) return !g.value_of(i).negative();
  graph::node const& n = g[i];
  if (n.operation->not_negative) return true;
  if (depth == 0 || !(is<add_entry>(*n.operation) || is<multiply_entry>(*n.operation) ||
                      is<divide_entry>(*n.operation)))
    return false;
  return not_negative(g, n.a, depth - 1) && not_negative(g, n.b, depth - 1);
}
/// Whether a node is above 0 (or NaN), also when something in it underflows.
template <class Builder> constexpr bool positive(Builder const& g, int i, int depth = sign_depth) {
  if (g.is_constant(i))
    return !g.value_of(i).negative() && !g.value_of(i).zero() && is_normal<float>(g.value_of(i));
  graph::node const& n = g[i];
  if (depth == 0 || !is<add_entry>(*n.operation)) return false;
  return (positive(g, n.a, depth - 1) && not_negative(g, n.b, depth - 1)) ||
         (not_negative(g, n.a, depth - 1) && positive(g, n.b, depth - 1));
}

template <class Builder> constexpr bool fulfils(Builder const& g, condition only_if,
                                                int const* bound) {
  if (only_if == condition::none || only_if == condition::normal) return true;
  if (only_if == condition::positive) return positive(g, bound[0]);
  if (!g.is_constant(bound[0]) || !g.is_constant(bound[1])) return false;
  number const x = g.value_of(bound[0]), y = g.value_of(bound[1]);
  return (power_of_two(x) || power_of_two(y)) && keeps_range(x * y, x, y);
}

/// Finds the rules that may fit an operation and its first two operands by what stands at the root and directly below
/// it, all at once: in every set, bit r % 64 of word r / 64 stands for rule r. Most operations fit none.
struct rule_index {
  static constexpr int count = sizeof(rewriting::rules) / sizeof(rule);
  static constexpr int words = (count + 63) / 64, buckets = 64;
  /// What an operand is: its operation's bucket or, of constants, which one of −1, 0, 1, 2 or another.
  static constexpr int keys = buckets + 5;

  struct set {
    std::uint64_t root[buckets];  ///< by the operation
    std::uint64_t allowed[3];     ///< by validity
    std::uint64_t same;           ///< whose operands are one placeholder
    std::uint64_t any[2];         ///< that have a placeholder as an operand
    std::uint64_t operand[2][keys];
  };
  set sets[words];
  unsigned readings[count];

  constexpr rule_index() : sets{}, readings{} {
    for (int r = 0; r < count; ++r) {
      side const& from = rewriting::rules[r].from;
      side::node const& root = from.root();
      set& to = sets[r / 64];
      std::uint64_t const bit = std::uint64_t{1} << r % 64;
      readings[r] = simplification::readings(from);
      to.root[bucket(root.operation)] |= bit;
      for (int v = static_cast<int>(rewriting::rules[r].holds); v < 3; ++v) to.allowed[v] |= bit;
      if (root.arity == 2 &&
          same_placeholder(from.nodes[root.operands[0]], from.nodes[root.operands[1]]))
        to.same |= bit;
      for (int k = 0; k < 2; ++k) {
        side::node const& operand = from.nodes[root.operands[k < root.arity ? k : 0]];
        if (operand.operation == side::placeholder_id && operand.value < constants(r))
          for (int c = buckets; c < keys; ++c) to.operand[k][c] |= bit;
        else if (operand.operation == side::placeholder_id) to.any[k] |= bit;
        else if (operand.operation == side::constant_id)
          to.operand[k][constant_key(operand.value)] |= bit;
        else to.operand[k][bucket(operand.operation)] |= bit;
      }
    }
  }
  static constexpr bool same_placeholder(side::node const& a, side::node const& b) {
    return a.operation == side::placeholder_id && b.operation == side::placeholder_id &&
           a.value == b.value;
  }
  /// How many of a rule's placeholders, the first ones, must be bound to constants.
  static constexpr int constants(int r) {
    return rewriting::rules[r].only_if == condition::power_of_two ? 2 : 0;
  }
  static constexpr int bucket(std::uint64_t operation) {
    return static_cast<int>(operation % buckets);
  }
  static constexpr int constant_key(std::int64_t value) {
    return value < -1 || value > 2 ? keys - 1 : buckets + 1 + static_cast<int>(value);
  }
  template <class Builder> static constexpr int key(Builder const& g, int i) {
    graph::node const& n = g[i];
    std::uint64_t const id = n.operation->id;
    if (id != operation::constant_columns::id) return static_cast<int>(id % buckets);
    number const& value = g.value_of(i);
    if (value.denominator == 1) return constant_key(value.numerator);
    return value.zero() ? constant_key(0) : keys - 1;
  }
};
inline constexpr rule_index index_of_rules;

/// What the first applicable rule makes of an operation, or −1.
template <class Builder>
constexpr int rewrite(Builder& g, function_info const& operation, int a, int b, int c,
                      validity up_to) {
  int const root = rule_index::bucket(operation.id);
  for (int w = 0; w < rule_index::words; ++w) {
    rule_index::set const& set = index_of_rules.sets[w];
    std::uint64_t left = set.root[root] & set.allowed[static_cast<int>(up_to)];
    if (left == 0) continue;
    int const p = rule_index::key(g, a), q = b < 0 ? p : rule_index::key(g, b);
    std::uint64_t fits = (set.any[0] | set.operand[0][p]) & (set.any[1] | set.operand[1][q]);
    if (operation.commutative)
      fits |= (set.any[0] | set.operand[0][q]) & (set.any[1] | set.operand[1][p]);
    if (a != b) fits &= ~set.same;
    int const operands[3] = {a, b, c};
    for (left &= fits; left != 0; left &= left - 1) {
      int const r = 64 * w + std::countr_zero(left);
      rule const& candidate = rewriting::rules[r];
      if (candidate.from.root().operation != operation.id) continue;
      for (unsigned k = 0; k < index_of_rules.readings[r]; ++k) {
        int bound[pattern_capacity] = {-1, -1, -1, -1};
        reading order{k, candidate.holds != validity::always};
        if (match_operands(g, candidate.from, candidate.from.root(), operands, order, bound) &&
            fulfils(g, candidate.only_if, bound))
          return instantiate(g, candidate.to, bound);
      }
    }
  }
  return -1;
}

}  // namespace leibniz::simplification
