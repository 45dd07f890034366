// SPDX-License-Identifier: BSL-1.0
// From formulas to graphs: sharing, numbering, size; the stages at compile time and at run time.
#include "leibniz/graph/lower.hpp"

#include <cmath>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

using namespace leibniz;
using namespace leibniz::literals;
using leibniz::test::opaque;

namespace {

constexpr variable<"x"> x;
constexpr variable<"y"> y;

template <class... Fs> constexpr graph::builder lowered(Fs const&...) {
  graph::builder g;
  graph::lowering lower(g);
  (g.root(lower(Fs::description())), ...);
  return g;
}
template <class... Fs> constexpr int node_count(Fs const&... fs) { return lowered(fs...).size(); }

constexpr bool same_graph(graph::view const& a, graph::view const& b) {
  if (a.size.nodes != b.size.nodes || a.size.numbers != b.size.numbers ||
      a.size.inputs != b.size.inputs || a.size.roots != b.size.roots)
    return false;
  for (int i = 0; i < a.size.nodes; ++i)
    if (a.nodes[i].operation != b.nodes[i].operation || a.nodes[i].a != b.nodes[i].a ||
        a.nodes[i].b != b.nodes[i].b || a.nodes[i].c != b.nodes[i].c ||
        a.nodes[i].traits != b.nodes[i].traits)
      return false;
  for (int i = 0; i < a.size.numbers; ++i)
    if (!(a.numbers[i] == b.numbers[i])) return false;
  for (int i = 0; i < a.size.inputs; ++i)
    if (a.inputs[i] != b.inputs[i]) return false;
  for (int i = 0; i < a.size.roots; ++i)
    if (a.roots[i] != b.roots[i]) return false;
  return true;
}

template <int Depth, class T> constexpr auto nest(T const& t) {
  if constexpr (Depth == 0) return t;
  else return nest<Depth - 1>(sin(t) * t);
}

constexpr auto shared = (sin(x) + y * x) * cos(sin(x) + x * y) + sin(x);
constexpr auto deep = nest<64>(x);

}  // namespace

TEST_CASE("a common part is one node, whichever way it is written") {
  STATIC_REQUIRE(node_count(x * y + y * x) == 4);  // x, y, x*y, sum
  STATIC_REQUIRE(node_count(sin(x) + sin(x)) == 3);
  STATIC_REQUIRE(node_count(shared) == 8);
  STATIC_REQUIRE(node_count(x - y, y - x) == 4);
  STATIC_REQUIRE(node_count(2_c * x + 2_c * y) == 6);
  STATIC_REQUIRE(node_count(x) == 1);
  STATIC_REQUIRE(node_count(3_c) == 1);
}

TEST_CASE("a nest of 64 levels has two nodes a level, as a formula and as a function") {
  STATIC_REQUIRE(node_count(deep) == 1 + 2 * 64);
  static constexpr auto f = function<R<>>([](auto const& p) {
    auto t = p;
    for (int i = 0; i < 64; ++i) t = sin(t) * t;
    return t;
  });
  STATIC_REQUIRE(cost(f).nodes == 1 + 2 * 64);
  STATIC_REQUIRE(cost(deep).operations == 2 * 64);
  STATIC_REQUIRE(cost(gradient(deep)).operations <= 8 * 64);
  STATIC_REQUIRE(cost(gradient(f)).operations == cost(gradient(deep)).operations);
  LEIBNIZ_CHECK_BOTH([] {
    auto const a = gradient(deep)(x = opaque(1.5));
    auto const b = gradient(f)(opaque(1.5));
    return test::near(a.value, b.value, 0) && test::near(a[x], b.gradient, 0);
  });
}

TEST_CASE("the name of a deep formula's type is short, its object empty") {
  std::string_view const name = [](auto const&) {
    return std::string_view(__PRETTY_FUNCTION__);
  }(deep);
  CHECK(name.size() < 300);
  STATIC_REQUIRE(sizeof(deep) == 1);
  STATIC_REQUIRE(sizeof(derivative(deep, x)) == 1);
}

TEST_CASE("plain numbers are numbered in order of appearance") {
  auto const f = (2.0 * x + 3.0) * (y * 5.0 - 2.0);
  graph::builder const g = lowered(f);
  int next = 0;
  for (int i = 0; i < g.size(); ++i)
    if (*g[i].operation == operation::literal) CHECK(g[i].a == next++);
  CHECK(next == 4);
  CHECK(f.literals[0] == 2);
  CHECK(f.literals[1] == 3);
  CHECK(f.literals[2] == 5);
  CHECK(f.literals[3] == 2);
  CHECK(f(x = 1.0, y = 1.0) == 15);
}

TEST_CASE("parts of one type with other numbers stay apart") {
  auto const scaled = [](double by) { return sin(by * x); };
  auto const f = scaled(2) - scaled(3) * scaled(2);
  static_assert(std::is_same_v<decltype(scaled(2)), decltype(scaled(3))>);
  CHECK(test::close(f(x = opaque(0.7)), std::sin(1.4) - std::sin(2.1) * std::sin(1.4), 1e-14));
}

namespace {

/// The gradient's graph of `shared`, by all stages in turn.
constexpr graph::builder all_stages() {
  graph::builder const written = lowered(shared, x, y);
  simplification::rewriting_builder g(validity::always);
  derive::expansion image(g, written.view());
  buffer<int> by, adjoints;
  by.push_back(image[written.roots()[1]]);
  by.push_back(image[written.roots()[2]]);
  g.allow(validity::finite);
  g.root(image[written.roots()[0]]);
  derive::reverse(g, image[written.roots()[0]], by, adjoints);
  for (int a : adjoints) g.root(a);
  graph::builder tidied;
  simplification::tidy(tidied, g.view());
  return tidied;
}
struct compiled_stages {
  static constexpr auto run() { return all_stages(); }
};

}  // namespace

TEST_CASE("the stages at run time make the graph of compile time, node by node") {
  constexpr auto const& compiled = graph::evaluated<compiled_stages, 64>::value;
  graph::builder const ran = all_stages();
  CHECK(same_graph(ran.view(), compiled.view()));
  CHECK(ran.size() == cost(gradient(shared)).nodes);
  STATIC_REQUIRE(
      same_graph(all_stages().view(), graph::evaluated<compiled_stages, 1000>::value.view()));
}

TEST_CASE("a graph larger than the guess is evaluated again") {
  struct stage {
    static constexpr auto run() { return lowered(deep); }
  };
  STATIC_REQUIRE(graph::evaluated<stage, 1>::value.size.nodes == 129);
  STATIC_REQUIRE(graph::evaluated<stage, 129>::value.size.nodes == 129);
  STATIC_REQUIRE(same_graph(graph::evaluated<stage, 1>::value.view(),
                            graph::evaluated<stage, 500>::value.view()));
}

TEST_CASE("ids lead to numbers through every growth of the map") {
  LEIBNIZ_CHECK_BOTH([] {
    graph::id_map map;
    int const n = opaque(300);
    for (int i = 0; i < n; ++i) map.insert(mix(1, static_cast<unsigned>(i)), i);
    for (int i = 0; i < n; ++i)
      if (map.find(mix(1, static_cast<unsigned>(i))) != i) return false;
    return map.find(mix(2, 1)) == -1;
  });
}
