// SPDX-License-Identifier: BSL-1.0
// Where functions have kinks, jumps, poles and ends: one derivative whichever way it is asked for, and the one that
// docs/kinks.md says.
#include <cmath>
#include <limits>

#include "check.hpp"
#include "laws/edges.hpp"

using namespace leibniz;
using namespace leibniz::literals;
using namespace leibniz::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// Equal, or both NaN; a zero has no sign.
bool same_number(double a, double b) { return a == b || (a != a && b != b); }

/// A value and derivatives as docs/kinks.md shows them, by reverse and by forward derivation.
template <int N, class F>
bool holds(F const& f, edge_point at, double value, std::array<double, N> derivatives) {
  measured const m = measure_at_run_time<N>(f, at);
  bool result = same_number(m.value, value);
  for (std::size_t i = 0; i < N; ++i)
    result = result && same_number(m.reverse[i], derivatives[i]) &&
             same_number(m.forward[i], derivatives[i]);
  CAPTURE(m.value, m.reverse, m.forward);
  CHECK(result);
  return result;
}

/// The function without the library around it, at edge I of a row.
template <class Row, std::size_t I> double plain_value() {
  edge_point at = Row::edges[I];
  asm volatile("" : "+m"(at) : : "memory");
  if constexpr (Row::condition) return Row::value(at.x, at.y) ? at.x : at.y;
  else if constexpr (Row::conditions == 1) return at.x < at.y ? at.y : at.x;
  else if constexpr (Row::arity == 1) return Row::value(at.x);
  else if constexpr (Row::arity == 2) return Row::value(at.x, at.y);
  else return Row::value(at.x, at.y, at.z);
}

/// Whether the compiler computes it: divisions by zero and NaN are no constant expressions.
template <class Row, std::size_t I>
concept Constant = requires {
  typename std::bool_constant<(
      measure<variable_count<Row>>(formula_at<Row, I>(), point_at<Row, I>()), true)>;
};

template <class Test, class... Rows>
void for_each_row_of_table(entry_list<Rows...>, Test const& test) {
  (test.template operator()<Rows>(), ...);
}

}  // namespace

TEST_CASE("at every edge reverse and forward derivation agree, and the value is the function's") {
  int edges = 0, constants = 0;
  for_each_edge(function_table{}, [&]<class Row, std::size_t I> {
    constexpr auto f = formula_at<Row, I>();
    constexpr edge_point at = point_at<Row, I>();
    constexpr int n = variable_count<Row>;
    measured const m = measure_at_run_time<n>(f, at);
    CAPTURE(Row::name, at.x, at.y, at.z, m.value, m.reverse, m.forward, (plain_value<Row, I>()));
    CHECK(same_number(m.value, plain_value<Row, I>()));
    for (std::size_t i = 0; i < n; ++i) CHECK(same_number(m.reverse[i], m.forward[i]));
    ++edges;
    if constexpr (Constant<Row, I>) {
      constexpr measured c = measure<n>(f, at);
      CHECK(near(c.value, m.value, 4));
      for (std::size_t i = 0; i < n; ++i) {
        CHECK(near(c.reverse[i], m.reverse[i], 4));
        CHECK(near(c.forward[i], m.forward[i], 4));
      }
      ++constants;
    }
  });
  CHECK(edges >= 80);
  CHECK(constants >= 40);
}

TEST_CASE("a row says what it does at its edges if it has any") {
  for_each_row_of_table(function_table{}, []<class Row> {
    CAPTURE(Row::name);
    CHECK(std::string_view(Row::kink).empty() == (edge_count<Row> == 0));
  });
}

TEST_CASE("functions with corners and jumps") {
  CHECK(holds<1>(abs(x), {0}, 0, {0}));
  CHECK(holds<1>(sign(x), {0}, 0, {0}));
  CHECK(holds<1>(relu(x), {0}, 0, {0}));
  for (double a : {-1.0, 0.0, 2.0}) {
    CHECK(holds<2>(max(x, y), {a, a}, a, {1, 0}));
    CHECK(holds<2>(min(x, y), {a, a}, a, {0, 1}));
    CHECK(holds<1>(max(x, x), {a}, a, {1}));
    CHECK(holds<1>(floor(x), {a}, a, {0}));
    CHECK(holds<1>(ceil(x), {a}, a, {0}));
    CHECK(holds<1>(step(x - a), {a}, 1, {0}));
  }
  CHECK(holds<1>(clamp(x, 0_c, 1_c), {0}, 0, {1}));
  CHECK(holds<1>(clamp(x, 0_c, 1_c), {1}, 1, {1}));
}

TEST_CASE("roots and powers at 0 and below") {
  CHECK(holds<1>(sqrt(x), {0}, 0, {infinity}));
  CHECK(holds<1>(cbrt(x), {0}, 0, {infinity}));
  CHECK(holds<2>(hypot(x, y), {0, 0}, 0, {0, 0}));
  CHECK(holds<3>(hypot(x, y, z), {0, 0, 0}, 0, {0, 0, 0}));
  CHECK(holds<3>(norm(x, y, z, 0_c), {0, 0, 0}, 0, {0, 0, 0}));
  CHECK(holds<2>(pow(x, y), {0, 0}, 1, {0, 0}));
  CHECK(holds<2>(pow(x, y), {0, 1}, 0, {1, 0}));
  CHECK(holds<2>(pow(x, y), {0, 2}, 0, {0, 0}));
  CHECK(holds<2>(pow(x, y), {0, 0.5}, 0, {infinity, 0}));
  CHECK(holds<2>(pow(x, y), {-1, 2}, 1, {-2, not_a_number}));
  CHECK(holds<2>(pow(x, y), {-1, 0.5}, not_a_number, {not_a_number, not_a_number}));
  CHECK(holds<1>(pow(x, 0_c), {0}, 1, {0}));
  CHECK(holds<1>(pow(x, 1_c), {0}, 0, {1}));
  CHECK(holds<1>(pow(x, 2_c), {0}, 0, {0}));
  CHECK(holds<1>(pow(x, 0.5_c), {0}, 0, {infinity}));
  CHECK(holds<1>(pow(x, -1_c), {0}, infinity, {-infinity}));
  CHECK(holds<1>(pow(x, 2_c), {-1}, 1, {-2}));
  CHECK(holds<1>(pow(x, 3_c), {-2}, -8, {12}));
  CHECK(holds<1>(pow(x, -1_c), {-2}, -0.5, {-0.25}));
  CHECK(holds<1>(pow(x, 0.5_c), {-1}, not_a_number, {not_a_number}));
}

TEST_CASE("points without a direction, and choices that protect") {
  CHECK(holds<2>(atan2(x, y), {0, 0}, 0, {not_a_number, not_a_number}));
  CHECK(holds<1>(where(x > 0_c, x * log(x), 0_c), {0}, 0, {0}));
  CHECK(holds<1>(where(x > 0_c, sqrt(x), 0_c), {0}, 0, {0}));
  CHECK(holds<1>(where(x > 0_c, sqrt(x), 0_c), {-1}, 0, {0}));
  CHECK(holds<2>(where(x < y, x, y), {1, 1}, 1, {0, 1}));
  CHECK(holds<2>(where(x <= y, x, y), {1, 1}, 1, {1, 0}));
}

TEST_CASE("what is infinite of a choice has one derivative, whichever way it is asked for") {
  auto const agree = [](auto const& f) {
    for (edge_point at : {edge_point{0, 0}, {0, 1}, {1, 0}, {-1, -1}, {-1, 2}, {2, 3}}) {
      measured const m = measure_at_run_time<2>(f, at);
      CAPTURE(to_string(f).view(), at.x, at.y, m.reverse, m.forward);
      for (std::size_t i : {0u, 1u}) CHECK(near(m.reverse[i], m.forward[i], 4));
    }
  };
  auto const of_choice = [&](auto const& f) {
    agree(sqrt(f));
    agree(log(f));
    agree(1_c / f);
  };
  of_choice(relu(x) + y);
  of_choice(relu(x) * relu(y));
  of_choice(hypot(x, y));
  of_choice(pow(x, y));
  of_choice(min(x, 0_c) - y);
  of_choice(where(x > y, x - y, 0_c));
  CHECK(holds<1>(sqrt(relu(x)), {0}, 0, {0}));
  CHECK(holds<1>(sqrt(relu(x)), {-1}, 0, {0}));
  CHECK(holds<1>(log(relu(x)), {-1}, -infinity, {0}));
  CHECK(holds<2>(sqrt(hypot(x, y)), {0, 0}, 0, {0, 0}));
}
