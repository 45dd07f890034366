// SPDX-License-Identifier: BSL-1.0
// What must hold of canonical forms, by which == is decided: what has one form has one value; of parts of a random graph,
// identities of the real numbers are shown, and what they become with a mistake is not.
#include "fuzz/neighbourhood.hpp"
#include "fuzz/sample.hpp"
#include "leibniz/simplify.hpp"

namespace leibniz::test::fuzz {

namespace {

using builder = simplification::rewriting_builder;

/// Two formulas that are equal, and one that is not.
struct identity {
  char const* name;
  int left, right, wrong;
};

std::vector<identity> identities(builder& g, int a, int b, int c, int condition) {
  auto const constant = [&](int n) { return g.constant(integer(n)); };
  auto const add = [&](int p, int q) { return g.apply(info_of<add_entry>, p, q); };
  auto const subtract = [&](int p, int q) { return g.apply(info_of<subtract_entry>, p, q); };
  auto const multiply = [&](int p, int q) { return g.apply(info_of<multiply_entry>, p, q); };
  auto const divide = [&](int p, int q) { return g.apply(info_of<divide_entry>, p, q); };
  auto const power = [&](int p, int n) { return g.apply(info_of<power_entry>, p, constant(n)); };
  auto const square = [&](int p) { return g.apply(info_of<square_entry>, p); };
  auto const of = [&](function_info const& f, int p) { return g.apply(f, p); };
  auto const where = [&](int p, int q) { return g.apply(info_of<where_entry>, condition, p, q); };
  int const sum = add(a, b);
  return {
      {"(a + b)c = ac + bc", multiply(sum, c), add(multiply(a, c), multiply(b, c)),
       add(multiply(a, c), b)},
      {"(a - b)(a + b) = a^2 - b^2", multiply(subtract(a, b), sum), subtract(square(a), square(b)),
       add(square(a), square(b))},
      {"(a + b)^3 = a^3 + 3 a^2 b + 3 a b^2 + b^3", power(sum, 3),
       add(add(power(a, 3), multiply(constant(3), multiply(square(a), b))),
           add(multiply(multiply(constant(3), a), square(b)), power(b, 3))),
       add(power(a, 3), power(b, 3))},
      {"a/b/c = a/(bc)", divide(divide(a, b), c), divide(a, multiply(b, c)),
       divide(a, divide(b, c))},
      {"a/b + c = (a + bc)/b", add(divide(a, b), c), divide(add(a, multiply(b, c)), b),
       divide(add(a, c), b)},
      {"1/(a + b) - 1/(a - b) = -2b/(a^2 - b^2)",
       subtract(divide(constant(1), sum), divide(constant(1), subtract(a, b))),
       divide(multiply(constant(-2), b), subtract(square(a), square(b))),
       divide(multiply(constant(2), b), subtract(square(a), square(b)))},
      {"exp(a + b) = exp(a) exp(b)", of(info_of<exp_entry>, sum),
       multiply(of(info_of<exp_entry>, a), of(info_of<exp_entry>, b)),
       add(of(info_of<exp_entry>, a), of(info_of<exp_entry>, b))},
      {"sin(a - b) = -sin(b - a)", of(info_of<sin_entry>, subtract(a, b)),
       of(info_of<negate_entry>, of(info_of<sin_entry>, subtract(b, a))),
       of(info_of<sin_entry>, subtract(b, a))},
      {"cos(a - b) = cos(b - a)", of(info_of<cos_entry>, subtract(a, b)),
       of(info_of<cos_entry>, subtract(b, a)), of(info_of<cos_entry>, sum)},
      {"sin(a)^2 + cos(a)^2 = 1",
       add(square(of(info_of<sin_entry>, a)), square(of(info_of<cos_entry>, a))), constant(1),
       constant(2)},
      {"tan(a) cos(a) = sin(a)", multiply(of(info_of<tan_entry>, a), of(info_of<cos_entry>, a)),
       of(info_of<sin_entry>, a), of(info_of<cos_entry>, a)},
      {"a^5/a^3 = a^2", divide(power(a, 5), power(a, 3)), square(a), a},
      {"c where(t, a, b) = where(t, ac, bc)", multiply(c, where(a, b)),
       where(multiply(a, c), multiply(b, c)), where(multiply(b, c), multiply(a, c))},
      {"where(t, a + c, b) - where(t, a, b) = where(t, c, 0)",
       subtract(where(add(a, c), b), where(a, b)), where(c, constant(0)), where(constant(0), c)},
  };
}

}  // namespace

judgement judge_forms(sample const& s, std::uint64_t seed) {
  for (part const& p : s.parts)  // a rounded number shows nothing; a condition may be known
    if (*p.operation == operation::constant && !p.value.exact()) return {};
  test::random chance(seed ^ 0xf0);
  graph::builder const source = graph_of(s);
  builder g(validity::finite);
  g.copy_inputs(source.view());
  buffer<int> became;
  std::vector<int> numbers;
  for (int i = 0; i < source.size(); ++i) {
    graph::node const& n = source[i];
    became.push_back(n.arity() == 0 ? g.leaf(source.view(), i) : graph::apply_to(g, n, became));
    if (!n.operation->condition) numbers.push_back(became[i]);
  }
  // three inputs of their own, so that no identity holds by chance or fails by a budget
  int fresh[3];
  for (int& x : fresh) x = g.add_input(operation::variable, "fresh");
  auto const some = [&](int k) {
    return chance.below(2) == 0
               ? fresh[k]
               : numbers[static_cast<unsigned>(chance.below(static_cast<int>(numbers.size())))];
  };
  int const a = some(0), b = some(1), c = some(2);
  bool const simple = a == fresh[0] && b == fresh[1] && c == fresh[2];
  int const condition = g.apply(info_of<less_entry>, fresh[0], fresh[2]);
  std::vector<identity> const all = identities(g, a, b, c, condition);

  simplification::canonical_forms forms(simplification::purpose::comparison);
  simplification::canonicalizer const canonical(forms, g.view());
  auto const equal = [&](int p, int q) {
    if (canonical[p] == canonical[q]) return true;
    int const difference = forms.add(canonical[p], forms.scale(canonical[q], integer(-1)));
    return forms.without_denominators(difference) == forms.zero();
  };
  std::vector<fifty> at(s.at.begin(), s.at.end());
  for (double x : {0.625, 1.375, 0.875}) at.push_back(fifty(x));
  auto const values = interpret<fifty>(g.view(), at.data());
  auto const value = [&](int i) { return values[static_cast<unsigned>(i)].number; };
  auto const broken = [](std::string const& why) { return judgement{verdict::broken, false, why}; };
  for (identity const& i : all) {
    std::string const name = i.name;
    if (simple && !equal(i.left, i.right)) return broken("not shown: " + name);
    if (simple && equal(i.left, i.wrong)) return broken("shown with a mistake: " + name);
    for (int other : {i.right, i.wrong})
      if (equal(i.left, other) && magnitude(value(i.left)) < fifty(1e20) &&
          magnitude(value(other)) < fifty(1e20) &&
          !agree(value(i.left), value(other), value(i.left), 1e-25))
        return broken("shown, and wrong: " + name);
  }
  for (std::size_t p = 0; p < numbers.size(); ++p)
    for (std::size_t q = 0; q < p; ++q)
      if (canonical[numbers[p]] == canonical[numbers[q]] &&
          !agree(value(numbers[p]), value(numbers[q]), fifty(1), 1e-25))
        return broken("nodes " + std::to_string(q) + " and " + std::to_string(p) +
                      " have one form and two values");
  return {};
}

}  // namespace leibniz::test::fuzz
