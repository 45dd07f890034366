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
