// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/graph/traverse.hpp"
#include "leibniz/simplify/collect.hpp"
#include "leibniz/simplify/tidy.hpp"

namespace leibniz::simplification {

/// The operations that the roots of a graph need and compilers leave to run time: constants alone they fold. A division
/// counts twice.
constexpr int work(graph::view const& g) {
  int const n = g.size.nodes;
  buffer<int> roots, leaves;
  for (int r = 0; r < g.size.roots; ++r) roots.push_back(g.roots[r]);
  buffer<char> const needed = graph::needed_for(g, roots);
  for (int i = 0; i < n; ++i)
    if (g[i].operation->is_input() || *g[i].operation == operation::literal) leaves.push_back(i);
  buffer<char> const varies = graph::dependent_on(g, leaves, n);
  int result = 0;
  for (int i = 0; i < needed.size(); ++i)
    if (needed[i] != 0 && varies[i] != 0 && g[i].arity() > 0)
      result += is<divide_entry>(*g[i].operation) ? 2 : 1;
  return result;
}

/// Whether the constants of a derived graph are collected: not of large graphs, since that takes as many steps of
/// evaluation as tidying them.
constexpr bool collects(graph::sizes const& derived, int values) {
  return values < derived.roots && derived.nodes <= 1000;
}

/// Collects the constants of a graph; whether that was tried and is less work.
template <class Builder>
constexpr bool collected_is_less(Builder& collected, graph::view const& g, int values) {
  if (!collects(g.size, values)) return false;
  collect_constants(collected, g, values);
  return work(collected.view()) < work(g);
}
/// A graph with its constants collected where that is less work.
template <class Builder> constexpr Builder with_constants_collected(Builder g) {
  Builder collected(g.allowed());
  if (collected_is_less(collected, g.view(), 0)) return collected;
  return g;
}

/// A derived graph as it is emitted, its first `values` roots as they were written: tidied, with the constants of the
/// other roots collected where that is less work. (emit/program.hpp does so in several constant evaluations.)
template <class Builder = graph::builder>
constexpr Builder finished(graph::view const& derived, int values) {
  Builder collected, result;
  bool const less = collected_is_less(collected, derived, values);
  tidy(result, less ? collected.view() : derived);
  return result;
}

}  // namespace leibniz::simplification
