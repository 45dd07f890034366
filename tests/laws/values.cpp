// SPDX-License-Identifier: BSL-1.0
// Every row: its value as a constant, at run time, in other scalars; and its text.
#include <array>
#include <sstream>

#include "check.hpp"
#include "laws/rows.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

template <class Row> inline constexpr auto values_at_samples = [] {
  std::array<double, 3> result{};
  for (int i = 0; i < 3; ++i)
    result[static_cast<std::size_t>(i)] =
        formula_of<Row>()(u = sample_point<Row>(i, 0), v = sample_point<Row>(i, 1));
  return result;
}();

}  // namespace

TEST_CASE("every row has the same value as a constant, at run time and in other number types") {
  for_each_row(function_table{}, []<class Row> {
    if constexpr (Row::arity > 0) {
      constexpr auto f = formula_of<Row>();
      for (int i = 0; i < 3; ++i) {
        double const a = opaque(sample_point<Row>(i, 0)), b = opaque(sample_point<Row>(i, 1));
        double const value = f(u = a, v = b),
                     constant = values_at_samples<Row>[static_cast<std::size_t>(i)];
        CAPTURE(Row::name, a, b, value, constant);
        CHECK(near(value, constant, 4));
        CHECK(close(value, static_cast<double>(f(u = big(a), v = big(b))), 4e-15));
        auto const p = static_cast<float>(a), q = static_cast<float>(b);
        CHECK(near(f(u = p, v = q), static_cast<float>(f(u = double{p}, v = double{q})), 8));
      }
    }
  });
}

TEST_CASE("every row prints as text, in calls by its name") {
  for_each_row(function_table{}, []<class Row> {
    constexpr auto written = to_string(formula_of<Row>());
    CAPTURE(Row::name, written.view());
    CHECK(written.size() > 0);
    CHECK(written.view().find(Row::name) != std::string_view::npos);
    CHECK(written.view().find('?') == std::string_view::npos);
    std::ostringstream stream;
    stream << formula_of<Row>();
    CHECK(stream.str() == written.view());
  });
}

TEST_CASE("every row's columns fit together") {
  for_each_row(function_table{}, []<class Row> {
    CAPTURE(Row::name);
    CHECK(Row::sample_from < Row::sample_to);
    CHECK(info_of<Row>.id == Row::id);
    CHECK(info_of<Row>.arity == Row::arity);
    CHECK((info_of<Row>.partial == nullptr) == Row::passive);
    CHECK((Row::written != notation::infix || Row::arity == 2));
    CHECK((Row::written == notation::call) == (Row::precedence == 6));
    CHECK(std::is_same_v<entry_of<Row::id>, Row>);
    if constexpr (differentiable<Row>)
      for (int k = 0; k < Row::arity; ++k) CHECK(Row::partial(k) != nullptr);
  });
}

TEST_CASE("what a row says of its symmetry and its operands' order holds") {
  for_each_row(function_table{}, []<class Row> {
    test::random random(17);
    for (int i = 0; i < 200; ++i) {
      double const a = random.between(-5, 5), b = random.between(-5, 5);
      CAPTURE(Row::name, a, b);
      outcome<double> const forth[3] = {{a, a > 0}, {b, b > 0}, {}},
                            back[3] = {{b, b > 0}, {a, a > 0}, {}},
                            mirrored[3] = {{-a, false}, {}, {}};
      auto const value = [](outcome<double> const* x) {
        return test::apply<double>(info_of<Row>, x);
      };
      if constexpr (Row::commutative) {
        CHECK(bits(value(forth).number) == bits(value(back).number));
        CHECK(value(forth).truth == value(back).truth);
      }
      if constexpr (Row::arity == 1 && Row::symmetry != parity::none) {
        double const sign = Row::symmetry == parity::odd ? -1 : 1;
        CHECK(near(value(mirrored).number, sign * value(forth).number, 0));
      }
    }
  });
}
