// SPDX-License-Identifier: BSL-1.0
#include "leibniz/base/matrix.hpp"

#include "check.hpp"

TEST_CASE("a matrix is row-major, contiguous and an aggregate") {
  constexpr leibniz::matrix<int, 2, 3> m{{1, 2, 3, 4, 5, 6}};
  STATIC_REQUIRE(m(0, 0) == 1);
  STATIC_REQUIRE(m(0, 2) == 3);
  STATIC_REQUIRE(m(1, 0) == 4);
  STATIC_REQUIRE(m(1, 2) == 6);
  STATIC_REQUIRE(m.rows() == 2);
  STATIC_REQUIRE(m.cols() == 3);
  STATIC_REQUIRE(m.data() == &m(0, 0));
  STATIC_REQUIRE(m.data() + 5 == &m(1, 2));
  STATIC_REQUIRE(sizeof(m) == 6 * sizeof(int));
  STATIC_REQUIRE(m == leibniz::matrix<int, 2, 3>{{1, 2, 3, 4, 5, 6}});
  STATIC_REQUIRE(!(m == leibniz::matrix<int, 2, 3>{{1, 2, 3, 4, 5, 7}}));
  LEIBNIZ_CHECK_BOTH([] {
    leibniz::matrix<double, 2, 2> a{};
    a(1, 0) = leibniz::test::opaque(3.0);
    return a.data()[2] == 3.0 && a.elements[2] == 3.0;
  });
}

TEST_CASE("a row's and a column's elements are numbered") {
  LEIBNIZ_CHECK_BOTH([] {
    leibniz::vec<int, 3> column{{1, 2, leibniz::test::opaque(3)}};
    leibniz::matrix<int, 1, 3> row{{4, 5, 6}};
    column[1] = 7, row[2] = 8;
    leibniz::vec<int, 3> const& c = column;
    leibniz::matrix<int, 1, 3> const& r = row;
    int sum = 0;
    for (int x : c) sum = 10 * sum + x;
    for (int x : r) sum = 10 * sum + x;
    return c[0] == 1 && c(1, 0) == 7 && c[2] == 3 && r[0] == 4 && r(0, 2) == 8 && sum == 173458;
  });
  STATIC_REQUIRE(leibniz::vec<int, 3>::size() == 3);
}
