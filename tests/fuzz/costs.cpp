// SPDX-License-Identifier: BSL-1.0
// What must hold of what a gradient costs: what no result is wrong by, and no test of values notices.
//   1. No node stands twice, none is there for nothing, and an operand stands before what uses it.
//   2. With rules, shared reciprocals and collected constants there is no more work than without, but for little.
//   3. The values kept at once are as many as their definition says, and depth first changes no result.
#include <array>
#include <bit>
#include <set>

#include "fuzz/programs.hpp"
#include "fuzz/sample.hpp"

namespace leibniz::test::fuzz {

namespace {

std::string wrong_nodes(graph::view const& g) {
  std::set<std::array<std::uint64_t, 4>> seen;
  std::vector<char> needed(static_cast<std::size_t>(g.size.nodes));
  for (int r = 0; r < g.size.roots; ++r) needed[static_cast<unsigned>(g.roots[r])] = 1;
  for (int i = g.size.nodes - 1; i >= 0; --i) {
    graph::node const& n = g[i];
    if (needed[static_cast<unsigned>(i)] == 0)
      return "node " + std::to_string(i) + " is not needed";
    for (int k = 0; k < n.arity(); ++k) {
      if (n.operand(k) < 0 || n.operand(k) >= i)
        return "node " + std::to_string(i) + " has an operand that is not before it";
      needed[static_cast<unsigned>(n.operand(k))] = 1;
    }
    if (g.is_constant(i)) continue;
    int a = n.a, b = n.b;
    if (n.operation->commutative && a > b) std::swap(a, b);
    if (!seen.insert({n.operation->id, static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b),
                      static_cast<std::uint64_t>(n.c)})
             .second)
      return "node " + std::to_string(i) + " stands twice";
  }
  return {};
}

/// As schedule/live.hpp defines it: what is computed before a step and used after it, and its result.
int kept_at_once(graph::view const& g) {
  auto const takes_place = [&](int i) { return g[i].arity() > 0 || g[i].operation->is_input(); };
  auto const used_after = [&](int i, int step) {
    for (int later = step + 1; later < g.size.nodes; ++later)
      for (int k = 0; k < g[later].arity(); ++k)
        if (g[later].operand(k) == i) return true;
    return false;
  };
  int most = 0;
  for (int step = 0; step < g.size.nodes; ++step) {
    if (!takes_place(step)) continue;
    int kept = 1;
    for (int i = 0; i < step; ++i) kept += takes_place(i) && used_after(i, step) ? 1 : 0;
    most = std::max(most, kept);
  }
  return most;
}

std::string wrong_order(sample const& s, graph::builder program) {
  graph::view const g = program.view();
  int const kept = schedule::live_values(g);
  if (int const defined = kept_at_once(g); defined != kept)
    return "keeps " + std::to_string(defined) + " values at once, not " + std::to_string(kept);
  graph::builder reordered;
  schedule::depth_first(reordered, g);
  if (reordered.size() != g.size.nodes) return "depth first has another number of nodes";
  interpreted<double> before(g), after(reordered.view());
  before(s.at.data());
  after(s.at.data());
  for (int r = 0; r < g.size.roots; ++r)
    if (std::bit_cast<std::uint64_t>(before.root(r)) != std::bit_cast<std::uint64_t>(after.root(r)))
      return "depth first computes another root " + std::to_string(r);
  int const other = schedule::live_values(reordered.view());
  graph::builder const chosen =
      schedule::fewest_live_values(static_cast<graph::builder&&>(program));
  int const expected = kept > 16 && 2 * other < kept ? other : kept;
  if (schedule::live_values(chosen.view()) != expected)
    return "the order chosen keeps " + std::to_string(schedule::live_values(chosen.view())) +
           " values instead of " + std::to_string(expected);
  return {};
}

}  // namespace

judgement judge_costs(sample const& s) {
  graph::builder source = graph_of(s);
  for (int i = 0; i < s.inputs(); ++i) source.root(i);
  int const outputs = static_cast<int>(s.roots.size());
  graph::builder const plain = plain_gradients(source.view(), outputs);
  graph::builder program = program_of({request::jacobian}, source.view(), outputs);
  int const least = simplification::work(plain.view()), work = simplification::work(program.view());
  std::string why = wrong_nodes(program.view());
  if (why.empty()) why = wrong_order(s, static_cast<graph::builder&&>(program));
  if (why.empty() && work > least + least / 8 + 2)
    why = "with rules the work is " + std::to_string(work) + ", without " + std::to_string(least);
  if (why.empty()) return {};
  return {verdict::broken, false, "the gradient: " + why};
}

}  // namespace leibniz::test::fuzz
