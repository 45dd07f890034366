// SPDX-License-Identifier: BSL-1.0
#include "leibniz/graph/builder.hpp"

#include "check.hpp"
#include "leibniz/functions.hpp"

using namespace leibniz;
using leibniz::test::opaque;

TEST_CASE("equal nodes are one node") {
  LEIBNIZ_CHECK_BOTH([] {
    graph::builder g;
    int const x = g.input(operation::variable, "x"), y = g.input(operation::variable, "y");
    return g.add(info_of<multiply_entry>, x, y) == g.add(info_of<multiply_entry>, y, x) &&
           g.add(info_of<sin_entry>, x) == g.add(info_of<sin_entry>, x) &&
           g.add(info_of<equal_to_entry>, x, y) == g.add(info_of<equal_to_entry>, y, x) &&
           g.add(info_of<subtract_entry>, x, y) != g.add(info_of<subtract_entry>, y, x) &&
           g.add(info_of<less_entry>, x, y) != g.add(info_of<less_entry>, y, x) &&
           g.add(info_of<min_entry>, x, y) != g.add(info_of<min_entry>, y, x) &&
           g.add(info_of<sin_entry>, x) != g.add(info_of<cos_entry>, x) &&
           g.input(operation::variable, "x") == x && g.size() == 12;
  });
}

TEST_CASE("a builder for text leaves operands as they were written") {
  LEIBNIZ_CHECK_BOTH([] {
    graph::builder g{graph::builder::as_written{}};
    int const x = g.input(operation::variable, "x"), y = g.input(operation::variable, "y");
    int const xy = g.add(info_of<multiply_entry>, x, y), yx = g.add(info_of<multiply_entry>, y, x);
    return xy != yx && g[yx].a == y && g[yx].b == x;
  });
}

TEST_CASE("constants are kept once; a constant stands first in a sum") {
  LEIBNIZ_CHECK_BOTH([] {
    graph::builder g;
    int const x = g.input(operation::variable, "x");
    int const two = g.constant(integer(2)), half = g.constant(rational(1, 2));
    int const sum = g.add(info_of<add_entry>, x, two);
    return g.constant(rational(2, 4)) == half && g.constant(integer(2)) == two &&
           g.constant(inexact(2)) != two && g[sum].a == two && g[sum].b == x &&
           g.constant(inexact(0.0)) != g.constant(inexact(-0.0)) && g.is_constant(two, 2) &&
           !g.is_constant(x) && g.value_of(half) == rational(1, 2);
  });
}

TEST_CASE("hash-consing survives the growth of its table") {
  LEIBNIZ_CHECK_BOTH([] {
    graph::builder g;
    int const x = g.input(operation::variable, "x");
    int const n = opaque(300);
    int chain = x;
    for (int i = 0; i < n; ++i) chain = g.add(info_of<sin_entry>, chain);
    int again = x;
    for (int i = 0; i < n; ++i) again = g.add(info_of<sin_entry>, again);
    return again == chain && g.size() == n + 1;
  });
}

TEST_CASE("inputs without a name are distinct") {
  LEIBNIZ_CHECK_BOTH([] {
    graph::builder g;
    return g.add_input(operation::variable, {}) != g.add_input(operation::variable, {}) &&
           g.input(operation::variable, "x") != g.input(operation::parameter, "p");
  });
}

TEST_CASE("traits are those of the operation and of its operands") {
  LEIBNIZ_CHECK_BOTH([] {
    graph::builder g;
    int const x = g.input(operation::variable, "x");
    int const sine = g.add(info_of<sin_entry>, x), root = g.add(info_of<sqrt_entry>, x),
              choice = g.add(info_of<relu_entry>, sine);
    return g[x].traits == 0 && g[sine].traits == 0 && g[root].traits == trait::singular &&
           g[choice].traits == trait::chosen &&
           g[g.add(info_of<exp_entry>, choice)].traits == (trait::chosen | trait::singular) &&
           g[g.add(info_of<add_entry>, x, g.add(info_of<multiply_entry>, root, choice))].traits ==
               (trait::chosen | trait::singular);
  });
}
