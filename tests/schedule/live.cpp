// SPDX-License-Identifier: BSL-1.0
// The bound on values kept at once: a machine with so many places runs the plan, one with fewer does not.
#include "leibniz/schedule/live.hpp"

#include <optional>
#include <vector>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace lz::literals;

namespace {

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;

/// Runs a graph node by node on a machine that has so many places; nothing where they do not suffice.
std::optional<std::vector<double>> run(lz::graph::view const& g, int places, double const* inputs) {
  using lz::test::outcome;
  auto const size = [](int n) { return static_cast<std::size_t>(n); };
  std::vector<int> last_use(size(g.size.nodes), -1), place(size(g.size.nodes), -1);
  for (int i = 0; i < g.size.nodes; ++i)
    for (int k = 0; k < g.nodes[i].arity(); ++k) last_use[size(g.nodes[i].operand(k))] = i;
  std::vector<outcome<double>> machine(size(places));
  std::vector<bool> taken(size(places), false);
  std::vector<double> results(size(g.size.roots));
  auto const of_constant = [&](lz::graph::node const& n) -> outcome<double> {
    if (*n.operation == lz::operation::constant)
      return {lz::test::number_as<double>(g.numbers[n.a])};
    return lz::test::apply<double>(*n.operation, nullptr);
  };
  for (int i = 0; i < g.size.nodes; ++i) {
    lz::graph::node const& n = g.nodes[i];
    bool const constant = !n.operation->is_input() && n.arity() == 0;
    outcome<double> operands[3], result;
    for (int k = 0; k < n.arity(); ++k) {
      int const from = n.operand(k), at = place[size(from)];
      operands[k] = at < 0 ? of_constant(g.nodes[from]) : machine[size(at)];
    }
    for (int k = 0; k < n.arity(); ++k) {
      int const from = n.operand(k);
      if (last_use[size(from)] == i && place[size(from)] >= 0)
        taken[size(place[size(from)])] = false;
    }
    if (n.operation->is_input()) result.number = inputs[n.a];
    else if (constant) result = of_constant(n);
    else result = lz::test::apply<double>(*n.operation, operands);
    if (!constant) {
      std::size_t at = 0;
      while (at < taken.size() && taken[at]) ++at;
      if (at == taken.size()) return std::nullopt;
      machine[at] = result;
      taken[at] = last_use[size(i)] > i;
      place[size(i)] = static_cast<int>(at);
    }
    for (int r = 0; r < g.size.roots; ++r)
      if (g.roots[r] == i) results[size(r)] = result.number;
  }
  return results;
}

template <class G, std::size_t N> void bound_is_exact(G const& g, std::array<double, N> const& at,
                                                      std::vector<double> const& expected) {
  auto const view = lz::emit::program_of<G>::type::graph.view();
  int const bound = lz::live_values(g);
  CHECK(!run(view, bound - 1, at.data()));
  auto const found = run(view, bound, at.data());
  REQUIRE(found);
  REQUIRE(found->size() >= expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i)
    CHECK(lz::test::bits((*found)[i]) == lz::test::bits(expected[i]));
}

constexpr auto distance =
    lz::function<lz::R<3>, lz::passive<lz::R<>>>([](auto const& p, auto const& limit) {
      auto const r = sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
      return where(r < limit, r * r, 2.0 * limit * r - limit);
    });

}  // namespace

TEST_CASE("values kept at once") {
  STATIC_REQUIRE(lz::live_values(x) == 1);
  STATIC_REQUIRE(lz::live_values(x + y) == 2);
  STATIC_REQUIRE(lz::live_values(x * x) == 1);
  STATIC_REQUIRE(lz::live_values(3 * x + 2) == 1);
  STATIC_REQUIRE(lz::live_values(x * y + y * z) == 3);
  STATIC_REQUIRE(lz::live_values((x + y) * (x - y)) == 3);
  STATIC_REQUIRE(lz::live_values(where(x < y, x, y)) == 3);
  STATIC_REQUIRE(lz::live_values(lz::vector(x * y, x + y)) == 3);
  STATIC_REQUIRE(lz::live_values(lz::gradient(x * y)) == 2);
  STATIC_REQUIRE(lz::live_values(lz::jacobian(distance)) <= 8);
}

TEST_CASE("a machine with so many places runs the plan, one with fewer does not") {
  constexpr auto f = exp(x * y) / (x + z) * sin(y - z) + square(x * z);
  auto const r = lz::gradient(f)(x = 0.5, y = 0.75, z = 1.25);
  bound_is_exact(lz::gradient(f), std::array{0.5, 0.75, 1.25}, {r.value, r[x], r[y], r[z]});
  for (double limit : {1.0, 9.0}) {
    std::array const p{0.5, -2.0, 1.5};
    auto const at = lz::gradient(distance)(p, limit);
    bound_is_exact(lz::gradient(distance), std::array{p[0], p[1], p[2], limit},
                   {at.value, at.gradient[0], at.gradient[1], at.gradient[2]});
  }
}

TEST_CASE("emitted code asks for no memory") {
  STATIC_REQUIRE(lz::workspace_bytes<float>(lz::gradient(distance)) == 0);
  STATIC_REQUIRE(lz::workspace_bytes<double>(x * y) == 0);
}
