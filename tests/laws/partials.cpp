// SPDX-License-Identifier: BSL-1.0
// Every row: its partials of first and second order against differences with 100 digits, and what is passive
// against the same. A new row of the table is tested without a word here.
#include "catch.hpp"
#include "laws/partial_law.hpp"
#include "leibniz/derive.hpp"
#include "leibniz/functions/piecewise.hpp"
#include "leibniz/simplify.hpp"

using namespace leibniz;
using namespace leibniz::test;

TEST_CASE("the partials of every row are its derivatives") {
  int partials = 0;
  for (table_row<big> const& r : test::rows<big>()) {
    if (r.info->passive || r.info->arity == 0) continue;
    partial_law const law(*r.info);
    for (int k = 0; k < r.info->arity; ++k) {
      CAPTURE(r.info->name, k);
      CHECK(law.broken(k, *r.info->partial(k)) == "");
      CHECK(law.first_known(k) >= 5);
      CHECK((law.second_known(k) >= 5 || k < r.info->conditions || r.takes_constant(k)));
      ++partials;
    }
  }
  CHECK(partials >= 45);
}

TEST_CASE("what is passive does not change nearby, or hides that it does") {
  big const h("1e-30");
  for (table_row<big> const& r : test::rows<big>()) {
    if (!r.info->passive || r.info->condition || r.info->arity == 0) continue;
    for (double x : {-2.7, -0.4, 0.3, 1.1}) {
      CAPTURE(r.info->name, x);
      outcome<big> const here[3] = {{x}, {x + 1}, {x - 1}},
                         there[3] = {{x + h}, {x + 1 + h}, {x - 1 + h}};
      big const difference = r.apply(there).number - r.apply(here).number;
      big const should_be = *r.info == info_of<stop_gradient_entry> ? h : big(0);
      CHECK(abs(difference - should_be) < big("1e-95"));
    }
  }
}

TEST_CASE("a direction forwards and adjoints backwards meet: w (J v) is (w J) v, for every row") {
  for (table_row<big> const& r : test::rows<big>()) {
    if (r.info->passive || r.info->arity == 0) continue;
    // outputs: the row, and a product with it; by all its operands that are no condition or constant
    graph::builder from;
    int operands[3] = {-1, -1, -1};
    buffer<int> by;
    int const arity = r.info->arity;
    for (int k = 0; k < arity; ++k) {
      int const x = from.add_input(operation::variable, {});
      if (k < r.info->conditions)
        operands[k] = from.add(info_of<less_entry>, x, from.constant(integer(0)));
      else if (r.takes_constant(k)) operands[k] = from.constant(rational(7, 3));
      else by.push_back(operands[k] = x);
    }
    int const y = from.add(*r.info, operands[0], operands[1], operands[2]);
    from.root(y);
    from.root(from.add(info_of<multiply_entry>, y, by[0]));
    for (int x : by) from.root(x);
    auto const extended = [&](bool forwards) {
      simplification::rewriting_builder g(validity::always);
      derive::assembly all(g, from.view(), 2);
      buffer<int> extra;
      for (int i = 0; i < (forwards ? by.size() : 2); ++i)
        extra.push_back(g.add_input(operation::parameter, {}));
      if (forwards) all.jvp(extra);
      else all.vjp(extra);
      return g;
    };
    auto const forwards = extended(true), backwards = extended(false);
    test::random random(3);
    for (int i = 0; i < 5; ++i) {
      std::vector<big> at;
      for (int k = 0; k < arity; ++k) at.push_back(random.between(r.from, r.to));
      std::vector<big> v, w = {random.between(-1, 1), random.between(-1, 1)};
      for (int k = 0; k < by.size(); ++k) v.push_back(random.between(-1, 1));
      std::vector<big> with_v = at, with_w = at;
      with_v.insert(with_v.end(), v.begin(), v.end());
      with_w.insert(with_w.end(), w.begin(), w.end());
      interpreted<big> one(forwards.view()), other(backwards.view());
      one(with_v.data());
      other(with_w.data());
      big const left = w[0] * one.root(0) + w[1] * one.root(1);
      big right = 0;
      for (int k = 0; k < by.size(); ++k) right += other.root(k) * v[static_cast<unsigned>(k)];
      CAPTURE(r.info->name, at, left, right);
      CHECK(abs(left - right) <= big("1e-90") * (1 + abs(left)));
    }
  }
}
