// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/base/inline.hpp"
#include "leibniz/base/matrix.hpp"
#include "leibniz/expression/parts.hpp"

namespace leibniz {

/// The shape of an input: `R<>` a scalar, `R<n>` a vector of n, `R<m, n>` a matrix of m rows and n columns.
template <int... Extents> struct R {
  static_assert(sizeof...(Extents) <= 2,
                "leibniz::R: a scalar R<>, a vector R<n> or a matrix R<m, n>");
  static_assert(((Extents > 0) && ...), "leibniz::R: extents are positive");
};

/// The shape of a struct that is a template of its scalar: with `template <class T> struct state { T x; std::array<T,
/// 3> w; };` the function gets a state<traced> for `like<state>`, and is called with a state<double>. Members are
/// scalars, arrays, matrices and structs of T; of a struct with more parameters, take an alias template of one.
template <template <class> class Struct> struct like {};

/// An input that is not differentiated: `passive<R<2>>`.
template <class Shape> struct passive {};

/// What a shape holds: `size` scalars, in a `container<T>`.
template <class Shape> struct shape;
template <> struct shape<R<>> {
  static constexpr int size = 1;
  static constexpr bool active = true;
  template <class T> using container = T;
  template <class T> LEIBNIZ_INLINE static container<T> make(T const* from) { return from[0]; }
};
template <int N> struct shape<R<N>> {
  static constexpr int size = N;
  static constexpr bool active = true;
  template <class T> using container = std_array<T, N>;
  template <class T> LEIBNIZ_INLINE static container<T> make(T const* from) {
    return make(from, std::make_integer_sequence<int, N>{});
  }
  template <class T, int... I>
  LEIBNIZ_INLINE static container<T> make(T const* from, std::integer_sequence<int, I...>) {
    return {{from[I]...}};
  }
};
template <int M, int N> struct shape<R<M, N>> {
  static constexpr int size = M * N;
  static constexpr bool active = true;
  template <class T> using container = matrix<T, M, N>;
  template <class T> LEIBNIZ_INLINE static container<T> make(T const* from) {
    return make(from, std::make_integer_sequence<int, size>{});
  }
  template <class T, int... I>
  LEIBNIZ_INLINE static container<T> make(T const* from, std::integer_sequence<int, I...>) {
    return {{from[I]...}};
  }
};
/// A struct, members of which are not made of its template parameter.
template <class Shape> inline constexpr bool is_mixed = false;
template <template <class> class Struct>
inline constexpr bool is_mixed<like<Struct>> =
    !detail::parts<Struct<traced>>::uniform ||
    !std::is_same_v<typename detail::parts<Struct<traced>>::scalar, traced>;
template <class Shape> inline constexpr bool is_mixed<passive<Shape>> = is_mixed<Shape>;

template <template <class> class Struct>
requires(!is_mixed<like<Struct>>)
struct shape<like<Struct>> {
  using parts = detail::parts<Struct<traced>>;
  static constexpr int size = parts::count;
  static constexpr bool active = true;
  template <class T> using container = Struct<T>;
  template <class T> LEIBNIZ_INLINE static container<T> make(T const* from) {
    container<T> result{};
    detail::assign_in_order<T> next{from};
    detail::parts<container<T>>::each(result, next);
    return result;
  }
};
template <class Shape> struct shape<passive<Shape>> : shape<Shape> {
  static constexpr bool active = false;
};

template <class T> concept Shape = requires { requires shape<T>::size > 0; };
template <class T> inline constexpr bool is_shape = Shape<T>;

}  // namespace leibniz
