// SPDX-License-Identifier: BSL-1.0
// One shape for one thing: what derivatives by numbers, matrices and structs are, and what containers are taken for
// matrices, as inputs and as destinations.
#include <array>
#include <span>
#include <vector>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using lz::test::opaque;

namespace {

template <class T> struct state {
  T x, v;
};

constexpr auto cube = lz::function<lz::R<>>([](auto const& t) { return t * t * t; });
constexpr auto determinant =
    lz::function<lz::R<2, 2>>([](auto const& a) { return a(0, 0) * a(1, 1) - a(0, 1) * a(1, 0); });
constexpr auto energy =
    lz::function<lz::like<state>>([](auto const& s) { return s.x * s.x * s.v; });
constexpr auto of_two = lz::function<lz::R<2>, lz::passive<lz::R<>>, lz::R<>>(
    [](auto const& p, auto const& w, auto const& t) { return w * p[0] * p[1] * t * t; });

/// Rows of a and multiples of them: a matrix, the same as an array of arrays, and an array of vectors.
template <class A> constexpr auto rows_of(A const& a) {
  using T = std::remove_cvref_t<decltype(a(0, 0))>;
  lz::matrix<T, 3, 2> r{};
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 2; ++j) r(i, j) = a(i % 2, j) * (i + 1.0);
  return r;
}
constexpr auto to_matrix = lz::function<lz::R<2, 2>>([](auto const& a) { return rows_of(a); });
constexpr auto to_arrays = lz::function<lz::R<2, 2>>([](auto const& a) {
  auto const r = rows_of(a);
  using T = std::remove_cvref_t<decltype(a(0, 0))>;
  return std::array<std::array<T, 2>, 3>{
      {{r(0, 0), r(0, 1)}, {r(1, 0), r(1, 1)}, {r(2, 0), r(2, 1)}}};
});
constexpr auto to_vectors = lz::function<lz::R<2, 2>>([](auto const& a) {
  auto const r = rows_of(a);
  using T = std::remove_cvref_t<decltype(a(0, 0))>;
  return std::array<lz::vec<T, 2>, 3>{{{r(0, 0), r(0, 1)}, {r(1, 0), r(1, 1)}, {r(2, 0), r(2, 1)}}};
});
constexpr lz::matrix<double, 2, 2> a{{1, 2, 3, 4}};
constexpr double expected[] = {1, 2, 6, 8, 3, 6};

/// A matrix of strides, as std::mdspan and its like are.
struct strided {
  double* first;
  int rows_, columns_, by_row, by_column;
  double& operator()(int i, int j) const { return first[i * by_row + j * by_column]; }
  int extent(int dimension) const { return dimension == 0 ? rows_ : columns_; }
  int size() const { return rows_ * columns_; }
};

template <class F> void check_destinations(F const& f) {
  double flat[6] = {}, rows[3][2] = {};
  lz::matrix<double, 3, 2> matrix{};
  std::array<std::array<double, 2>, 3> arrays{};
  std::vector<std::array<double, 2>> vector(3);
  std::vector<std::vector<double>> vectors(3, std::vector<double>(2));
  std::array<double, 24> memory{};
  strided const by_rows{memory.data(), 3, 2, 4, 2}, by_columns{memory.data() + 12, 3, 2, 1, 3};
  lz::call(f, a, lz::out(flat));
  lz::call(f, a, lz::out(rows));
  lz::call(f, a, lz::out(matrix));
  lz::call(f, a, lz::out(arrays));
  lz::call(f, a, lz::out(vector));
  lz::call(f, a, lz::out(vectors));
  lz::call(f, a, lz::out(by_rows));
  lz::call(f, a, lz::out(by_columns));
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 2; ++j) {
      auto const k = static_cast<std::size_t>(i), l = static_cast<std::size_t>(j);
      double const right = expected[2 * i + j];
      CHECK(flat[2 * i + j] == right);
      CHECK(rows[i][j] == right);
      CHECK(matrix(i, j) == right);
      CHECK(arrays[k][l] == right);
      CHECK(vector[k][l] == right);
      CHECK(vectors[k][l] == right);
      CHECK(by_rows(i, j) == right);
      CHECK(by_columns(i, j) == right);
    }
  }
  // the same as adjoints
  auto const by_a = lz::vjp(f)(a, matrix).gradient;
  CHECK(lz::vjp(f)(a, rows).gradient == by_a);
  CHECK(lz::vjp(f)(a, arrays).gradient == by_a);
  CHECK(lz::vjp(f)(a, flat).gradient == by_a);
  CHECK(lz::vjp(f)(a, vectors).gradient == by_a);
  CHECK(lz::vjp(f)(a, by_columns).gradient == by_a);
  CHECK(by_a(1, 1) == 16);
  CHECK(by_a(0, 0) == 10);
}

}  // namespace

TEST_CASE("by one number, gradient and Hessian are numbers") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = lz::hessian(cube)(opaque(2.0));
    auto const n = lz::gauss_newton(cube)(opaque(2.0));
    auto const products = lz::hvp<2>(cube)(opaque(2.0), lz::matrix<double, 1, 2>{{1, 10}});
    double value = 0, first = 0, second = 0;
    lz::call(lz::hessian(cube), opaque(2.0), lz::out(value, first, second));
    return h.gradient == 12 && h.hessian == 12 && n.value == 8 && n.gradient == 96 &&
           n.hessian == 144 && products.gradient == 12 && products.product(0, 1) == 120 &&
           value == 8 && first == 12 && second == 12;
  });
  STATIC_REQUIRE(std::is_same_v<decltype(lz::hessian(cube)(2.0f).hessian), float>);
  std::vector<double> const ts{1, 2};
  std::vector<double> values(2), firsts(2), seconds(2);
  lz::map(lz::hessian(cube), ts, lz::out(values, firsts, seconds));
  CHECK(seconds == std::vector<double>{6, 12});
}

TEST_CASE("by one matrix or struct, the gradient beside a Hessian is one") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = lz::hessian(determinant)(opaque(a));
    auto const n = lz::gauss_newton(determinant)(opaque(a));
    auto const products = lz::hvp<1>(determinant)(opaque(a), lz::vec<double, 4>{{0, 0, 0, 1}});
    return h.gradient == lz::gradient(determinant)(a).gradient && h.gradient(0, 1) == -3 &&
           h.hessian(1, 2) == -1 && n.gradient(0, 1) == 6 && n.hessian(1, 2) == 6 &&
           products.gradient == h.gradient && products.product(0, 0) == 1;
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = lz::hessian(energy)(state<double>{opaque(2.0), 3.0});
    state<double> gradient{};
    double value = 0, hessian[2][2] = {};
    lz::call(lz::hessian(energy), state<double>{opaque(2.0), 3.0},
             lz::out(value, gradient, hessian));
    return h.gradient.x == 12 && h.gradient.v == 4 && h.hessian(0, 1) == 4 && gradient.x == 12 &&
           hessian[1][0] == 4;
  });
  double value = 0, rows[2][2] = {}, flat[4] = {}, hessian[4][4] = {};
  lz::call(lz::hessian(determinant), a, lz::out(value, rows, hessian));
  lz::call(lz::gauss_newton(determinant), a, lz::out(value, flat, hessian));
  CHECK(rows[1][0] == -2);
  CHECK(flat[2] == 4);
}

TEST_CASE("by several inputs, the gradient beside a Hessian is an array of their scalars") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const h = lz::hessian(of_two)(std::array{opaque(2.0), 3.0}, 10.0, 5.0);
    double value = 0, gradient[3] = {}, hessian[3][3] = {};
    lz::call(lz::hessian(of_two), std::array{opaque(2.0), 3.0}, 10.0, 5.0,
             lz::out(value, gradient, hessian));
    return h.gradient[2] == 600 && h.hessian(2, 0) == 300 && gradient[0] == 750 &&
           hessian[2][2] == 120;
  });
}

TEST_CASE("results that are matrices, arrays of arrays, arrays of vectors") {
  check_destinations(to_matrix);
  check_destinations(to_arrays);
  double flat[6] = {};
  lz::call(to_vectors, a, lz::out(flat));
  CHECK(std::equal(flat, flat + 6, expected));
  std::array<lz::vec<double, 2>, 3> vectors{};
  lz::call(to_vectors, a, lz::out(vectors));
  CHECK(vectors[2][1] == 6);
  LEIBNIZ_CHECK_BOTH([] {
    double rows[3][2] = {}, tangent[3][2] = {};
    lz::call(lz::jvp(to_matrix), opaque(a), lz::matrix<double, 2, 2>{{1, 0, 0, 1}},
             lz::out(rows, tangent));
    return rows[2][1] == 6 && tangent[1][1] == 2 && tangent[1][0] == 0 && tangent[2][0] == 3;
  });
}

TEST_CASE("containers as inputs of a matrix") {
  std::vector<std::array<double, 2>> const arrays{{1, 2}, {3, 4}};
  std::vector<std::vector<double>> const vectors{{1, 2}, {3, 4}};
  std::array<std::span<double const>, 2> const spans{arrays[0], arrays[1]};
  double memory[] = {1, 0, 3, 0, 2, 0, 4, 0};
  double const* const pointers[] = {arrays[0].data(), arrays[1].data()};
  CHECK(determinant(arrays) == -2);
  CHECK(determinant(vectors) == -2);
  CHECK(determinant(std::span(arrays)) == -2);
  CHECK(determinant(spans) == -2);
  CHECK(determinant(pointers) == -2);
  CHECK(determinant(strided{memory, 2, 2, 2, 4}) == -2);
  CHECK(lz::gradient(determinant)(vectors).gradient(0, 1) == -3);
}
