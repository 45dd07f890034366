// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdio>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

// What a generated formula (make_formulas.cpp) is compared with: its own graph, interpreted, and the stages
// that made the graph, run once more at run time; and the same formula called with destinations, or mapped.

namespace leibniz::test::fuzz {

/// Compares what compiled code computed, value and gradient, with the graphs it came from, in every bit. Prints
/// what differs; returns how many formulas did, 0 or 1.
int compare(std::uint64_t seed, graph::view const& source, graph::view const& finished,
            std::string_view const* names, double const* at, int inputs, double const* computed);

/// One input at several points, or the value; the gradients.
constexpr int points = 3;
using several = std::array<double, points>;
template <int N> using gradients = std::array<std::array<double, N>, points>;

/// Whether lz::call writes, and lz::map computes of several points, what the call returns, in every bit.
template <class Formula> bool same_in_every_way(several const (&at)[Formula::count]) {
  constexpr int n = Formula::count;
  several values{};
  gradients<n> mapped{};
  Formula::map(at, values, mapped);
  bool same = true;
  for (std::size_t p = 0; p < points; ++p) {
    double x[n], returned[n + 1], written[n + 1];
    for (int i = 0; i < n; ++i) x[i] = at[i][p];
    Formula::run(x, returned);
    Formula::write(x, written);
    for (int r = 0; r <= n; ++r) {
      auto const is = [&](double y) {
        return bits(y) == bits(returned[r]) || (y != y && returned[r] != returned[r]);
      };
      same = same && is(written[r]) &&
             is(r == 0 ? values[p] : mapped[p][static_cast<std::size_t>(r - 1)]);
    }
  }
  return same;
}

/// Formula provides seed, make(), used (its variables), names, run(inputs, results).
template <class Formula> int check_formula() {
  constexpr auto f = Formula::make();
  using program = typename decltype(gradient(f, Formula::variables()))::program;
  double at[Formula::count], computed[Formula::count + 1];
  int differ = 0;
  several all[Formula::count];
  for (int round = 0; round < points; ++round) {
    for (int i = 0; i < Formula::count; ++i) {
      at[i] = opaque(Formula::at[i] * (1 + 1e-7 * round * (i + 1)));
      all[i][static_cast<std::size_t>(round)] = at[i];
    }
    Formula::run(at, computed);
    differ |= compare(Formula::seed, program::source::graph.view(), program::graph.view(),
                      Formula::names, at, Formula::count, computed);
  }
  if constexpr (requires { &Formula::write; })
    if (!same_in_every_way<Formula>(all)) {
      std::printf("seed %llu: called with destinations or mapped it gives other bits\n",
                  static_cast<unsigned long long>(Formula::seed));
      differ = 1;
    }
  return differ;
}

}  // namespace leibniz::test::fuzz
