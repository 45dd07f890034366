// SPDX-License-Identifier: BSL-1.0
// Random graphs: their gradients by reverse and by forward derivation, against differences with 100 digits.
#include <cmath>
#include <sstream>
#include <string>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/derive.hpp"
#include "leibniz/simplify.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

/// A graph, the point it was made for, and its text for the message of a failure.
struct sample {
  graph::builder g;
  std::vector<double> at;
  std::string written;
};

/// Whether an operation is smooth and of moderate size near these operands.
bool moderate(function_info const& op, double a, double b) {
  if (op == info_of<log_entry> || op == info_of<sqrt_entry>) return a > 0.05;
  if (op == info_of<divide_entry>) return std::abs(b) > 0.05;
  if (op == info_of<pow_entry>) return a > 0.05 && std::abs(b) < 3;
  if (op == info_of<exp_entry>) return a < 5;
  if (op == info_of<tan_entry>) return std::abs(std::cos(a)) > 0.2;
  if (op == info_of<abs_entry> || op == info_of<relu_entry>) return std::abs(a) > 0.01;
  if (op == info_of<min_entry> || op == info_of<max_entry>) return std::abs(a - b) > 0.01;
  return true;
}

sample make_sample(std::uint64_t seed) {
  static function_info const* const operations[] = {
      &info_of<add_entry>,      &info_of<subtract_entry>, &info_of<multiply_entry>,
      &info_of<divide_entry>,   &info_of<add_entry>,      &info_of<subtract_entry>,
      &info_of<multiply_entry>, &info_of<negate_entry>,   &info_of<sin_entry>,
      &info_of<cos_entry>,      &info_of<tan_entry>,      &info_of<exp_entry>,
      &info_of<log_entry>,      &info_of<tanh_entry>,     &info_of<sigmoid_entry>,
      &info_of<sqrt_entry>,     &info_of<pow_entry>,      &info_of<power_entry>,
      &info_of<square_entry>,   &info_of<abs_entry>,      &info_of<relu_entry>,
      &info_of<min_entry>,      &info_of<max_entry>,      &info_of<where_entry>};
  test::random random(seed);
  sample s;
  std::vector<double> values;
  std::vector<int> usable;  // numbers, not conditions
  std::ostringstream text;
  auto const append = [&](int node, double value, auto const&... what) {
    if (node < static_cast<int>(values.size())) return;  // known already
    values.push_back(value);
    usable.push_back(node);
    text << 'n' << node << " = ";
    (text << ... << what);
    text << '\n';
  };
  int const inputs = 1 + random.below(4), size = 1 + random.below(40);
  for (int i = 0; i < inputs; ++i) {
    s.at.push_back(random.between(-2, 2));
    append(s.g.add_input(operation::variable, {}), s.at.back(), "input ", s.at.back());
  }
  constexpr number constants[] = {{2, 1, {}}, {-1, 1, {}}, {1, 2, {}}, {1, 3, {}},
                                  {3, 1, {}}, {0, 1, {}},  {1, 1, {}}};
  for (int tries = 0; s.g.size() < size + inputs && tries < 1000; ++tries) {
    if (random.below(8) == 0) {
      number const n = constants[random.below(7)];
      append(s.g.constant(n), n.as_double(), n.numerator, '/', n.denominator);
      continue;
    }
    function_info const& op = *operations[random.below(static_cast<int>(std::size(operations)))];
    auto const recent = [&] {  // rather a late node than an early one
      int const n = static_cast<int>(usable.size());
      return usable[static_cast<unsigned>(std::max(random.below(n), random.below(n)))];
    };
    int a = recent(), b = op.arity == 2 ? recent() : -1, c = -1;
    double const x = values[static_cast<unsigned>(a)],
                 y = b < 0 ? 0 : values[static_cast<unsigned>(b)];
    if (!moderate(op, x, y)) continue;
    outcome<double> operands[3] = {{x}, {y}, {}};
    if (op == info_of<power_entry>) {
      constexpr number exponents[] = {{2, 1, {}}, {3, 1, {}}, {-1, 1, {}}, {-2, 1, {}},
                                      {5, 1, {}}, {1, 2, {}}, {-2, 3, {}}};
      number const n = exponents[random.below(7)];
      if (n.integer() ? std::abs(x) < 0.05 : x < 0.05) continue;
      b = s.g.constant(n);
      append(b, n.as_double(), n.numerator, '/', n.denominator);
      operands[1] = {n.as_double()};
    } else if (op.arity == 3) {  // a choice by comparing two other nodes
      int const left = recent(), right = recent();
      double const u = values[static_cast<unsigned>(left)],
                   v = values[static_cast<unsigned>(right)];
      if (!(std::abs(u - v) > 0.01)) continue;
      b = a, c = recent();
      int const before = s.g.size();
      a = s.g.add(info_of<less_entry>, left, right);
      if (a == before)
        values.push_back(0), text << 'n' << a << " = n" << left << " < n" << right << '\n';
      operands[0] = {0, u < v};
      operands[1] = {x};
      operands[2] = {values[static_cast<unsigned>(c)]};
    }
    double const value = test::apply<double>(op, operands).number;
    if (!(std::abs(value) < 1e3)) continue;
    append(s.g.add(op, a, b, c), value, op.name, " n", a, " n", b, " n", c);
  }
  s.g.root(usable.back());
  s.written = text.str();
  return s;
}

/// A graph with a value and its derivatives by all inputs as roots, by one of the two modes.
template <bool Reverse> graph::builder by_sweep(graph::view const& from) {
  simplification::rewriting_builder g(validity::always);
  derive::expansion image(g, from);
  buffer<int> by, partials;
  for (int i = 0; i < from.size.nodes; ++i)
    if (*from.nodes[i].operation == operation::variable) by.push_back(image[i]);
  g.allow(validity::finite);
  int const root = image[from.roots[0]];
  if constexpr (Reverse) derive::reverse(g, root, by, partials);
  else
    for (int x : by) partials.push_back(derive::forward(g, root, x));
  g.root(root);
  for (int p : partials) g.root(p < 0 ? g.constant(integer(0)) : p);
  return simplification::finished(g.view(), 1);
}

big magnitude(big const& x) { return x < 0 ? big(-x) : x; }

}  // namespace

TEST_CASE("gradients of 2,000 random graphs") {
  static big const h("1e-30"), tolerance("1e-45");
  int const first = 1, last = 2000;
  int checked = 0;
  for (int seed = first; seed <= last; ++seed) {
    sample const s = make_sample(static_cast<std::uint64_t>(seed));
    graph::builder const backward = by_sweep<true>(s.g.view()),
                         forward = by_sweep<false>(s.g.view());
    std::vector<big> at(s.at.begin(), s.at.end());
    auto const by_reverse = interpret<big>(backward.view(), at.data());
    auto const by_forward = interpret<big>(forward.view(), at.data());
    auto const value_at = [&](auto const& values, graph::builder const& g, int r) {
      return values[static_cast<unsigned>(g.roots()[r])].number;
    };
    big const value = root_value<big>(s.g.view(), 0, at.data());
    CAPTURE(seed, s.written);
    REQUIRE(value_at(by_reverse, backward, 0) == value);  // computed as it was written
    for (std::size_t i = 0; i < at.size(); ++i) {
      big const x = at[i];
      at[i] = x + h;
      big const up = root_value<big>(s.g.view(), 0, at.data());
      at[i] = x - h;
      big const down = root_value<big>(s.g.view(), 0, at.data());
      at[i] = x;
      big const difference = (up - down) / (2 * h);
      int const r = static_cast<int>(i) + 1;
      big const scale = 1 + magnitude(difference) + magnitude(value);
      CAPTURE(i, difference, value_at(by_reverse, backward, r), value_at(by_forward, forward, r));
      // an error of the third derivative, which such nests make large, times 1e-60
      REQUIRE(magnitude(value_at(by_reverse, backward, r) - difference) <= tolerance * scale);
      REQUIRE(magnitude(value_at(by_forward, forward, r) - value_at(by_reverse, backward, r)) <=
              big("1e-85") * scale);
      ++checked;
    }
  }
  CHECK(checked > 4000);
}
