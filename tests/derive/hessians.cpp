// SPDX-License-Identifier: BSL-1.0
// Hessians as tangents of the gradient and by elimination in it: all are what differences of 100 digits say, and the
// cheapest is emitted.
#include "check.hpp"
#include "emit/differences.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::order;
using lz::test::big;

namespace {

struct growth {
  constexpr auto operator()(auto const& p) const {
    return p[0] / pow(1.0 + exp(p[1] - p[2]), 1.0 / p[3]);
  }
};
struct sums_of_products {
  constexpr auto operator()(auto const& p) const {
    auto const t = sin(p[0] * p[1]) + p[2] * p[3];
    return t * exp(-t * t) / (1.0 + p[0] * t);
  }
};
struct choices {
  constexpr auto operator()(auto const& p) const {
    auto const r = where(p[0] > p[1], sqrt(p[0] - p[1]) * p[2], p[1] * p[3]);
    return r * log(1.0 + r * r) + relu(p[2] - p[3]) * p[0];
  }
};
/// Linear in one input, which has no second derivative.
struct linear {
  constexpr auto operator()(auto const& p) const { return p[0] * p[0] * p[1] + p[2] + 0.0 * p[3]; }
};

template <class Code> void check_all() {
  using source = lz::emit::function_source<Code, lz::R<4>>;
  static constexpr auto& from = source::graph;
  std::vector<double> const at{0.75, 0.3125, 0.875, 0.625};
  std::vector<big> const exact(at.begin(), at.end());
  int const used = from.size.roots - 1;
  lz::test::interpreted<big> function(from.view());
  auto const value = [&](std::vector<big> const& p) {
    function(p.data());
    return function.root(0);
  };
  int fewest = 1 << 30;
  for (order by : {order::forward, order::markowitz, order::lowest_fill}) {
    lz::simplification::rewriting_builder g(lz::validity::always);
    lz::derive::assembly all(g, from.view(), 1);
    all.values();
    all.hessian(by);
    lz::graph::builder shared;
    lz::simplification::share_reciprocals(shared, g.view(), 3, 1);
    lz::graph::builder const tidied = lz::simplification::finished(shared.view(), 1);
    int const operations = lz::schedule::count(tidied.view()).operations;
    if (by != order::markowitz && operations < fewest) fewest = operations;
    lz::test::interpreted<big> graph(tidied.view());
    graph(exact.data());
    int root = 1 + used;
    for (std::size_t i = 0; i < 4; ++i)
      for (std::size_t k = i; k < 4; ++k, ++root) {
        big const expected = lz::test::difference(value, exact, {i, k});
        CAPTURE(static_cast<int>(by), i, k, graph.root(root).str(20), expected.str(20));
        CHECK(abs(graph.root(root) - expected) < 1e-25 * (1 + abs(expected)));
      }
  }
  CHECK(lz::cost(lz::hessian(lz::function<lz::R<4>>(Code{}))).operations <= fewest);
}

}  // namespace

TEST_CASE("a growth curve") { check_all<growth>(); }
TEST_CASE("sums of products") { check_all<sums_of_products>(); }
TEST_CASE("choices") { check_all<choices>(); }
TEST_CASE("an input without second derivative") { check_all<linear>(); }

TEST_CASE("elimination in the gradient is cheaper where tangents share little") {
  constexpr auto cost = lz::cost(lz::hessian(lz::function<lz::R<4>>(growth{})));
  STATIC_REQUIRE(cost.operations <= 75);  // tangents of the adjoints: about 100
}
