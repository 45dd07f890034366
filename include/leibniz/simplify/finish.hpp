// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/simplify/collect.hpp"
#include "leibniz/simplify/tidy.hpp"

namespace leibniz::simplification {

/// The operations that the roots of a graph need and compilers leave to run time: constants alone they fold. A division
/// counts twice.
constexpr int work(graph::view const& g) {
  int const n = g.size.nodes;
  graph::node const* const nodes = g.nodes;
  buffer<char> needs(n, 0), changes(n, 0);
  char *const needed = needs.data(), *const varies = changes.data();
  for (int r = 0; r < g.size.roots; ++r) needed[g.roots[r]] = 1;
  for (int i = n; i-- > 0;) {
    if (needed[i] == 0) continue;
    graph::node const& at = nodes[i];
    if (at.operation->arity == 0) continue;
    needed[at.a] = 1;
    if (at.b >= 0) needed[at.b] = 1;
    if (at.c >= 0) needed[at.c] = 1;
  }
  int result = 0;
  for (int i = 0; i < n; ++i) {
    if (needed[i] == 0) continue;
    graph::node const& at = nodes[i];
    if (at.operation->arity == 0) {
      varies[i] = at.operation->is_input() || *at.operation == operation::literal ? 1 : 0;
    } else if (varies[at.a] != 0 || (at.b >= 0 && varies[at.b] != 0) ||
               (at.c >= 0 && varies[at.c] != 0)) {
      varies[i] = 1;
      result += at.operation->id == divide_entry::id ? 2 : 1;
    }
  }
  return result;
}

/// Whether the constants of a derived graph are collected: not of large graphs, since that takes as many steps of
/// evaluation as tidying them.
constexpr bool collects(graph::sizes const& derived, int values) {
  return values < derived.roots && derived.nodes <= 1000;
}

/// A derived graph as it is emitted, its first `values` roots as they were written: tidied, with the constants of the
/// other roots collected where that is less work. (emit/program.hpp does so in several constant evaluations.)
template <class Builder = graph::builder>
constexpr Builder finished(graph::view const& derived, int values) {
  Builder collected, result;
  bool less = false;
  if (collects(derived.size, values)) {
    collect_constants(collected, derived, values);
    less = work(collected.view()) < work(derived);
  }
  tidy(result, less ? collected.view() : derived);
  return result;
}

}  // namespace leibniz::simplification
