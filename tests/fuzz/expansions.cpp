// SPDX-License-Identifier: BSL-1.0
// What must hold of formulas that hold derivatives, substitutions and simplifications: each derivative, up to the fifth
// by one input and one by two, is what differences of the one before say; with inputs replaced, all at once, a formula
// has the value that it has there; simplified, it has its value.
#include <cmath>

#include "fuzz/neighbourhood.hpp"
#include "fuzz/programs.hpp"
#include "fuzz/sample.hpp"

namespace leibniz::test::fuzz {

namespace {

constexpr int orders = 5;

/// Which results stand where.
struct expansions {
  int by = 0, then_by = 0;  ///< inputs
  int replaced[2] = {},
      into = 0;  ///< inputs, and the node that the first becomes; the second becomes the first
  graph::builder
      program{};  ///< f, its derivatives, the mixed one, substituted, its derivative, simplified
};

expansions expanded(sample const& s, test::random& chance) {
  expansions result;
  graph::builder g = graph_of(s);
  int const f = g.roots()[0];
  auto const input = [&] { return chance.below(s.inputs()); };
  result.by = input(), result.then_by = input();
  result.replaced[0] = input(), result.replaced[1] = input();
  do result.into = chance.below(g.size());
  while (g[result.into].operation->condition);
  auto const derivative = [&](int of, int by) { return g.add(operation::derivative, of, by); };

  for (int i = 0, d = f; i < orders; ++i) {
    d = derivative(d, result.by);
    g.root(d);
  }
  g.root(derivative(derivative(f, result.by), result.then_by));
  int list = g.leaf(operation::no_replacement, 0);
  list = g.add(operation::replacement, result.replaced[0], result.into, list);
  if (result.replaced[0] != result.replaced[1])
    list = g.add(operation::replacement, result.replaced[1], result.replaced[0], list);
  int const substituted = g.add(operation::substitution, f, list);
  g.root(substituted);
  g.root(derivative(substituted, result.by));
  g.root(g.add(operation::simplification, f));

  result.program = program_of({request::values}, g.view(), g.roots().size());
  return result;
}

template <class T> std::string broken_expansion(sample const& s, expansions const& e,
                                                precision const& p, double rounded, bool& skip) {
  int const first = static_cast<int>(s.roots.size()), mixed = first + orders;
  neighbourhood<T> around(e.program.view(), s.at);
  auto const told = [](char const* what, T const& is, T const& should_be) {
    return std::string(what) + ": " + is.str(25) + ", not " + should_be.str(25);
  };
  auto const wrong = [&](T const& is, int of, int by) {
    auto const difference = [&](double h) {
      return around.slopes(by, h)[static_cast<unsigned>(of)];
    };
    T const expected = difference(p.h);
    if (agree(is, expected, around.value(of), p.second)) return false;
    skip = skip || !agree(expected, difference(2 * p.h), around.value(of), p.second / 4);
    return true;
  };
  for (int k = 0; k < orders; ++k)
    if (wrong(around.value(first + k), k == 0 ? 0 : first + k - 1, e.by))
      return "derivative " + std::to_string(k + 1) + " by x" + std::to_string(e.by) + " is " +
             around.value(first + k).str(25);
  if (wrong(around.value(mixed), first, e.then_by))
    return "the mixed derivative is " + around.value(mixed).str(25);

  graph::builder const g = graph_of(s);
  std::vector<T> there(s.at.begin(), s.at.end());
  if (e.replaced[0] != e.replaced[1])
    there[static_cast<unsigned>(e.replaced[1])] = T(s.at[static_cast<unsigned>(e.replaced[0])]);
  std::vector<T> const here(s.at.begin(), s.at.end());
  there[static_cast<unsigned>(e.replaced[0])] =
      interpret<T>(g.view(), here.data())[static_cast<unsigned>(e.into)].number;
  T const value = root_value<T>(g.view(), 0, there.data());
  sample moved = s;  // there may be a kink or a pole
  for (std::size_t i = 0; i < there.size(); ++i) moved.at[i] = static_cast<double>(there[i]);
  if (is_smooth(moved)) {
    if (!agree(around.value(mixed + 1), value, value, p.value))
      return told("with inputs replaced", around.value(mixed + 1), value);
    if (wrong(around.value(mixed + 2), mixed + 1, e.by))
      return "the derivative with inputs replaced is " + around.value(mixed + 2).str(25);
  }
  if (!agree(around.value(mixed + 3), around.value(0), around.value(0), std::max(p.value, rounded)))
    return told("simplified", around.value(mixed + 3), around.value(0));
  return {};
}

}  // namespace

judgement judge_expansions(sample const& s, std::uint64_t seed) {
  test::random chance(seed ^ 0xe4);
  expansions const e = expanded(s, chance);
  bool rounds =
      false;  // rules over the real numbers may round a constant that is no small rational
  for (part const& x : s.parts)
    rounds = rounds || (*x.operation == operation::constant && !x.value.exact()) ||
             *x.operation == info_of<power_entry>;
  double const rounded = rounds ? 1e-10 : 0;
  bool skip = false;
  std::string why;
  try {
    why = broken_expansion<fifty>(s, e, with_fifty, rounded, skip);
    if (why.empty()) return {};
    skip = false;
    why = broken_expansion<big>(s, e, with_big, rounded, skip);
    if (why.empty()) return {verdict::holds, true};
  } catch (std::exception const& refused) {  // Boost throws where its own range ends
    return {verdict::skipped, true, refused.what()};
  }
  return {skip ? verdict::skipped : verdict::broken, true, "expanded: " + why};
}

}  // namespace leibniz::test::fuzz
