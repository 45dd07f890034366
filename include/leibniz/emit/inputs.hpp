// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cassert>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/base/diagnose.hpp"
#include "leibniz/base/extent.hpp"
#include "leibniz/emit/replay.hpp"
#include "leibniz/emit/scalar_of.hpp"
#include "leibniz/expression/shape.hpp"

namespace leibniz::emit {

/// The type that an array is indexed by, so that warnings about conversions stay quiet.
template <class A> struct index_type {
  using type = std::conditional_t<std::is_class_v<A>, std::size_t, int>;
};
template <class A>
requires requires { typename A::Index; }
struct index_type<A> {  // Eigen
  using type = typename A::Index;
};
template <class A> using index_of = typename index_type<A>::type;

template <class A>
concept Number =
    !OfDynamicSize<std::remove_cvref_t<A>> && requires(std::remove_cvref_t<A> const& a) { a* a; };

/// How the entries of a matrix are reached: a(i, j), or a[i][j]; otherwise they stand in a row.
template <class A> concept CalledByTwo =
    requires(A const& a) { requires Number<decltype(a(0, 0))>; };
template <class A> concept IndexedTwice =
    !CalledByTwo<A> && requires(A const& a) { requires Number<decltype(a[0][0])>; };

/// Rows and columns that a type fixes; −1 where it does not.
template <class A> constexpr long rows_of() {
  if constexpr (requires { A::RowsAtCompileTime; }) return A::RowsAtCompileTime;  // Eigen
  else if constexpr (requires { std::bool_constant<(A::rows(), true)>{}; }) return A::rows();
  else if constexpr (requires { std::bool_constant<(A::static_extent(1), true)>{}; })  // mdspan
    return static_cast<long>(A::static_extent(0));
  else if constexpr (IndexedTwice<A>) return extent_of<A>();
  else return -1;
}
template <class A> constexpr long columns_of() {
  if constexpr (requires { A::ColsAtCompileTime; }) return A::ColsAtCompileTime;
  else if constexpr (requires { std::bool_constant<(A::cols(), true)>{}; }) return A::cols();
  else if constexpr (requires { std::bool_constant<(A::static_extent(1), true)>{}; })
    return static_cast<long>(A::static_extent(1));
  else if constexpr (IndexedTwice<A>)
    return extent_of<std::remove_cvref_t<decltype(std::declval<A const&>()[0])>>();
  else return -1;
}

/// A matrix, also one that happens to have one row or column: its elements have no order that all libraries agree on.
template <class A> constexpr bool is_matrix() {
  if constexpr (requires { A::IsVectorAtCompileTime; }) return !A::IsVectorAtCompileTime;  // Eigen
  else return false;
}

/// What an argument is, in a sentence about it.
enum class role { input, destination };
template <role> inline constexpr auto word = fixed_string("input");
template <role> inline constexpr auto length_of = fixed_string("length of input");
template <role> inline constexpr auto rows_word = fixed_string("rows of input");
template <role> inline constexpr auto columns_word = fixed_string("columns of input");
template <> inline constexpr auto word<role::destination> = fixed_string("destination");
template <> inline constexpr auto length_of<role::destination> =
    fixed_string("length of destination");
template <> inline constexpr auto rows_word<role::destination> =
    fixed_string("rows of destination");
template <> inline constexpr auto columns_word<role::destination> =
    fixed_string("columns of destination");

/// Element i of an argument that stands for an input of `Shape`. What an assertion is about is in the name of `check`, which
/// the message contains.
template <class Shape> struct access;
template <> struct access<R<>> {
  template <class A> LEIBNIZ_INLINE static auto const& get(A const& a, int) { return a; }
  template <class A, int Position, role As = role::input> static constexpr bool accepts() {
    if constexpr (!Number<A>)
      return diagnose<word<As>, digits<Position>(), "of shape R<> is one number">();
    else if constexpr (!std::is_default_constructible_v<A>)
      return diagnose<word<As>, digits<Position>(),
                      "is not computed yet:", "end the expression with .eval()">();
    else return true;
  }
  template <int, role = role::input, class A> static constexpr void check(A const&) {}
};
template <int N> struct access<R<N>> {
  template <class A> LEIBNIZ_INLINE static decltype(auto) get(A&& a, int i) {
    return a[static_cast<index_of<std::remove_cvref_t<A>>>(i)];
  }
  template <class A, int Position, role As = role::input> static constexpr bool accepts() {
    constexpr long given = extent_of<A>();
    if constexpr (given >= 0 && given != N)
      return diagnose<length_of<As>, digits<Position>(), "is", digits<given>(), "and must be",
                      digits<N>()>();
    else if constexpr (is_matrix<A>())
      return diagnose<word<As>, digits<Position>(),
                      "of shape R<n> is a vector:", "take a row or column of it">();
    else if constexpr (!requires(A const& a) { requires Number<decltype(a[0])>; })
      return diagnose<word<As>, digits<Position>(), "of shape R<n> is an array,",
                      "a span, a vector or a pointer">();
    else return true;
  }
  template <int Position, role As = role::input, class A>
  static constexpr void check(A const& a) {
    constexpr long given = extent_of<A>();
    if constexpr (given < 0 && requires { a.size(); })
      if (!std::is_constant_evaluated())
        assert(static_cast<long>(a.size()) == N &&
               "leibniz: wrong length of the input or destination at Position");
  }
};
template <int M, int N> struct access<R<M, N>> {
  template <class A> LEIBNIZ_INLINE static decltype(auto) at(A&& a, int i) {
    return a[static_cast<index_of<std::remove_cvref_t<A>>>(i)];
  }
  template <class A> LEIBNIZ_INLINE static decltype(auto) get(A&& a, int i) {
    if constexpr (CalledByTwo<std::remove_cvref_t<A>>) return a(i / N, i % N);
    else if constexpr (IndexedTwice<std::remove_cvref_t<A>>) return at(at(a, i / N), i % N);
    else return at(a, i);
  }
  template <class A, int Position, role As = role::input> static constexpr bool accepts() {
    constexpr bool in_a_row = !CalledByTwo<A> && !IndexedTwice<A>;
    constexpr long rows = rows_of<A>(), columns = columns_of<A>(), given = extent_of<A>();
    if constexpr (rows >= 0 && rows != M)
      return diagnose<rows_word<As>, digits<Position>(), "are", digits<rows>(), "and must be",
                      digits<M>()>();
    else if constexpr (columns >= 0 && columns != N)
      return diagnose<columns_word<As>, digits<Position>(), "are", digits<columns>(), "and must be",
                      digits<N>()>();
    else if constexpr (in_a_row && given >= 0 && given != M * N)
      return diagnose<length_of<As>, digits<Position>(), "is", digits<given>(), "and must be",
                      digits<M * N>()>();
    else if constexpr (in_a_row && !requires(A const& a) { requires Number<decltype(a[0])>; })
      return diagnose<word<As>, digits<Position>(),
                      "of shape R<m, n> is a matrix:", "lz::matrix, C array, Eigen">();
    else return true;
  }
  template <int Position, role As = role::input, class A>
  static constexpr void check(A const& a) {
    if constexpr (rows_of<A>() < 0 || columns_of<A>() < 0)
      if (!std::is_constant_evaluated())
        assert(fits(a) && "leibniz: wrong shape of the input or destination at Position");
  }

 private:
  /// As far as the argument knows its lengths.
  template <class A> static constexpr bool fits(A const& a) {
    if constexpr (requires { a.rows() == a.cols(); }) {
      return a.rows() == M && a.cols() == N;
    } else if constexpr (CalledByTwo<A> && requires { a.extent(0) == a.extent(1); }) {  // mdspan
      return static_cast<long>(a.extent(0)) == M && static_cast<long>(a.extent(1)) == N;
    } else if constexpr (IndexedTwice<A>) {
      if (!has_length<M>(a)) return false;
      for (int i = 0; i < M; ++i)
        if (!has_length<N>(at(a, i))) return false;
      return true;
    } else {
      return has_length<M * N>(a);
    }
  }
  template <int Length, class A> static constexpr bool has_length(A const& a) {
    if constexpr (extent_of<A>() < 0 && requires { a.size(); })
      return static_cast<long>(a.size()) == Length;
    else return true;
  }
};
template <template <class> class Struct> struct access<like<Struct>> {
  template <class A> LEIBNIZ_INLINE static auto& get(A& a, int i) {
    return leibniz::detail::parts<std::remove_cv_t<A>>::get(a, i);
  }
  template <class A, int Position, role As = role::input> static constexpr bool accepts() {
    using parts = leibniz::detail::parts<A>;
    if constexpr (leibniz::detail::form_of<A>() == leibniz::detail::form::scalar)
      return diagnose<word<As>, digits<Position>(), "of shape lz::like<S> is a struct,",
                      "an S<double>">();
    else if constexpr (parts::count != shape<like<Struct>>::size || !parts::uniform)
      return diagnose<word<As>, digits<Position>(), "of shape lz::like<S> is an", "S<double>",
                      "this struct has other members">();
    else return true;
  }
  template <int, role = role::input, class A> static constexpr void check(A const&) {}
};
template <class Shape> struct access<passive<Shape>> : access<Shape> {};

template <class Shape, class A>
using element_of = std::remove_cvref_t<decltype(access<Shape>::get(std::declval<A const&>(), 0))>;

}  // namespace leibniz::emit
