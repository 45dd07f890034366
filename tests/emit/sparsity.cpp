// SPDX-License-Identifier: BSL-1.0
// Patterns of Jacobians and Hessians, and their entries without the zeros.
#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {

// each residual depends on two neighbours
constexpr auto chain = lz::function<lz::R<5>>([](auto const& p) {
  std::array<std::remove_cvref_t<decltype(p[0])>, 4> r{};
  for (std::size_t i = 0; i < 4; ++i) r[i] = sin(p[i]) - p[i] * p[i + 1];
  return r;
});
// the sum of their squares: a tridiagonal Hessian
constexpr auto energy = lz::function<lz::R<5>>([](auto const& p) {
  auto sum = p[0] * 0.0;
  for (std::size_t i = 0; i < 4; ++i) sum += lz::square(p[i + 1] - p[i] * p[i]);
  return sum;
});

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr lz::variable<"z"> z;
constexpr auto formulas = lz::vector(x * y, sin(y), 2 * x - x - x, z* z + x);

}  // namespace

TEST_CASE("the pattern of a banded Jacobian") {
  constexpr auto pattern = lz::sparsity(lz::jacobian(chain));
  STATIC_REQUIRE(pattern.rows() == 4);
  STATIC_REQUIRE(pattern.cols() == 5);
  STATIC_REQUIRE(pattern.nonzeros() == 8);
  for (int i = 0; i < 4; ++i) {
    CHECK(pattern.row_start[i] == 2 * i);
    for (int j = 0; j < 5; ++j) CHECK(pattern(i, j) == (j == i || j == i + 1));
  }
  CHECK(pattern.row_start[4] == 8);
}

TEST_CASE("entries without the zeros are those of the dense matrix") {
  constexpr auto j = lz::jacobian(chain);
  constexpr auto pattern = lz::sparsity(j);
  std::array const p{opaque(0.1), 0.2, -0.7, 1.5, 0.4};
  auto const dense = j(p);
  auto const sparse = lz::compressed(j)(p);
  CHECK(sparse.value == dense.value);
  for (int k = 0; k < pattern.nonzeros(); ++k)
    CHECK(sparse.nonzeros[static_cast<std::size_t>(k)] ==
          dense.jacobian(pattern.row[k], pattern.column[k]));
  for (int i = 0; i < 4; ++i)
    for (int k = 0; k < 5; ++k) CHECK((pattern(i, k) || dense.jacobian(i, k) == 0));
}

TEST_CASE("the pattern of a tridiagonal Hessian") {
  constexpr auto h = lz::hessian(energy);
  constexpr auto pattern = lz::sparsity(h);
  STATIC_REQUIRE(pattern.nonzeros() == 13);
  std::array const p{opaque(0.1), 0.2, -0.7, 1.5, 0.4};
  auto const dense = h(p);
  auto const sparse = lz::compressed(h)(p);
  CHECK(sparse.value == dense.value);
  for (int k = 0; k < pattern.nonzeros(); ++k)
    CHECK(sparse.nonzeros[static_cast<std::size_t>(k)] ==
          dense.hessian(pattern.row[k], pattern.column[k]));
}

TEST_CASE("formulas have patterns, and what cancels is a zero") {
  constexpr auto j = lz::jacobian(formulas, lz::wrt(x, y, z));
  constexpr auto pattern = lz::sparsity(j);
  STATIC_REQUIRE(pattern(0, 0));
  STATIC_REQUIRE(pattern(0, 1));
  STATIC_REQUIRE(!pattern(0, 2));
  STATIC_REQUIRE(pattern.row_start[2] - pattern.row_start[1] == 1);
  STATIC_REQUIRE(pattern(3, 2));
  constexpr auto r = lz::compressed(j)(x = 2.0, y = 3.0, z = 4.0);
  STATIC_REQUIRE(r.nonzeros[0] == 3.0);
  STATIC_REQUIRE(r.nonzeros[1] == 2.0);
  constexpr auto h = lz::sparsity(lz::hessian(x * y + z));
  STATIC_REQUIRE(h.nonzeros() == 2);
}
