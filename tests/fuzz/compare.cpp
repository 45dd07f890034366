// SPDX-License-Identifier: BSL-1.0
#include <bit>
#include <cstdio>
#include <string_view>

#include "graph/interpreter.hpp"
#include "leibniz/emit/program.hpp"

namespace leibniz::test::fuzz {

namespace {

bool same_graph(graph::view const& a, graph::view const& b) {
  if (a.size.nodes != b.size.nodes || a.size.roots != b.size.roots) return false;
  for (int i = 0; i < a.size.nodes; ++i) {
    graph::node const &m = a.nodes[i], &n = b.nodes[i];
    if (*m.operation != *n.operation || m.b != n.b || m.c != n.c) return false;
    bool const constant = *m.operation == operation::constant;
    if (constant ? !(a.value_of(i) == b.value_of(i)) : m.a != n.a) return false;
  }
  for (int r = 0; r < a.size.roots; ++r)
    if (a.roots[r] != b.roots[r]) return false;
  return true;
}

bool same_bits(double a, double b) {
  return (a != a && b != b) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

}  // namespace

int compare(std::uint64_t seed, graph::view const& source, graph::view const& finished,
            std::string_view const* names, double const* at, int inputs, double const* computed) {
  simplification::rewriting_builder g(validity::always);
  derive::assembly all(g, source, 1);
  all.values();
  all.jacobian(source.size.roots == 2 ? order::forward : order::reverse);
  simplification::rewriting_builder const derived =
      emit::share_quotients(static_cast<simplification::rewriting_builder&&>(g), true, 1);
  graph::builder const tidied =
      emit::ordered(simplification::finished(derived.view(), 1), source.size.roots == 2);
  int differ = 0;
  if (!same_graph(tidied.view(), finished)) {
    std::printf("seed %llu: another graph at run time than while compiling\n",
                static_cast<unsigned long long>(seed));
    differ = 1;
  }
  std::vector<double> values;
  for (int i = 0; i < finished.size.inputs; ++i)
    for (int k = 0; k < inputs; ++k)
      if (finished.inputs[i] == names[k]) values.push_back(at[k]);
  auto const known = interpret<double>(finished, values.data());
  for (int r = 0; r < finished.size.roots; ++r) {
    double const interpreted = known[static_cast<unsigned>(finished.roots[r])].number;
    if (same_bits(interpreted, computed[r])) continue;
    std::printf("seed %llu: result %d compiled is %a, interpreted %a\n",
                static_cast<unsigned long long>(seed), r, computed[r], interpreted);
    differ = 1;
  }
  return differ;
}

}  // namespace leibniz::test::fuzz
