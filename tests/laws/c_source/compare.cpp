// SPDX-License-Identifier: BSL-1.0
// Every row's value and gradient as C has the bits of the code that runs here, also where they are no numbers.
#include "check.hpp"
#include "laws/c_source/rows.hpp"

using namespace leibniz;
using namespace leibniz::test;

namespace {

template <class T> bool same(T a, T b) { return bits(a) == bits(b) || (a != a && b != b); }

template <class Row, class T> void check_at(c_function<T> in_c, T a, T b) {
  T const p = opaque(a), q = opaque(b);
  auto const here = gradient_of_row<Row>()(u = p, v = q);
  T value = 0, by[2] = {};
  in_c(p, q, &value, by);
  CAPTURE(Row::name, a, b, value, here.value, by[0], here[u], by[1], here[v]);
  CHECK(same(value, T(here.value)));
  CHECK(same(by[0], T(here[u])));
  CHECK(same(by[1], T(here[v])));
}

template <class Row, class T> void check_row(c_function<T> in_c) {
  using limits = std::numeric_limits<T>;
  for (int i = 0; i < sample_count; ++i)
    check_at<Row, T>(in_c, static_cast<T>(sample_point<Row>(i, 0)),
                     static_cast<T>(sample_point<Row>(i, 1)));
  test::random random(23);
  for (int i = 0; i < 100; ++i)
    check_at<Row, T>(in_c, static_cast<T>(random.between(Row::sample_from, Row::sample_to)),
                     static_cast<T>(random.between(Row::sample_from, Row::sample_to)));
  T const edges[] = {T(0),
                     T(0.5),
                     T(1),
                     T(2),
                     T(20),
                     T(1e-3),
                     limits::min(),
                     limits::denorm_min(),
                     limits::max(),
                     limits::infinity(),
                     limits::quiet_NaN()};
  for (T a : edges)
    for (T b : edges)
      for (int signs = 0; signs < 4; ++signs)
        check_at<Row, T>(in_c, signs % 2 == 0 ? a : -a, signs < 2 ? b : -b);
}

}  // namespace

TEST_CASE("every row as C has the same bits") {
  int row = 0;
  for_each_row(function_table{}, [&]<class Row> {
    check_row<Row>(rows_in_double[row]);
    check_row<Row>(rows_in_float[row]);
    ++row;
  });
  CHECK(row == row_count);
}
