// SPDX-License-Identifier: BSL-1.0
// The rules: each holds as far as it says and says all it could (see rule_law.hpp); together they come to an end
// and never make a formula larger.
#include "leibniz/functions/rules.hpp"

#include "catch.hpp"
#include "fuzz/sample.hpp"
#include "laws/rule_law.hpp"
#include "leibniz/simplify.hpp"

using namespace leibniz;
using namespace leibniz::test;

TEST_CASE("every rule is as valid as it says, and says all it could") {
  rule_records records;
  for (rule const& r : rewriting::rules) {
    CAPTURE(r.name);
    CHECK(broken(records(r)) == "");
  }
}

TEST_CASE("rules have names of their own") {
  int at = 0;
  for (rule const& r : rewriting::rules) {
    CAPTURE(r.name);
    for (int other = 0; other < at; ++other) CHECK(rewriting::rules[other].name != r.name);
    ++at;
  }
}

namespace {

/// The builder that simplifies, with its steps counted.
class counting_builder : public simplification::rewriting_builder {
 public:
  using simplification::rewriting_builder::rewriting_builder;

  int apply(function_info const& operation, int a, int b = -1, int c = -1) {
    if (++steps > 10000) throw std::runtime_error("rewriting does not end");
    int const folded = fold(operation, a, b);
    if (folded >= 0) return folded;
    int const result = simplification::rewrite(*this, operation, a, b, c, allowed());
    return result >= 0 ? result : add(operation, a, b, c);
  }
  int steps = 0;
};

template <class Builder, class Each>
void copy(Builder& g, graph::view const& from, Each const& each_node) {
  g.copy_inputs(from);
  std::vector<int> became;
  for (int i = 0; i < from.size.nodes; ++i) {
    graph::node const& n = from.nodes[i];
    auto const operand = [&](int k) { return k < 0 ? -1 : became[static_cast<unsigned>(k)]; };
    if (n.arity() == 0) became.push_back(g.leaf(from, i));
    else if (n.operation->is_let()) became.push_back(operand(n.a));
    else became.push_back(g.apply(*n.operation, operand(n.a), operand(n.b), operand(n.c)));
    each_node();
  }
  for (int r = 0; r < from.size.roots; ++r) g.root(became[static_cast<unsigned>(from.roots[r])]);
}

/// The operations of the first root, each as often as it would be written without names.
double written_operations(graph::view const& g) {
  std::vector<double> count;
  for (int i = 0; i < g.size.nodes; ++i) {
    graph::node const& n = g.nodes[i];
    double sum = n.arity() > 0 && !n.operation->is_let() ? 1 : 0;
    for (int k = 0; k < n.arity(); ++k) sum += count[static_cast<unsigned>(n.operand(k))];
    count.push_back(sum);
  }
  return count[static_cast<unsigned>(g.roots[0])];
}

}  // namespace

TEST_CASE("rewriting ends, and what it makes is no larger than what was written") {
  int most = 0;
  double before = 0, after = 0;
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    graph::builder const g = fuzz::graph_of(fuzz::make_sample(seed, 100));
    double const as_written = written_operations(g.view());
    for (validity up_to : {validity::always, validity::finite, validity::real}) {
      counting_builder counted(up_to);
      int known = 0;
      copy(counted, g.view(), [&] {
        most = std::max(most, counted.steps - known);
        known = counted.steps;
      });
      simplification::rewriting_builder simple(up_to);
      copy(simple, g.view(), [] {});
      CAPTURE(seed, static_cast<int>(up_to));
      REQUIRE(simple.size() == counted.size());  // counted what it is
      double const operations = written_operations(simple.view());
      REQUIRE(operations <= as_written);
      before += as_written < 1e6 ? as_written : 0;
      after += as_written < 1e6 ? operations : 0;
    }
  }
  CAPTURE(most, before, after);
  CHECK(most <= 8);  // the most steps that one operation took
  CHECK(after < before);
}
