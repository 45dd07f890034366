// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/derive/chain_rule.hpp"
#include "leibniz/functions/rules.hpp"

namespace leibniz::simplify {

template <class Builder>
constexpr bool match_operands(Builder const& g, record const& pattern, int a, int b, int c,
                              int* bound);

/// Whether node `i` has the shape of a pattern; binds the placeholders (−1: not yet bound).
/// Operands of commutative operations match in either order.
template <class Builder> constexpr bool match(Builder const& g, record const& pattern, int i,
                                              int* bound) {
  if (*pattern.operation == operation::pattern) {
    int& to = bound[pattern.value.numerator];
    if (to < 0) to = i;
    return to == i;
  }
  graph::node const& n = g[i];
  if (*n.operation != *pattern.operation) return false;
  if (pattern.arity == 0) return g.value_of(i) == pattern.value;
  if (pattern.arity == 1) return match(g, *pattern.operands[0], n.a, bound);
  return match_operands(g, pattern, n.a, n.b, n.c, bound);
}

template <class Builder>
constexpr bool match_operands(Builder const& g, record const& pattern, int a, int b, int c,
                              int* bound) {
  int before[pattern_capacity];
  for (int k = 0; k < pattern_capacity; ++k) before[k] = bound[k];
  if (match(g, *pattern.operands[0], a, bound) &&
      (pattern.arity < 2 || match(g, *pattern.operands[1], b, bound)) &&
      (pattern.arity < 3 || match(g, *pattern.operands[2], c, bound)))
    return true;
  for (int k = 0; k < pattern_capacity; ++k) bound[k] = before[k];
  return pattern.operation->commutative && match(g, *pattern.operands[0], b, bound) &&
         match(g, *pattern.operands[1], a, bound);
}

/// Whether an operand could be what a pattern's operand asks for: a cheap test before `match`.
template <class Builder> constexpr bool plausible(Builder const& g, record const& pattern, int i) {
  return *pattern.operation == operation::pattern || *pattern.operation == *g[i].operation;
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
  if (depth == 0 ||
      !(*n.operation == info_of<add_entry> || *n.operation == info_of<multiply_entry> ||
        *n.operation == info_of<divide_entry>))
    return false;
  return not_negative(g, n.a, depth - 1) && not_negative(g, n.b, depth - 1);
}
/// Whether a node is above 0 (or NaN), also when something in it underflows.
template <class Builder> constexpr bool positive(Builder const& g, int i, int depth = sign_depth) {
  if (g.is_constant(i)) return !g.value_of(i).negative() && g.value_of(i).as_double() != 0;
  graph::node const& n = g[i];
  if (depth == 0 || *n.operation != info_of<add_entry>) return false;
  return (positive(g, n.a, depth - 1) && not_negative(g, n.b, depth - 1)) ||
         (not_negative(g, n.a, depth - 1) && positive(g, n.b, depth - 1));
}

template <class Builder> constexpr bool fulfils(Builder const& g, condition only_if,
                                                int const* bound) {
  if (only_if == condition::none) return true;
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

  constexpr rule_index() : first{}, next{} {
    for (int& f : first) f = -1;
    for (int r = count - 1; r >= 0; --r) {
      int at = bucket(*rewriting::rules[r].from->operation);
      next[r] = first[at];
      first[at] = r;
    }
  }
  static constexpr int bucket(function_info const& operation) {
    return static_cast<int>(operation.id % buckets);
  }
};
inline constexpr rule_index index_of_rules;

/// What the first applicable rule makes of an operation, or −1.
template <class Builder>
constexpr int rewrite(Builder& g, function_info const& operation, int a, int b, int c,
                      validity up_to) {
  for (int r = index_of_rules.first[rule_index::bucket(operation)]; r >= 0;
       r = index_of_rules.next[r]) {
    rule const& candidate = rewriting::rules[r];
    record const& from = *candidate.from;
    if (*from.operation != operation || candidate.holds > up_to) continue;
    if (from.arity < 3 && !plausible(g, *from.operands[0], a) &&
        !(operation.commutative && plausible(g, *from.operands[0], b)))
      continue;
    if (from.arity == 2 && !plausible(g, *from.operands[1], b) &&
        !(operation.commutative && plausible(g, *from.operands[1], a)))
      continue;
    int bound[pattern_capacity] = {-1, -1, -1, -1, -1};
    if (match_operands(g, from, a, b, c, bound) && fulfils(g, candidate.only_if, bound))
      return derive::instantiate(g, *candidate.to, bound);
  }
  return -1;
}

}  // namespace leibniz::simplify
