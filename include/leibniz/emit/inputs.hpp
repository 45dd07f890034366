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

/// A std::array of std::arrays.
template <class A> inline constexpr bool is_array_of_arrays = false;
template <class A>
requires requires(A const& a) {
  a[0][0];
  std::tuple_size<A>::value;
  std::tuple_size<std::remove_cvref_t<decltype(a[0])>>::value;
}
inline constexpr bool is_array_of_arrays<A> = true;

/// Rows and columns that a type fixes; −1 where it does not.
template <class A> constexpr long rows_of() {
  if constexpr (std::rank_v<A> == 2) return static_cast<long>(std::extent_v<A, 0>);
  else if constexpr (is_array_of_arrays<A>) return static_cast<long>(std::tuple_size<A>::value);
  else if constexpr (requires { A::RowsAtCompileTime; }) return A::RowsAtCompileTime;  // Eigen
  else if constexpr (requires { std::bool_constant<(A::rows(), true)>{}; }) return A::rows();
  else return -1;
}
template <class A> constexpr long columns_of() {
  if constexpr (std::rank_v<A> == 2) return static_cast<long>(std::extent_v<A, 1>);
  else if constexpr (is_array_of_arrays<A>)
    return static_cast<long>(
        std::tuple_size<std::remove_cvref_t<decltype(std::declval<A const&>()[0])>>::value);
  else if constexpr (requires { A::ColsAtCompileTime; }) return A::ColsAtCompileTime;
  else if constexpr (requires { std::bool_constant<(A::cols(), true)>{}; }) return A::cols();
  else return -1;
}

template <class A> concept Number = requires(std::remove_cvref_t<A> const& a) { a* a; };

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
    if constexpr (requires { a(0, 0); }) return a(i / N, i % N);
    else if constexpr (requires { a[0][0]; }) return at(at(a, i / N), i % N);
    else return at(a, i);
  }
  template <class A, int Position, role As = role::input> static constexpr bool accepts() {
    constexpr long rows = rows_of<A>(), given = rows < 0 ? extent_of<A>() : -1;
    if constexpr (rows >= 0 && rows != M)
      return diagnose<rows_word<As>, digits<Position>(), "are", digits<rows>(), "and must be",
                      digits<M>()>();
    else if constexpr (rows >= 0 && columns_of<A>() >= 0 && columns_of<A>() != N)
      return diagnose<columns_word<As>, digits<Position>(), "are", digits<columns_of<A>()>(),
                      "and must be", digits<N>()>();
    else if constexpr (given >= 0 && given != M * N)
      return diagnose<length_of<As>, digits<Position>(), "is", digits<given>(), "and must be",
                      digits<M * N>()>();
    else if constexpr (requires(A const& a) { requires Number<decltype(a(0, 0))>; }) return true;
    else if constexpr (requires(A const& a) { requires Number<decltype(a[0][0])>; }) return true;
    else if constexpr (requires(A const& a) { requires Number<decltype(a[0])>; }) return true;
    else
      return diagnose<word<As>, digits<Position>(),
                      "of shape R<m, n> is a matrix:", "lz::matrix, C array, Eigen">();
  }
  template <int Position, role As = role::input, class A>
  static constexpr void check(A const& a) {
    if constexpr (rows_of<A>() < 0 && requires {
                    a.rows();
                    a.cols();
                  })
      assert(a.rows() == M && a.cols() == N &&
             "leibniz: wrong shape of the input or destination at Position");
    else if constexpr (rows_of<A>() < 0 && extent_of<A>() < 0 && requires { a.size(); })
      assert(static_cast<long>(a.size()) == M * N &&
             "leibniz: wrong length of the input or destination at Position");
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
