// SPDX-License-Identifier: BSL-1.0
// Every row: a formula and a traced function, reverse and forward derivation give the same numbers.
#include "check.hpp"
#include "laws/rows.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

/// A row applied to traced scalars as `formula_of` applies it to variables.
template <class Row> inline constexpr auto code = [](auto const& p) {
  traced const a = p[0], b = p[1];
  if constexpr (std::is_same_v<Row, power_entry>) return pow(a, 7.0 / 3.0) * b;
  else if constexpr (std::is_same_v<Row, sigmoid_of_exp_entry>) return call<Row>(exp(-a), a) * b;
  else if constexpr (has_order<Row> && Row::arity == 3) return call<Row>(traced(1), a, b);
  else if constexpr (has_order<Row>) return call<Row>(traced(2), a) * b;
  else if constexpr (std::is_same_v<Row, and_entry>) return where(a < b && a + b > 1, a, b);
  else if constexpr (std::is_same_v<Row, or_entry>) return where(a < b || a + b > 1, a, b);
  else if constexpr (std::is_same_v<Row, not_entry>) return where(!(a < b), a, b);
  else if constexpr (Row::condition) return where(call<Row>(a, b), a, b);
  else if constexpr (Row::arity == 1) return call<Row>(a) * b;
  else if constexpr (Row::arity == 2) return call<Row>(a, b);
  else if constexpr (Row::conditions == 1) return where(a < b, a * b, a - b);
  else if constexpr (std::is_same_v<Row, corner_slope_entry>) return call<Row>(a, b, b) * b;
  else return call<Row>(a, b, a - b);
};

}  // namespace

TEST_CASE("every row has one derivative, whichever way it is asked for") {
  for_each_row(function_table{}, [&]<class Row> {
    if constexpr (Row::arity > 0) {
      constexpr auto f = formula_of<Row>();
      constexpr auto g = function<R<2>>(code<Row>);
      for (int i = 0; i < sample_count; ++i) {
        double const a = sample_point<Row>(i, 0), b = sample_point<Row>(i, 1);
        CAPTURE(Row::name, a, b);
        auto const reverse = gradient(f, wrt(u, v))(u = a, v = b);
        auto const of_traced = gradient(g)(std::array{a, b});
        double const by_u = derivative(f, u)(u = a, v = b), by_v = derivative(f, v)(u = a, v = b);
        CHECK(bits(reverse.value) == bits(f(u = a, v = b)));
        CHECK(near(of_traced.value, reverse.value, std::is_same_v<Row, power_entry> ? 16 : 0));
        CHECK(near(reverse[u], by_u, 2));
        CHECK(near(reverse[v], by_v, 2));
        // the traced exponent is the double nearest to 7/3
        constexpr unsigned steps = std::is_same_v<Row, power_entry> ? 16 : 2;
        CHECK(near(of_traced.gradient[0], reverse[u], steps));
        CHECK(near(of_traced.gradient[1], reverse[v], steps));
      }
    }
  });
}
