// SPDX-License-Identifier: BSL-1.0
// Large formulas: no depth, no step limit, no time beyond what their terms take.
#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

using namespace leibniz;
using leibniz::test::opaque;

namespace {

constexpr variable<"x"> x;
constexpr variable<"y"> y;

template <int First, int Count> constexpr auto terms() {
  if constexpr (Count == 1) return constant<First % 89 + 1>{} * pow(x, constant<First % 7>{});
  else return terms<First, Count / 2>() + terms<First + Count / 2, Count - Count / 2>();
}
template <int N, class F> constexpr auto left_sum(F const& f) {
  if constexpr (N == 0) return f;
  else return left_sum<N - 1>(f + constant<N>{} * x);
}

}  // namespace

TEST_CASE("a formula of 1,000 terms becomes a graph, and its derivative too") {
  graph::builder g;
  g.root(graph::lowering(g)(decltype(terms<0, 1000>())::description()));
  simplification::rewriting_builder derived(validity::finite);
  derive::expansion image(derived, g.view());
  int const by = image[g.input(operation::variable, "x")];
  derived.root(image[g.roots()[0]]);
  derived.root(derive::forward(derived, derived.roots()[0], by));
  double value = 0, slope = 0;
  for (int i = 0; i < 1000; ++i) value += i % 89 + 1, slope += (i % 89 + 1) * (i % 7);
  double const one = 1;
  CHECK(test::root_value<double>(g.view(), 0, &one) == value);
  CHECK(test::root_value<double>(derived.view(), 0, &one) == value);
  CHECK(test::root_value<double>(derived.view(), 1, &one) == slope);
}

TEST_CASE("a sum of 40 terms that leans to the left is compiled and runs") {
  static constexpr auto f = left_sum<40>(y);
  STATIC_REQUIRE(cost(f).nodes == 2 + 3 * 40 - 2);  // 1*x is x
  LEIBNIZ_CHECK_BOTH([] { return f(x = opaque(2.0), y = opaque(1.0)) == 1 + 40 * 41; });
}
