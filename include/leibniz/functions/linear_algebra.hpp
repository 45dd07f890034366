// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/base/exact_comparison.hpp"
#include "leibniz/base/matrix.hpp"
#include "leibniz/functions/arithmetic.hpp"
#include "leibniz/functions/reduction.hpp"

// The algebra of small matrices, of numbers and of traced scalars, usable in constant expressions. While a function is
// traced, entries that are the constant 0 are structural: neither products with them nor sums are recorded, so that a
// rotation about an axis costs what one would write by hand. (0·∞ is then 0.) Products by 1 cost nothing either.

namespace leibniz {

namespace detail {

/// A constant 0 of a function that is traced.
constexpr bool is_structural_zero(traced const& x) {
  return x.is_constant() && same_value(x.value(), 0.0);
}
template <class T> constexpr bool is_structural_zero(T const&) { return false; }

template <class A, class B>
using sum_type = std::remove_cvref_t<decltype(std::declval<A const&>() + std::declval<B const&>())>;
template <class A, class B> using product_type =
    std::remove_cvref_t<decltype(std::declval<A const&>() * std::declval<B const&>())>;

template <class T> constexpr T times(T const& a, T const& b) {
  return is_structural_zero(a) || is_structural_zero(b) ? T(0) : T(a * b);
}
template <class T> constexpr T plus(T const& a, T const& b) {
  return is_structural_zero(a) ? b : is_structural_zero(b) ? a : T(a + b);
}
template <class T> constexpr T minus(T const& a, T const& b) {
  return is_structural_zero(b) ? a : is_structural_zero(a) ? T(-b) : T(a - b);
}

template <class T> inline constexpr bool is_matrix = false;
template <class T, int M, int N> inline constexpr bool is_matrix<matrix<T, M, N>> = true;
/// What a matrix is multiplied by: no sequence, no matrix.
template <class S> concept Factor = !Sequence<S> && !is_matrix<S> && requires(S const& s) { s* s; };

/// Three elements: a std::array or C array, a row or a column.
template <class V> inline constexpr bool is_triple = false;
template <class T> inline constexpr bool is_triple<std::array<T, 3>> = true;
template <class T> inline constexpr bool is_triple<T[3]> = true;
template <class T> inline constexpr bool is_triple<matrix<T, 3, 1>> = true;
template <class T> inline constexpr bool is_triple<matrix<T, 1, 3>> = true;

template <class V> using element_type = std::remove_cvref_t<decltype(std::declval<V const&>()[0])>;

/// a·d − b·c
template <class T> constexpr T minor(T const& a, T const& b, T const& c, T const& d) {
  return minus(times(a, d), times(b, c));
}

}  // namespace detail

/// A std::array as a column, and back.
template <class T, std::size_t N>
constexpr vec<T, static_cast<int>(N)> to_vec(std::array<T, N> const& from) {
  vec<T, static_cast<int>(N)> result{};
  for (std::size_t i = 0; i < N; ++i) result.elements[i] = from[i];
  return result;
}
template <class T, int M, int N> constexpr auto to_array(matrix<T, M, N> const& from) {
  std_array<T, M * N> result{};
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = from.elements[i];
  return result;
}

/// The identity matrix: `identity<T, 3>()`.
template <class T, int N> constexpr matrix<T, N, N> identity() {
  matrix<T, N, N> result{};
  for (int i = 0; i < N; ++i) result(i, i) = T(1);
  return result;
}

template <class A, class B, int M, int N>
constexpr auto operator+(matrix<A, M, N> const& a, matrix<B, M, N> const& b) {
  using T = detail::sum_type<A, B>;
  matrix<T, M, N> result{};
  for (int i = 0; i < M * N; ++i)
    result.elements[i] = detail::plus(static_cast<T>(a.elements[i]), static_cast<T>(b.elements[i]));
  return result;
}
template <class A, class B, int M, int N>
constexpr auto operator-(matrix<A, M, N> const& a, matrix<B, M, N> const& b) {
  using T = detail::sum_type<A, B>;
  matrix<T, M, N> result{};
  for (int i = 0; i < M * N; ++i)
    result.elements[i] =
        detail::minus(static_cast<T>(a.elements[i]), static_cast<T>(b.elements[i]));
  return result;
}
template <class T, int M, int N> constexpr matrix<T, M, N> operator-(matrix<T, M, N> const& a) {
  matrix<T, M, N> result{};
  for (int i = 0; i < M * N; ++i) result.elements[i] = -a.elements[i];
  return result;
}
template <class T, int M, int N> constexpr matrix<T, M, N> operator+(matrix<T, M, N> const& a) {
  return a;
}

template <class A, class B, int M, int K, int N>
constexpr auto operator*(matrix<A, M, K> const& a, matrix<B, K, N> const& b) {
  using T = detail::product_type<A, B>;
  matrix<T, M, N> result{};
  for (int i = 0; i < M; ++i)
    for (int j = 0; j < N; ++j) {
      T sum = detail::times(static_cast<T>(a(i, 0)), static_cast<T>(b(0, j)));
      for (int k = 1; k < K; ++k)
        sum = detail::plus(sum, detail::times(static_cast<T>(a(i, k)), static_cast<T>(b(k, j))));
      result(i, j) = sum;
    }
  return result;
}
/// A matrix times a std::array, as a std::array.
template <class A, class B, int M, int N, std::size_t K>
requires(static_cast<std::size_t>(N) == K)
constexpr auto operator*(matrix<A, M, N> const& a, std::array<B, K> const& x) {
  return to_array(a * to_vec(x));
}
template <class A, int M, int N, detail::Factor S>
constexpr auto operator*(matrix<A, M, N> const& a, S const& s) {
  using T = detail::product_type<A, S>;
  matrix<T, M, N> result{};
  for (int i = 0; i < M * N; ++i)
    result.elements[i] = detail::times(static_cast<T>(a.elements[i]), static_cast<T>(s));
  return result;
}
template <class A, int M, int N, detail::Factor S>
constexpr auto operator*(S const& s, matrix<A, M, N> const& a) {
  return a * s;
}
template <class A, int M, int N, detail::Factor S>
constexpr auto operator/(matrix<A, M, N> const& a, S const& s) {
  using T = detail::product_type<A, S>;
  matrix<T, M, N> result{};
  for (int i = 0; i < M * N; ++i) {
    T const element = static_cast<T>(a.elements[i]);
    if (!detail::is_structural_zero(element)) result.elements[i] = element / static_cast<T>(s);
  }
  return result;
}

template <class T, int M, int N, class B>
constexpr matrix<T, M, N>& operator+=(matrix<T, M, N>& a, matrix<B, M, N> const& b) {
  return a = a + b;
}
template <class T, int M, int N, class B>
constexpr matrix<T, M, N>& operator-=(matrix<T, M, N>& a, matrix<B, M, N> const& b) {
  return a = a - b;
}
template <class T, int M, int N, class B>
constexpr matrix<T, M, N>& operator*=(matrix<T, M, N>& a, B const& b) {
  return a = a * b;
}
template <class T, int M, int N, detail::Factor S>
constexpr matrix<T, M, N>& operator/=(matrix<T, M, N>& a, S const& s) {
  return a = a / s;
}

template <class T, int M, int N>
constexpr matrix<T, N, M> transpose(matrix<T, M, N> const& a) {
  matrix<T, N, M> result{};
  for (int i = 0; i < M; ++i)
    for (int j = 0; j < N; ++j) result(j, i) = a(i, j);
  return result;
}

/// The sum of the diagonal.
template <class T, int N> constexpr T trace(matrix<T, N, N> const& a) {
  T sum = a(0, 0);
  for (int i = 1; i < N; ++i) sum = detail::plus(sum, a(i, i));
  return sum;
}

/// a bᵀ of two columns.
template <class A, class B, int M, int N>
constexpr auto outer(vec<A, M> const& a, vec<B, N> const& b) {
  return a * transpose(b);
}
template <class A, class B, std::size_t M, std::size_t N>
constexpr auto outer(std::array<A, M> const& a, std::array<B, N> const& b) {
  return to_vec(a) * transpose(to_vec(b));
}

/// The cross product of two vectors of three elements; of the first one's kind (of C arrays, a std::array).
template <class A, class B>
requires(detail::is_triple<A> && detail::is_triple<B>)
constexpr auto cross(A const& a, B const& b) {
  using T = detail::product_type<detail::element_type<A>, detail::element_type<B>>;
  T const x[] = {static_cast<T>(a[0]), static_cast<T>(a[1]), static_cast<T>(a[2])};
  T const y[] = {static_cast<T>(b[0]), static_cast<T>(b[1]), static_cast<T>(b[2])};
  T const u = detail::minor(x[1], x[2], y[1], y[2]), v = detail::minor(x[2], x[0], y[2], y[0]),
          w = detail::minor(x[0], x[1], y[0], y[1]);
  if constexpr (detail::is_matrix<A>) return matrix<T, A::rows(), A::cols()>{{u, v, w}};
  else return std::array<T, 3>{u, v, w};
}

/// The matrix of the cross product: skew(a)·b = a × b.
template <class V>
requires detail::is_triple<V>
constexpr auto skew(V const& a) {
  using T = detail::element_type<V>;
  return matrix<T, 3, 3>{{T(0), T(-a[2]), a[1], a[2], T(0), T(-a[0]), T(-a[1]), a[0], T(0)}};
}

namespace detail {

/// The 2 × 2 minors of the upper and of the lower two rows of a 4 × 4 matrix; of columns 01, 02, 03, 12, 13, 23.
template <class T> struct minors_of_four {
  T upper[6], lower[6];
};
template <class T> constexpr minors_of_four<T> minors(matrix<T, 4, 4> const& a) {
  minors_of_four<T> result{};
  int k = 0;
  for (int i = 0; i < 4; ++i)
    for (int j = i + 1; j < 4; ++j, ++k) {
      result.upper[k] = minor(a(0, i), a(0, j), a(1, i), a(1, j));
      result.lower[k] = minor(a(2, i), a(2, j), a(3, i), a(3, j));
    }
  return result;
}

template <class T> constexpr T three(T const& a, T const& x, T const& b, T const& y, T const& c,
                                     T const& z) {  // ax − by + cz
  return plus(minus(times(a, x), times(b, y)), times(c, z));
}

/// Elimination without exchange of rows: a becomes L (below the diagonal, which is 1) and U.
template <class T, int N> constexpr void factorize(matrix<T, N, N>& a) {
  for (int k = 0; k < N; ++k)
    for (int i = k + 1; i < N; ++i) {
      if (is_structural_zero(a(i, k))) continue;
      a(i, k) = a(i, k) / a(k, k);
      for (int j = k + 1; j < N; ++j) a(i, j) = minus(a(i, j), times(a(i, k), a(k, j)));
    }
}

/// The matrix whose product with a is determinant(a) times the identity.
template <class T> constexpr matrix<T, 1, 1> adjugate(matrix<T, 1, 1> const&) { return {{T(1)}}; }
template <class T> constexpr matrix<T, 2, 2> adjugate(matrix<T, 2, 2> const& a) {
  return {{a(1, 1), T(-a(0, 1)), T(-a(1, 0)), a(0, 0)}};
}
template <class T> constexpr matrix<T, 3, 3> adjugate(matrix<T, 3, 3> const& a) {
  matrix<T, 3, 3> result{};
  for (int i = 0; i < 3; ++i)
    for (int j = 0; j < 3; ++j) {
      int const p = (i + 1) % 3, q = (i + 2) % 3, r = (j + 1) % 3, s = (j + 2) % 3;
      result(j, i) = minor(a(p, r), a(p, s), a(q, r), a(q, s));
    }
  return result;
}
template <class T> constexpr matrix<T, 4, 4> adjugate(matrix<T, 4, 4> const& a) {
  auto const m = minors(a);
  auto const &s = m.upper, &c = m.lower;
  matrix<T, 4, 4> result{};
  for (int j = 0; j < 4; ++j) {  // column j of the result: row j of a is left out
    int const other = j < 2 ? 1 - j : 5 - j;
    auto const& of = j < 2 ? c : s;
    auto const& b = other;
    T const column[] = {three(a(b, 1), of[5], a(b, 2), of[4], a(b, 3), of[3]),
                        three(a(b, 0), of[5], a(b, 2), of[2], a(b, 3), of[1]),
                        three(a(b, 0), of[4], a(b, 1), of[2], a(b, 3), of[0]),
                        three(a(b, 0), of[3], a(b, 1), of[1], a(b, 2), of[0])};
    for (int i = 0; i < 4; ++i)
      result(i, j) = (i + j) % 2 == 0 ? column[i] : minus(T(0), column[i]);
  }
  return result;
}

}  // namespace detail

/// The determinant: up to 4 × 4 by minors, above by elimination without exchange of rows, which needs leading minors
/// other than 0.
template <class T, int N> constexpr T determinant(matrix<T, N, N> const& a) {
  using detail::plus, detail::minus, detail::times;
  if constexpr (N == 1) return a(0, 0);
  else if constexpr (N == 2) return detail::minor(a(0, 0), a(0, 1), a(1, 0), a(1, 1));
  else if constexpr (N == 3)
    return detail::three(a(0, 0), detail::minor(a(1, 1), a(1, 2), a(2, 1), a(2, 2)),  //
                         a(0, 1), detail::minor(a(1, 0), a(1, 2), a(2, 0), a(2, 2)),  //
                         a(0, 2), detail::minor(a(1, 0), a(1, 1), a(2, 0), a(2, 1)));
  else if constexpr (N == 4) {
    auto const m = detail::minors(a);
    return plus(
        detail::three(m.upper[0], m.lower[5], m.upper[1], m.lower[4], m.upper[2], m.lower[3]),
        detail::three(m.upper[3], m.lower[2], m.upper[4], m.lower[1], m.upper[5], m.lower[0]));
  } else {
    matrix<T, N, N> factors = a;
    detail::factorize(factors);
    T product = factors(0, 0);
    for (int i = 1; i < N; ++i) product = times(product, factors(i, i));
    return product;
  }
}

/// x with a·x = b, for a column, several columns, or a std::array b. Up to 4 × 4 by Cramer's rule, above by
/// elimination without exchange of rows: a traced function cannot choose a pivot. That is safe for symmetric positive
/// definite and for diagonally dominant matrices; others need rows in an order in which no pivot is small.
template <class A, class B, int N, int Columns>
constexpr auto solve(matrix<A, N, N> const& a, matrix<B, N, Columns> const& b) {
  using T = detail::product_type<A, B>;
  matrix<T, N, N> factors{};
  for (int i = 0; i < N * N; ++i) factors.elements[i] = static_cast<T>(a.elements[i]);
  matrix<T, N, Columns> x{};
  for (int i = 0; i < N * Columns; ++i) x.elements[i] = static_cast<T>(b.elements[i]);
  if constexpr (N <= 4) {
    return detail::adjugate(factors) * x / determinant(factors);
  } else {
    using detail::minus, detail::times;
    detail::factorize(factors);
    for (int c = 0; c < Columns; ++c) {
      for (int i = 1; i < N; ++i)
        for (int k = 0; k < i; ++k) x(i, c) = minus(x(i, c), times(factors(i, k), x(k, c)));
      for (int i = N; i-- > 0;) {
        for (int k = i + 1; k < N; ++k) x(i, c) = minus(x(i, c), times(factors(i, k), x(k, c)));
        if (!detail::is_structural_zero(x(i, c))) x(i, c) = x(i, c) / factors(i, i);
      }
    }
    return x;
  }
}
template <class A, class B, int N, std::size_t K>
requires(static_cast<std::size_t>(N) == K)
constexpr auto solve(matrix<A, N, N> const& a, std::array<B, K> const& b) {
  return to_array(solve(a, to_vec(b)));
}

/// The inverse: up to 4 × 4 by minors, above as solve(a, identity) with its conditions. A system of equations is
/// cheaper and more precise by `solve`.
template <class T, int N> constexpr matrix<T, N, N> inverse(matrix<T, N, N> const& a) {
  if constexpr (N <= 4) return detail::adjugate(a) * (T(1) / determinant(a));
  else return solve(a, identity<T, N>());
}

}  // namespace leibniz
