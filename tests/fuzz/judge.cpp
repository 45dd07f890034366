// SPDX-License-Identifier: BSL-1.0
// What must hold of every graph:
//   1. Simplified with rules of each validity it has the same value; with `always` the same bits, at special
//      numbers too.
//   2. Its derivatives by reverse and by forward derivation, and second derivatives forward over reverse, are
//      what differences of the graph itself say.
// Numbers have 50 digits. A central difference with h = 1e-16 then has an error of 1e-32 times the third
// derivative and 1e-34 of rounding, a second difference with h = 1e-12 1e-24 and 1e-26; a result off by more
// than 1e-16 or 1e-12 is computed again with 100 digits (h = 1e-30 and 1e-24) and must then agree to 1e-32
// and 1e-24. Where differences with h and 2h disagree by as much, they are no witness: the graph is skipped.
#include <cmath>
#include <exception>
#include <limits>

#include "fuzz/neighbourhood.hpp"
#include "fuzz/sample.hpp"
#include "leibniz/derive.hpp"
#include "leibniz/simplify.hpp"

namespace leibniz::test::fuzz {

namespace {

/// A graph rewritten with rules of a validity, as a value or beyond.
graph::builder simplified(graph::view const& from, validity up_to) {
  simplification::rewriting_builder g(up_to);
  g.copy_inputs(from);
  std::vector<int> became;
  for (int i = 0; i < from.size.nodes; ++i) {
    graph::node const& n = from.nodes[i];
    auto const operand = [&](int k) { return k < 0 ? -1 : became[static_cast<unsigned>(k)]; };
    if (n.arity() == 0) became.push_back(g.leaf(from, i));
    else if (n.operation->is_let()) became.push_back(g.add(*n.operation, operand(n.a)));
    else became.push_back(g.apply(*n.operation, operand(n.a), operand(n.b), operand(n.c)));
  }
  for (int r = 0; r < from.size.roots; ++r) {
    int const root = became[static_cast<unsigned>(from.roots[r])];
    g.root(up_to == validity::real ? g.simplified(root) : root);
  }
  if (up_to != validity::real) return g;
  graph::builder shared;
  simplification::share_reciprocals(shared, g.view(), 2, 0);
  return shared;
}

graph::builder tidied(graph::view const& from) {
  graph::builder to;
  simplification::tidy(to, from);
  return to;
}

/// Roots: the values, all first derivatives by reverse derivation, all by forward, one second derivative. Constants are
/// collected or not.
template <class Builder>
graph::builder derived(Builder& g, graph::view const& from, pair second, bool collect) {
  derive::expansion image(g, from);
  buffer<int> by, outputs;
  for (int i = 0; i < from.size.nodes; ++i)
    if (from.nodes[i].operation->is_input()) by.push_back(image[i]);
  for (int r = 0; r < from.size.roots; ++r) outputs.push_back(image[from.roots[r]]);
  g.allow(validity::finite);
  buffer<int> backward, forward;
  for (int r : outputs) derive::reverse(g, r, by, backward);
  for (int x : by) derive::forward(g, outputs, x, forward);
  auto const zero = [&](int i) { return i < 0 ? g.constant(integer(0)) : i; };
  int const twice = derive::forward(g, zero(backward[second.i]), by[second.j]);
  for (int r : outputs) g.root(r);
  for (int p : backward) g.root(zero(p));
  for (int output = 0; output < outputs.size(); ++output)
    for (int i = 0; i < by.size(); ++i) g.root(zero(forward[i * outputs.size() + output]));
  g.root(zero(twice));
  if (!collect) return tidied(g.view());
  graph::builder collected;
  simplification::collect_constants(collected, g.view(), outputs.size());
  return tidied(collected.view());
}
graph::builder derived(graph::view const& from, pair second, bool rules, bool collect) {
  if (rules) {
    simplification::rewriting_builder g(validity::always);
    return derived(g, from, second, collect);
  }
  graph::builder g;
  return derived(g, from, second, false);
}

/// The first law that a graph breaks in this precision; empty if none. `skip`: differences are no witness.
template <class T> std::string broken_law(sample const& s, graph::builder const& g,
                                          std::vector<graph::builder> const& same,
                                          graph::builder const& all, pair second,
                                          precision const& p, bool& skip) {
  std::vector<T> const at(s.at.begin(), s.at.end());
  neighbourhood<T> around(g.view(), s.at);
  if (!around.decided(interpret<double>(g.view(), s.at.data()))) {
    skip = true;
    return "a condition is true in one precision only";
  }
  int const outputs = g.roots().size(), inputs = s.inputs();
  // rules over the real numbers round a constant that is no small rational to a double
  double rounded = p.value;
  for (part const& x : s.parts)
    if ((*x.operation == operation::constant && !x.value.exact()) ||
        *x.operation == info_of<power_entry>)
      rounded = 1e-10;
  for (std::size_t k = 0; k < same.size(); ++k) {
    interpreted<T> graph(same[k].view());
    graph(at.data());
    for (int r = 0; r < outputs; ++r)
      if (!agree(graph.root(r), around.value(r), around.value(r), k == 0 ? p.value : rounded))
        return "the value of root " + std::to_string(r) + " of simplified graph " +
               std::to_string(k);
  }
  interpreted<T> graph(all.view());
  graph(at.data());
  auto const differ = [&](T const& by_rule, T const& difference, T const& other_difference,
                          T const& scale, double tolerance) {
    if (agree(by_rule, difference, scale, tolerance)) return false;
    skip = !agree(difference, other_difference, scale, tolerance / 4);
    return true;
  };
  auto const told = [](char const* what, T const& is, T const& should_be) {
    return std::string(what) + ": " + is.str(25) + ", by differences " + should_be.str(25);
  };
  for (int r = 0; r < outputs; ++r)
    if (!agree(graph.root(r), around.value(r), around.value(r), p.value))
      return told("value", graph.root(r), around.value(r));
  for (int i = 0; i < inputs; ++i) {
    std::vector<T> const slopes = around.slopes(i, p.h);
    for (int r = 0; r < outputs; ++r) {
      T const& slope = slopes[static_cast<unsigned>(r)];
      for (int mode : {0, 1}) {
        T const& partial = graph.root(outputs + mode * outputs * inputs + r * inputs + i);
        if (agree(partial, slope, around.value(r), p.first)) continue;
        if (differ(partial, slope, around.slopes(i, 2 * p.h)[static_cast<unsigned>(r)],
                   around.value(r), p.first))
          return told(mode == 0 ? "reverse derivative" : "forward derivative", partial, slope) +
                 " by x" + std::to_string(i) + " of root " + std::to_string(r);
      }
    }
  }
  T const curvature = around.curvature(second, p.h2);
  T const& twice = graph.root(graph.roots() - 1);
  if (!agree(twice, curvature, around.value(0), p.second) &&
      differ(twice, curvature, around.curvature(second, 2 * p.h2), around.value(0), p.second))
    return told("second derivative", twice, curvature) + " by x" + std::to_string(second.i) +
           " and x" + std::to_string(second.j);
  return {};
}

/// Rules of validity `always` keep every bit, whatever the inputs are.
std::string broken_bits(sample const& s, graph::builder const& g, graph::builder const& simple,
                        test::random& chance) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double special[] = {
      0.0,    -0.0,    1.0,   -1.0,   infinity, -infinity, std::numeric_limits<double>::quiet_NaN(),
      5e-324, -3e-310, 1e308, -1e308, 0.5,      2.0,       0x1p-1022,
      1e-200, -1e200,  3.0};
  graph::builder const tidy_g = tidied(g.view()), tidy_simple = tidied(simple.view());
  interpreted<double> graphs[] = {interpreted<double>(g.view()), interpreted<double>(simple.view()),
                                  interpreted<double>(tidy_g.view()),
                                  interpreted<double>(tidy_simple.view())};
  for (int round = 0; round < 6; ++round) {
    std::vector<double> at = s.at;
    if (round > 0)
      for (double& x : at)
        if (chance.below(3) != 0) x = special[chance.below(static_cast<int>(std::size(special)))];
    for (auto& graph : graphs) graph(at.data());
    for (int pair : {0, 2})
      for (int r = 0; r < g.roots().size(); ++r) {
        double const a = graphs[pair].root(r), b = graphs[pair + 1].root(r);
        if (same_bits(a, b)) continue;
        char text[100];
        std::snprintf(text, sizeof text, "bits of the value: %a became %a%s at", a, b,
                      pair == 0 ? "" : " (tidied)");
        std::string why = text;
        for (double x : at) {
          std::snprintf(text, sizeof text, " %.17g", x);
          why += text;
        }
        return why;
      }
  }
  return {};
}

}  // namespace

judgement judge(sample const& s, std::uint64_t seed) {
  test::random chance(seed ^ 0xfacade);
  graph::builder const g = graph_of(s);
  pair const second = {chance.below(s.inputs()), chance.below(s.inputs())};
  // without rules, but for x^0 and x^1, whose derivatives at 0 depend on them
  bool rules = chance.below(8) != 0;
  for (part const& p : s.parts) rules = rules || *p.operation == info_of<power_entry>;
  std::vector<graph::builder> same;
  same.push_back(simplified(g.view(), validity::always));
  std::string const bits = broken_bits(s, g, same[0], chance);
  if (!bits.empty()) return {verdict::broken, false, bits};
  validity const further = chance.below(2) == 0 ? validity::finite : validity::real;
  same.push_back(tidied(simplified(g.view(), further).view()));
  graph::builder const all = derived(g.view(), second, rules, chance.below(4) != 0);
  bool skip = false;
  std::string why;
  try {
    why = broken_law<fifty>(s, g, same, all, second, with_fifty, skip);
    if (why.empty()) return {};
    skip = false;
    why = broken_law<big>(s, g, same, all, second, with_big, skip);
    if (why.empty()) return {verdict::holds, true};
  } catch (std::exception const& refused) {  // Boost throws where its own range ends
    return {verdict::skipped, true, refused.what()};
  }
  return {skip ? verdict::skipped : verdict::broken, true, why};
}

judgement judge_all(sample const& s, std::uint64_t seed) {
  constexpr int largest_for_verbs = 60, largest_for_expansions = 20, largest_for_forms = 30;
  bool rechecked = false;
  auto const holds = [&](judgement const& j) {
    rechecked = rechecked || j.rechecked;
    return j.what == verdict::holds;
  };
  judgement j = judge_text(s);
  if (holds(j)) j = judge(s, seed);
  if (holds(j)) j = judge_costs(s);
  if (holds(j) && s.size() <= largest_for_verbs) j = judge_verbs(s, seed);
  if (holds(j) && s.size() <= largest_for_expansions) j = judge_expansions(s, seed);
  if (holds(j) && s.size() <= largest_for_forms) j = judge_forms(s, seed);
  j.rechecked = rechecked || j.rechecked;
  return j;
}

}  // namespace leibniz::test::fuzz
