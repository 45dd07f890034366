// SPDX-License-Identifier: BSL-1.0
// A plan in parts: a machine whose slots are emptied before each part runs it; ends of parts are the best there are.
#include "leibniz/schedule/split.hpp"

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::schedule::step;
namespace move = lz::schedule::move;

namespace {

std::size_t at(int n) { return static_cast<std::size_t>(n); }

using number = lz::test::outcome<double>;
using slot = std::optional<number>;  // nothing where nobody has written

constexpr int largest = 4096;
using any_plan = lz::schedule::split_plan<4 * largest, largest, largest>;

std::unique_ptr<any_plan> split(lz::graph::view const& g, int least, int most) {
  auto plan = std::make_unique<any_plan>();
  lz::schedule::splitting(*plan, g, least, most);
  REQUIRE(plan->step_count <= plan->capacity);
  return plan;
}

struct slots {
  std::vector<slot> v, m;
  explicit slots(lz::schedule::slot_counts n) : v(at(n.values)), m(at(n.conditions)) {}
};

number leaf(lz::graph::view const& g, lz::function_info const& operation, int index,
            double const* inputs) {
  if (operation.is_input()) return {inputs[index]};
  if (operation == lz::operation::constant) return {lz::test::number_as<double>(g.numbers[index])};
  return lz::test::apply<double>(operation, nullptr);
}

lz::function_info const& operation_of(lz::graph::view const& g, step const& s) {
  for (int i = 0; i < g.size.nodes; ++i)
    if (g.nodes[i].operation->id == s.operation) return *g.nodes[i].operation;
  throw std::logic_error("a step that is in no node");
}

/// The results of a plan, by a machine that takes nothing from an empty slot.
std::vector<number> run(lz::graph::view const& g, any_plan const& plan, double const* inputs) {
  slots frame(plan.frame);
  std::vector<slot> results(at(plan.values));
  std::vector<number> computed(at(plan.step_count));
  for (int p = 0; p < plan.parts; ++p) {
    slots here(plan.part);
    for (int i = plan.begin[p]; i < plan.begin[p + 1]; ++i) {
      step const& s = plan.steps[i];
      if (s.operation == move::spill_value) frame.v.at(at(s.result)) = here.v.at(at(s.a)).value();
      else if (s.operation == move::spill_condition)
        frame.m.at(at(s.result)) = here.m.at(at(s.a)).value();
      else if (s.operation == move::reload_value)
        here.v.at(at(s.result)) = frame.v.at(at(s.a)).value();
      else if (s.operation == move::reload_condition)
        here.m.at(at(s.result)) = frame.m.at(at(s.a)).value();
      else if (s.operation == move::result) results.at(at(s.result)) = here.v.at(at(s.a)).value();
      else {
        lz::function_info const& operation = operation_of(g, s);
        int const from[] = {s.a, s.b, s.c};
        number operands[3];
        for (int k = 0; k < operation.arity; ++k)
          operands[k] = (k < operation.conditions ? here.m : here.v).at(at(from[k])).value();
        computed[at(i)] = operation.arity == 0 ? leaf(g, operation, s.a, inputs)
                                               : lz::test::apply<double>(operation, operands);
        (operation.condition ? here.m : here.v).at(at(s.result)) = computed[at(i)];
      }
    }
  }
  std::vector<number> roots;
  for (int r = 0; r < g.size.roots; ++r) {
    roots.push_back(results.at(at(plan.roots[r])).value());
    CHECK(lz::test::bits(roots.back().number) ==
          lz::test::bits(computed.at(at(plan.done[r])).number));
  }
  return roots;
}

std::vector<number> run(lz::graph::view const& g, double const* inputs) {
  std::vector<number> values(at(g.size.nodes)), roots;
  for (int i = 0; i < g.size.nodes; ++i) {
    lz::graph::node const& n = g.nodes[i];
    number operands[3];
    for (int k = 0; k < n.arity(); ++k) operands[k] = values[at(n.operand(k))];
    values[at(i)] = n.arity() == 0 ? leaf(g, *n.operation, n.a, inputs)
                                   : lz::test::apply<double>(*n.operation, operands);
  }
  for (int r = 0; r < g.size.roots; ++r) roots.push_back(values[at(g.roots[r])]);
  return roots;
}

/// How many values a cut before a node parts from their next use, which is fewer than `most` nodes away: counted one by one.
int cut_off(lz::graph::view const& g, int cut, int most) {
  int count = 0;
  for (int x = 0; x < cut; ++x) {
    if (g.nodes[x].arity() == 0) continue;
    int before = x;
    for (int i = x + 1; i < g.size.nodes; ++i)
      for (int k = 0; k < g.nodes[i].arity(); ++k)
        if (g.nodes[i].operand(k) == x) {
          if (before < cut && i >= cut && i - before < most) ++count;
          before = i;
        }
  }
  return count;
}

int reloads(any_plan const& plan, int part) {
  int count = 0;
  for (int i = plan.begin[part]; i < plan.begin[part + 1]; ++i)
    if (plan.steps[i].operation == move::reload_value ||
        plan.steps[i].operation == move::reload_condition)
      ++count;
  return count;
}

template <class G> lz::graph::view graph_of(G const&) {
  return lz::emit::program_of<G>::type::graph.view();
}

constexpr auto choices = lz::function<lz::R<4>>([](auto const& p) {
  auto t = p[0];
  for (std::size_t i = 0; i < 6; ++i)
    t = where(t < p[i % 4] && p[0] < p[3], sin(t) * p[(i + 1) % 4], t * t + p[i % 3]) +
        where(p[0] < p[3], t, p[2]);
  return t;
});
constexpr auto two = lz::function<lz::R<4>>([](auto const& p) {
  return std::array{p[0], p[0] * p[1], p[0] * p[1] + exp(p[2]), p[0] * p[1], p[3] - p[2]};
});

/// 12 inputs, 10 neurons, 6 outputs; the weights are inputs.
constexpr int n_in = 12, n_hidden = 10, n_out = 6;
constexpr auto network = lz::function<lz::R<n_in>, lz::R<n_in * n_hidden + n_hidden * n_out>>(
    [](auto const& x, auto const& w) {
      std::size_t next = 0;
      auto const layer = [&]<std::size_t To>(auto const& from, std::array<int, To>) {
        std::array<std::remove_cvref_t<decltype(w[0] * from[0])>, To> result;
        for (auto& y : result) {
          y = w[next++] * from[0];
          for (std::size_t i = 1; i < from.size(); ++i) y = y + w[next++] * from[i];
          y = tanh(y);
        }
        return result;
      };
      return layer(layer(x, std::array<int, n_hidden>{}), std::array<int, n_out>{});
    });
constexpr auto chain = lz::function<lz::R<3>>([](auto const& p) {
  auto t = p[0];
  for (std::size_t i = 0; i < 100; ++i) t = sin(t) * p[i % 3];
  return t;
});

template <class G> void runs_in_parts(G const& verb, double const* inputs) {
  auto const g = graph_of(verb);
  auto const expected = run(g, inputs);
  for (int most : {1, 2, 3, 5, 8, 16, 33, 100, 1000})
    for (int least : {1, (most + 1) / 2, most}) {
      auto const plan = split(g, least, most);
      auto const found = run(g, *plan, inputs);
      for (std::size_t r = 0; r < expected.size(); ++r)
        CHECK(lz::test::bits(found[r].number) == lz::test::bits(expected[r].number));
    }
}

}  // namespace

TEST_CASE("a machine whose slots are emptied before each part runs a plan in parts") {
  std::array const p{0.25, -0.5, 0.75, 1.5};
  runs_in_parts(lz::gradient(choices), p.data());
  runs_in_parts(lz::hessian(choices), p.data());
  runs_in_parts(lz::jacobian(two), p.data());
  runs_in_parts(two, p.data());
  runs_in_parts(lz::gradient(chain), p.data());
}

TEST_CASE("a part ends where the fewest values are cut off from their next use") {
  for (auto const& g :
       {graph_of(lz::gradient(choices)), graph_of(network), graph_of(lz::gradient(chain))})
    for (int most : {20, 50}) {
      int const least = most / 2;
      lz::schedule::cuts const ends(g, least, most);
      for (int begin = 0; begin + most < g.size.nodes;) {
        int const end = ends.after(begin);
        REQUIRE(end >= begin + least);
        REQUIRE(end <= begin + most);
        int const count = cut_off(g, end, most);
        for (int other = begin + least; other <= begin + most; ++other) {
          INFO("part from " << begin << " to " << end << ", other end " << other);
          CHECK(count + (other > end ? 1 : 0) <= cut_off(g, other, most));
        }
        begin = end;
      }
    }
}

TEST_CASE("few values cross from part to part") {
  // Of the first layer nothing but finished neurons, which are used once for each output, 20 steps apart.
  auto const whole = split(graph_of(network), 60, 120);
  CHECK(whole->parts >= 5);
  CHECK(whole->frame.values <= n_hidden);
  int sum = 0;
  for (int p = 0; p < whole->parts; ++p) sum += reloads(*whole, p);
  CHECK(sum <= 3 * n_hidden);
  // Of a chain its last value, and on the way back what the derivatives are made of: each is spilled and reloaded once.
  auto const back = split(graph_of(lz::gradient(chain)), 50, 100);
  CHECK(back->parts >= 5);
  sum = 0;
  for (int p = 0; p < back->parts; ++p) sum += reloads(*back, p);
  CHECK(sum <= 2 * 100 + 4 * back->parts);
}

TEST_CASE("slots of the frame are used again") {
  auto const plan = split(graph_of(network), 8, 16);
  int spills = 0;
  for (int i = 0; i < plan->step_count; ++i)
    spills += plan->steps[i].operation == move::spill_value;
  CHECK(spills > 2 * n_hidden);
  CHECK(plan->frame.values <= n_hidden + 3);
}
