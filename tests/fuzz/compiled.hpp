// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "check.hpp"
#include "leibniz/leibniz.hpp"

// What a generated formula (make_formulas.cpp) is compared with: its own graph, interpreted, and the stages
// that made the graph, run once more at run time.

namespace leibniz::test::fuzz {

/// Compares what compiled code computed, value and gradient, with the graphs it came from, in every bit. Prints
/// what differs; returns how many formulas did, 0 or 1.
int compare(std::uint64_t seed, graph::view const& source, graph::view const& finished,
            std::string_view const* names, double const* at, int inputs, double const* computed);

/// Formula provides seed, make(), used (its variables), names, run(inputs, results).
template <class Formula> int check_formula() {
  constexpr auto f = Formula::make();
  using program = typename decltype(gradient(f, Formula::variables()))::program;
  double at[Formula::count], computed[Formula::count + 1];
  int differ = 0;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < Formula::count; ++i)
      at[i] = opaque(Formula::at[i] * (1 + 1e-7 * round * (i + 1)));
    Formula::run(at, computed);
    differ |= compare(Formula::seed, program::source::graph.view(), program::graph.view(),
                      Formula::names, at, Formula::count, computed);
  }
  return differ;
}

}  // namespace leibniz::test::fuzz
