// SPDX-License-Identifier: BSL-1.0
// Every row: its value as a constant, at run time, in other scalars; and its text.
#include <complex>
#include <sstream>

#include "check.hpp"
#include "laws/rows.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

template <class Row, int I> struct at_sample {
  static constexpr double fractions[][2] = {{0.51, 0.83}, {0.07, 0.91}, {0.93, 0.11}};
  static constexpr double a =
      Row::sample_from + (Row::sample_to - Row::sample_from) * fractions[I][0];
  static constexpr double b =
      Row::sample_from + (Row::sample_to - Row::sample_from) * fractions[I][1];
  static constexpr double value = formula_of<Row>()(u = a, v = b);
};

template <class Row, int I> void check_value() {
  using at = at_sample<Row, I>;
  constexpr auto f = formula_of<Row>();
  double const value = f(u = opaque(at::a), v = opaque(at::b));
  CAPTURE(Row::name, at::a, at::b, at::value, value);
  CHECK(near(value, at::value, 4));
  big const exact = f(u = big(at::a), v = big(at::b));
  CHECK(close(value, static_cast<double>(exact), 4e-15));
  CHECK(near(f(u = opaque(static_cast<float>(at::a)), v = opaque(static_cast<float>(at::b))),
             static_cast<float>(
                 f(u = double(static_cast<float>(at::a)), v = double(static_cast<float>(at::b)))),
             8));
}

}  // namespace

TEST_CASE("every row has the same value as a constant, at run time and in other number types") {
  for_each_row(function_table{}, []<class Row> {
    if constexpr (Row::arity > 0) {
      check_value<Row, 0>();
      check_value<Row, 1>();
      check_value<Row, 2>();
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
      outcome<double> const forth[3] = {{a, false}, {b, false}, {}},
                            back[3] = {{b, false}, {a, false}, {}},
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
