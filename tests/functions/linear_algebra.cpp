// SPDX-License-Identifier: BSL-1.0
// Small matrices: of numbers against what was worked out by hand, of traced scalars against the same code with numbers.
#include "leibniz/functions/linear_algebra.hpp"

#include <array>
#include <limits>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

namespace lz = leibniz;
using namespace leibniz;
using leibniz::test::opaque;

namespace {

constexpr matrix<double, 2, 3> wide{{1, 2, 3, 4, 5, 6}};
constexpr matrix<double, 3, 2> tall{{1, 0, -1, 2, 3, 1}};

/// Integers as doubles: every product and sum is exact.
template <int N> constexpr matrix<double, N, N> some_matrix() {
  matrix<double, N, N> a{};
  for (int i = 0; i < N * N; ++i) a.elements[i] = (7 * i * i + 3 * i) % 11 - 4;
  for (int i = 0; i < N; ++i) a(i, i) += 9;
  return a;
}
/// By expansion along the first row.
template <int N> constexpr double determinant_by_hand(matrix<double, N, N> const& a) {
  if constexpr (N == 1) return a(0, 0);
  else {
    double sum = 0;
    for (int c = 0; c < N; ++c) {
      matrix<double, N - 1, N - 1> rest{};
      for (int i = 1; i < N; ++i)
        for (int j = 0, k = 0; j < N; ++j)
          if (j != c) rest(i - 1, k++) = a(i, j);
      sum += (c % 2 == 0 ? 1 : -1) * a(0, c) * determinant_by_hand<N - 1>(rest);
    }
    return sum;
  }
}
template <class T, int M, int N>
constexpr bool close(matrix<T, M, N> const& a, matrix<T, M, N> const& b, T error) {
  for (int i = 0; i < M * N; ++i)
    if (a.elements[i] - b.elements[i] > error || b.elements[i] - a.elements[i] > error)
      return false;
  return true;
}
template <int N> constexpr bool inverse_is_right() {
  auto a = some_matrix<N>();
  a.elements[0] = opaque(a.elements[0]);
  matrix<double, N, 2> b{};
  for (int i = 0; i < 2 * N; ++i) b.elements[i] = i * i - 3;
  vec<double, N> c{};
  for (int i = 0; i < N; ++i) c[i] = 2 - i;
  return test::close(determinant(a), determinant_by_hand<N>(a), 1e-14) &&
         close(a * inverse(a), identity<double, N>(), 1e-14) &&
         close(inverse(a) * a, identity<double, N>(), 1e-14) && close(a * solve(a, b), b, 1e-13) &&
         close(a * solve(a, c), c, 1e-13) && solve(a, to_array(c)) == to_array(solve(a, c));
}

}  // namespace

TEST_CASE("sums, products and multiples of matrices") {
  STATIC_REQUIRE(wide * tall == matrix<double, 2, 2>{{8, 7, 17, 16}});
  STATIC_REQUIRE(tall * wide == matrix<double, 3, 3>{{1, 2, 3, 7, 8, 9, 7, 11, 15}});
  STATIC_REQUIRE(transpose(wide) == matrix<double, 3, 2>{{1, 4, 2, 5, 3, 6}});
  STATIC_REQUIRE(transpose(wide) + tall == matrix<double, 3, 2>{{2, 4, 1, 7, 6, 7}});
  STATIC_REQUIRE(transpose(wide) - tall == matrix<double, 3, 2>{{0, 4, 3, 3, 0, 5}});
  STATIC_REQUIRE(-tall == matrix<double, 3, 2>{{-1, -0.0, 1, -2, -3, -1}});
  STATIC_REQUIRE(2 * tall == tall + tall);
  STATIC_REQUIRE(tall * 2 / 4 == 0.5 * tall);
  STATIC_REQUIRE(wide * std::array{1.0, 0.0, -1.0} == std::array{-2.0, -2.0});
  STATIC_REQUIRE(wide * vec<double, 3>{{1, 0, -1}} == vec<double, 2>{{-2, -2}});
  STATIC_REQUIRE(lz::trace(wide * tall) == 24);
  STATIC_REQUIRE(identity<double, 2>() * wide == wide);
  STATIC_REQUIRE(std::is_same_v<decltype(wide * 2.0f), matrix<double, 2, 3>>);
  STATIC_REQUIRE(std::is_same_v<decltype(matrix<float, 1, 1>{} * 2), matrix<float, 1, 1>>);
  LEIBNIZ_CHECK_BOTH([] {
    auto a = wide;
    a += wide;
    a -= opaque(1.0) * wide;
    a *= opaque(3.0);
    a /= 3;
    a *= identity<double, 3>();
    return a == wide;
  });
}

TEST_CASE("vectors: columns and arrays alike") {
  STATIC_REQUIRE(cross(vec<double, 3>{{1, 2, 3}}, vec<double, 3>{{-2, 0, 5}}) ==
                 vec<double, 3>{{10, -11, 4}});
  STATIC_REQUIRE(cross(std::array{1, 2, 3}, std::array{-2, 0, 5}) == std::array{10, -11, 4});
  STATIC_REQUIRE(dot(vec<double, 3>{{1, 2, 3}}, vec<double, 3>{{-2, 0, 5}}) == 13);
  STATIC_REQUIRE(dot(vec<double, 3>{{1, 2, 3}}, std::array{-2.0, 0.0, 5.0}) == 13);
  STATIC_REQUIRE(norm(vec<double, 2>{{3, 4}}) == 5);
  STATIC_REQUIRE(lz::sum(wide) == 21);
  STATIC_REQUIRE(norm(matrix<double, 2, 2>{{1, 1, 1, 1}}) == 2);
  STATIC_REQUIRE(outer(vec<double, 2>{{1, 2}}, vec<double, 3>{{3, 4, 5}}) ==
                 matrix<double, 2, 3>{{3, 4, 5, 6, 8, 10}});
  STATIC_REQUIRE(outer(std::array{1.0, 2.0}, std::array{3.0}) == matrix<double, 2, 1>{{3, 6}});
  STATIC_REQUIRE(skew(vec<double, 3>{{1, 2, 3}}) * vec<double, 3>{{-2, 0, 5}} ==
                 vec<double, 3>{{10, -11, 4}});
  STATIC_REQUIRE(to_array(to_vec(std::array{1.5, 2.5})) == std::array{1.5, 2.5});
  STATIC_REQUIRE(vec<double, 3>{{1, 2, 3}}[2] == 3);
}

TEST_CASE("determinants, inverses, systems of equations") {
  LEIBNIZ_CHECK_BOTH([] { return inverse_is_right<1>(); });
  LEIBNIZ_CHECK_BOTH([] { return inverse_is_right<2>(); });
  LEIBNIZ_CHECK_BOTH([] { return inverse_is_right<3>(); });
  LEIBNIZ_CHECK_BOTH([] { return inverse_is_right<4>(); });
  LEIBNIZ_CHECK_BOTH([] { return inverse_is_right<6>(); });
  // a zero in the corner is no matter up to 4 x 4
  STATIC_REQUIRE(determinant(matrix<double, 3, 3>{{0, 2, 0, 3, 0, 0, 0, 0, 4}}) == -24);
  STATIC_REQUIRE(inverse(matrix<double, 2, 2>{{0, 2, 4, 0}}) ==
                 matrix<double, 2, 2>{{0, 0.25, 0.5, 0}});
  STATIC_REQUIRE(std::is_same_v<decltype(inverse(matrix<float, 3, 3>{})), matrix<float, 3, 3>>);
}

namespace {

constexpr auto determinant_of_four =
    function<R<4, 4>>([](auto const& a) { return determinant(a); });
constexpr auto solution = function<R<3, 3>, R<3>>([](auto const& a, auto const& b) {
  auto const x = solve(a, b);
  return x[0] + 2 * x[1] - x[2];
});
constexpr auto of_six = function<R<6, 6>>([](auto const& a) { return lz::trace(inverse(a)); });

/// A turn about z, of a matrix with constants in it.
template <class T> constexpr matrix<T, 3, 3> about_z(T const& angle) {
  using std::cos;
  using std::sin;
  T const c = cos(angle), s = sin(angle);
  return {{c, -s, T(0), s, c, T(0), T(0), T(0), T(1)}};
}
constexpr auto turned =
    function<R<3>, R<>>([](auto const& p, auto const& angle) { return about_z(angle) * p; });
constexpr auto by_hand = function<R<3>, R<>>([](auto const& p, auto const& angle) {
  auto const c = cos(angle), s = sin(angle);
  return std::array{c * p[0] - s * p[1], s * p[0] + c * p[1], p[2]};
});

}  // namespace

TEST_CASE("derivatives: the determinant's are cofactors, a solution's follow from the inverse") {
  LEIBNIZ_CHECK_BOTH([] {
    auto const a = some_matrix<4>();
    auto const r = gradient(determinant_of_four)(a);
    return r.value == determinant(a) &&
           close(transpose(r.gradient) * (1 / r.value), inverse(a), 1e-14);
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const a = some_matrix<3>();
    std::array const b{1.0, opaque(-2.0), 0.5};
    auto const r = gradient(solution)(a, b);
    // c·x with a x = b: by b it is u = a^-T c, by a it is -u x^T
    auto const u = transpose(inverse(a)) * vec<double, 3>{{1, 2, -1}};
    auto const x = solve(a, b);
    return close(to_vec(r.gradient[boost::hana::size_c<1>]), u, 1e-14) &&
           close(r.gradient[boost::hana::size_c<0>], -outer(u, to_vec(x)), 1e-14);
  });
  LEIBNIZ_CHECK_BOTH([] {
    auto const a = some_matrix<6>();
    auto const r = gradient(of_six)(a);  // -a^-T a^-T
    auto const t = transpose(inverse(a));
    return close(r.gradient, -(t * t), 1e-13);
  });
}

TEST_CASE("constants 0 and 1 in a matrix cost nothing") {
  STATIC_REQUIRE(cost(turned).operations == cost(by_hand).operations);
  STATIC_REQUIRE(cost(jacobian(turned)).operations == cost(jacobian(by_hand)).operations);
  constexpr auto scaled = function<R<2, 2>>([](auto const& a) {
    constexpr matrix<double, 2, 2> stretch{{2, 0, 0, 1}};
    return stretch * a + matrix<double, 2, 2>{};
  });
  STATIC_REQUIRE(cost(scaled).operations == 2);
  LEIBNIZ_CHECK_BOTH([] {
    auto const a = turned(std::array{opaque(1.0), 2.0, 3.0}, 0.5);
    return a == by_hand(std::array{opaque(1.0), 2.0, 3.0}, 0.5);
  });
}
