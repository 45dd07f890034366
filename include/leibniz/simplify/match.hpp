// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/functions/rules.hpp"

namespace leibniz::simplification {

/// One way to read a pattern: the k-th commutative operation in it has its operands exchanged if bit k is set.
struct reading {
  unsigned exchanged;
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
  if (at.operation == side::constant_id) return g.is_constant(i, at.value);
  graph::node const& n = g[i];
  if (n.operation->id != at.operation) return false;
  int const operands[3] = {n.a, n.b, n.c};
  return match_operands(g, from, at, operands, order, bound);
}

/// Whether an operand could be what a side's operand asks for: a cheap test before `match`.
template <class Builder> constexpr bool plausible(Builder const& g, side::node const& at, int i) {
  if (at.operation == side::placeholder_id) return true;
  if (at.operation == side::constant_id) return g.is_constant(i, at.value);
  return at.operation == g[i].operation->id;
}

/// The rows that right sides use, by their ids.
template <class... Rows> constexpr function_info const& row_of(entry_list<Rows...>,
                                                               std::uint64_t id) {
  function_info const* result = nullptr;
  ((Rows::id == id ? void(result = &info_of<Rows>) : void()), ...);
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
  if (!n.exact()) return false;
  std::int64_t m = n.numerator < 0 ? -n.numerator : n.numerator;
  return m != 0 && (m & (m - 1)) == 0 && (n.denominator & (n.denominator - 1)) == 0;
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
  if (g.is_constant(i)) return !g.value_of(i).negative() && g.value_of(i).as_double() != 0;
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
  return power_of_two(x) || power_of_two(y);
}

/// The rules by the operation at the root of their left side.
struct rule_index {
  static constexpr int count = sizeof(rewriting::rules) / sizeof(rule);
  static constexpr int buckets = 64;
  int first[buckets];
  int next[count];
  unsigned readings[count];

  constexpr rule_index() : first{}, next{}, readings{} {
    for (int& f : first) f = -1;
    for (int r = count - 1; r >= 0; --r) {
      readings[r] = simplification::readings(rewriting::rules[r].from);
      int at = bucket(rewriting::rules[r].from.root().operation);
      next[r] = first[at];
      first[at] = r;
    }
  }
  static constexpr int bucket(std::uint64_t operation) {
    return static_cast<int>(operation % buckets);
  }
};
inline constexpr rule_index index_of_rules;

/// What the first applicable rule makes of an operation, or −1.
template <class Builder>
constexpr int rewrite(Builder& g, function_info const& operation, int a, int b, int c,
                      validity up_to) {
  int const operands[3] = {a, b, c};
  for (int r = index_of_rules.first[rule_index::bucket(operation.id)]; r >= 0;
       r = index_of_rules.next[r]) {
    rule const& candidate = rewriting::rules[r];
    side const& from = candidate.from;
    side::node const& root = from.root();
    if (root.operation != operation.id || candidate.holds > up_to) continue;
    bool possible = true;
    for (int k = 0; k < root.arity; ++k)
      possible =
          possible &&
          (plausible(g, from.nodes[root.operands[k]], operands[k]) ||
           (operation.commutative && plausible(g, from.nodes[root.operands[k]], operands[1 - k])));
    if (!possible) continue;
    for (unsigned k = 0; k < index_of_rules.readings[r]; ++k) {
      int bound[pattern_capacity] = {-1, -1, -1, -1};
      reading order{k};
      if (match_operands(g, from, root, operands, order, bound) &&
          fulfils(g, candidate.only_if, bound))
        return instantiate(g, candidate.to, bound);
    }
  }
  return -1;
}

}  // namespace leibniz::simplification
