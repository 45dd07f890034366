// SPDX-License-Identifier: BSL-1.0
// Where nodes are defined, for any number of conditions: of more than are kept, nothing is known.
#include "leibniz/simplify/definedness.hpp"

#include <vector>

#include "check.hpp"
#include "leibniz/functions/inverse_trigonometric.hpp"
#include "leibniz/simplify.hpp"

using namespace leibniz;

namespace {

using builder = simplification::rewriting_builder;

/// A graph with what is known of it.
struct known {
  builder const& g;
  simplification::canonical_forms forms{simplification::purpose::merging};
  buffer<int> form_of{};
  simplification::definedness<builder> defined{g, forms, form_of};

  explicit known(builder const& graph) : g(graph) {
    simplification::canonicalizer const canonical(forms, g.view());
    for (int i = 0; i < g.size(); ++i) form_of.push_back(canonical[i]);
    defined.find();
  }
};

}  // namespace

TEST_CASE("a sum of quotients is defined where each is, of up to 64 divisors") {
  for (int n : {2, 31, 63, 64, 65, 66, 130}) {
    builder g(validity::always);
    std::vector<int> divisors, quotients;
    for (int i = 0; i < n; ++i) divisors.push_back(g.add_input(operation::variable, "x"));
    int const other = g.add_input(operation::variable, "y");
    int sum = other;
    for (int x : divisors) {
      quotients.push_back(g.apply(info_of<divide_entry>, other, x));
      sum = g.apply(info_of<add_entry>, sum, quotients.back());
    }
    known of(g);
    bool const all = n <= 64;
    for (int k : {0, 1, n / 2, n - 1}) {
      auto const i = static_cast<std::size_t>(k), j = static_cast<std::size_t>((k + 1) % n);
      CHECK(of.defined.is_defined_where(quotients[i], sum) == all);
      CHECK(of.defined.is_defined_where(divisors[i], quotients[j]) == all);
      CHECK(!of.defined.is_defined_where(quotients[i], quotients[j]));
      CHECK(!of.defined.is_defined_where(sum, quotients[i]));
      CHECK(of.defined.is_not_zero_where(of.form_of[divisors[i]], sum) == all);
      CHECK(!of.defined.is_not_zero_where(of.form_of[divisors[i]], quotients[j]));
    }
    CHECK(!of.defined.is_not_zero_where(of.form_of[other], sum));
  }
}

TEST_CASE("logarithms, roots, and what says nothing of its domain") {
  builder g(validity::always);
  int const x = g.add_input(operation::variable, "x"), y = g.add_input(operation::variable, "y");
  int const log = g.apply(info_of<log_entry>, x), root = g.apply(info_of<sqrt_entry>, x);
  int const arc = g.apply(info_of<asin_entry>, x), sine = g.apply(info_of<sin_entry>, x);
  int const both = g.apply(info_of<multiply_entry>, arc, g.apply(info_of<exp_entry>, y));
  known of(g);
  CHECK((of.defined.is_defined_where(log, root) && of.defined.is_defined_where(root, log)));
  CHECK((of.defined.is_not_zero_where(of.form_of[x], log) &&
         !of.defined.is_not_zero_where(of.form_of[x], root)));
  CHECK((of.defined.is_defined_where(sine, y) && !of.defined.is_defined_where(root, sine)));
  CHECK((of.defined.is_defined_where(arc, both) && !of.defined.is_defined_where(arc, root)));
  CHECK(!of.defined.is_defined_where(log, both));
}
