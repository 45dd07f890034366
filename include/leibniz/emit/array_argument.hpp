// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cassert>
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/inputs.hpp"
#include "leibniz/emit/same.hpp"

// What lz::map reads points from and writes results to: one number for all points, an array with an element for each
// point, or an array for each component.

namespace leibniz {

/// A structure of arrays as one argument or destination of lz::map: an array for each component of its shape.
template <class Row, int N> struct component_arrays {
  c_array<Row, N> row;
  bool same = true;  ///< whether all that know their length have the same
};

namespace emit {

/// How many numbers of this type are computed with at once (interop/lanes.hpp).
template <class V> inline constexpr int points_at_once = 1;

/// The number of an array: not something that has elements itself.
template <class E> concept Single =
    Number<E> && !requires(E const& e) { e[0]; } && !requires(E const& e) { e(0, 0); };

template <class A> concept IsArray =
    std::is_bounded_array_v<A> || std::is_pointer_v<A> || requires(A& a) {
      *a.data();
      a.size();
    };

template <class A> LEIBNIZ_INLINE auto* first_of(A& a) {
  if constexpr (requires { a.data(); }) return a.data();
  else return &a[0];
}
template <class A> LEIBNIZ_INLINE long length_in(A const& a) {
  if constexpr (std::is_bounded_array_v<A>) return static_cast<long>(std::extent_v<A>);
  else if constexpr (requires { a.size(); }) return static_cast<long>(a.size());
  else return -1;
}
template <class A> using element_in =
    std::remove_reference_t<decltype(*first_of(std::declval<A&>()))>;

/// Whether the numbers of an E, in order, are `Size`, all of one type: an array, a matrix, a struct.
template <class E, int Size> constexpr bool is_point_of() {
  if constexpr (leibniz::detail::form_of<E>() == leibniz::detail::form::scalar) return false;
  else return leibniz::detail::parts<E>::count == Size && leibniz::detail::parts<E>::uniform;
}

/// Component c of a point.
template <class Shape, class E> LEIBNIZ_INLINE decltype(auto) component(E& e, int c) {
  using point = std::remove_cv_t<E>;
  if constexpr (std::is_same_v<Shape, R<>> && Single<point>) return (e);
  else if constexpr (is_point_of<point, shape<Shape>::size>())
    return (leibniz::detail::parts<point>::get(e, c));
  else return (access<Shape>::get(e, c));
}

/// Where an array sets no limit.
inline constexpr long any_number = std::numeric_limits<long>::max();

/// The numbers of a point that is the same for all.
template <class Shape, class A> struct one_point {
  using number = std::remove_cvref_t<decltype(component<Shape>(std::declval<A const&>(), 0))>;
  static constexpr long fixed = -1;
  static constexpr bool in_pieces = false;
  A const& point;

  LEIBNIZ_INLINE long length() const { return -1; }
  template <class V> LEIBNIZ_INLINE V get(long, int c) const {
    return static_cast<V>(component<Shape>(point, c));
  }
  template <int> struct buffer {};
  template <class Buffer> LEIBNIZ_INLINE one_point padded(Buffer&, long, long) const {
    return *this;
  }
  LEIBNIZ_INLINE one_point from(long) const { return *this; }
  LEIBNIZ_INLINE long evenly_from(long) const { return any_number; }
};

/// An element for each point, of a scalar shape a number; all lie next to each other or `step` apart.
template <class Shape, class E, long Fixed, bool Adjacent> struct element_array {
  using number = std::remove_cvref_t<decltype(component<Shape>(std::declval<E&>(), 0))>;
  static constexpr long fixed = Fixed;
  static constexpr bool in_pieces = false;
  E* first;
  long size, step;

  LEIBNIZ_INLINE long length() const { return size; }
  LEIBNIZ_INLINE E& at(long k) const {
    if constexpr (Adjacent) return first[k];
    else return first[k * step];
  }
  template <class V> LEIBNIZ_INLINE V get(long k, int c) const {
    if constexpr (points_at_once<V> == 1) {
      return static_cast<V>(component<Shape>(at(k), c));
    } else if constexpr (Adjacent && std::is_same_v<std::remove_cv_t<E>, typename V::value_type>) {
      return V::load(first + k);
    } else {
      return V::make([&](auto leibniz_k) {
        return static_cast<typename V::value_type>(component<Shape>(at(k + leibniz_k), c));
      });
    }
  }
  template <class V> LEIBNIZ_INLINE void put(long k, int c, V const& value) const {
    if constexpr (points_at_once<V> == 1) {
      component<Shape>(at(k), c) = static_cast<number>(value);
    } else if constexpr (Adjacent && std::is_same_v<E, typename V::value_type>) {
      value.store(first + k);
    } else {
      typename V::value_type numbers[points_at_once<V>];
      value.store(numbers);
      for (int i = 0; i < points_at_once<V>; ++i)
        component<Shape>(at(k + i), c) = static_cast<number>(numbers[i]);
    }
  }

  // The last points, fewer than are computed with at once: a copy in which the last one is repeated.
  template <int Size> struct buffer {
    c_array<std::remove_const_t<E>, Size> element;
  };
  template <int Size>
  LEIBNIZ_INLINE element_array padded(buffer<Size>& copy, long from, long count) const {
    for (int k = 0; k < Size; ++k) assign(copy.element[k], at(from + (k < count ? k : count - 1)));
    return target(copy);
  }
  template <int Size> LEIBNIZ_INLINE element_array target(buffer<Size>& copy) const {
    return {copy.element, Size, 1};
  }
  template <int Size>
  LEIBNIZ_INLINE void copy_back(buffer<Size> const& copy, long from, long count) const {
    for (int k = 0; k < count; ++k) assign(at(from + k), copy.element[k]);
  }

  // The points from one on, and how many of them lie evenly.
  LEIBNIZ_INLINE element_array from(long k) const { return {first + k * step, size - k, step}; }
  LEIBNIZ_INLINE long evenly_from(long k) const { return size < 0 ? any_number : size - k; }

 private:
  template <class To, class From> LEIBNIZ_INLINE static void assign(To& to, From const& from) {
    if constexpr (std::is_bounded_array_v<To>)
      for (std::size_t i = 0; i < std::extent_v<To>; ++i) assign(to[i], from[i]);
    else to = from;
  }
};

/// The elements of a matrix of another library, in the order in which it stores them: columns, or rows, that are
/// `distance` apart.
template <class Elements, bool ByRows> struct matrix_array {
  using number = typename Elements::number;
  static constexpr long fixed = Elements::fixed;
  static constexpr bool in_pieces = true, by_rows = ByRows;
  Elements all;  ///< as if they lay evenly
  long piece, distance;

  LEIBNIZ_INLINE long length() const { return all.size; }
  LEIBNIZ_INLINE Elements from(long k) const {
    return {all.first + k / piece * distance + k % piece * all.step, all.size - k, all.step};
  }
  LEIBNIZ_INLINE long evenly_from(long k) const {
    if (distance == piece * all.step) return all.size - k;
    return piece - k % piece;
  }
};

/// An array for each component.
template <class Row, int N> struct array_of_each {
  using number = typename Row::number;
  static constexpr long fixed = -1;
  static constexpr bool in_pieces = false;
  c_array<Row, N> row;

  LEIBNIZ_INLINE long length() const {
    long found = -1;
    for (int c = 0; c < N; ++c) found = found < 0 ? row[c].length() : found;
    return found;
  }
  template <class V> LEIBNIZ_INLINE V get(long k, int c) const {
    return row[c].template get<V>(k, 0);
  }
  template <class V> LEIBNIZ_INLINE void put(long k, int c, V const& value) const {
    row[c].put(k, 0, value);
  }
  template <int Size> struct buffer {
    c_array<typename Row::template buffer<Size>, N> each;
  };
  template <int Size>
  LEIBNIZ_INLINE array_of_each padded(buffer<Size>& copy, long from, long count) const {
    array_of_each result = *this;
    for (int c = 0; c < N; ++c) result.row[c] = row[c].padded(copy.each[c], from, count);
    return result;
  }
  template <int Size> LEIBNIZ_INLINE array_of_each target(buffer<Size>& copy) const {
    array_of_each result = *this;
    for (int c = 0; c < N; ++c) result.row[c] = row[c].target(copy.each[c]);
    return result;
  }
  template <int Size>
  LEIBNIZ_INLINE void copy_back(buffer<Size> const& copy, long from, long count) const {
    for (int c = 0; c < N; ++c) row[c].copy_back(copy.each[c], from, count);
  }
  LEIBNIZ_INLINE array_of_each from(long k) const {
    array_of_each result = *this;
    for (int c = 0; c < N; ++c) result.row[c] = row[c].from(k);
    return result;
  }
  LEIBNIZ_INLINE long evenly_from(long k) const { return length() < 0 ? any_number : length() - k; }
};

template <class A> inline constexpr bool is_components = false;
template <class Row, int N> inline constexpr bool is_components<component_arrays<Row, N>> = true;

/// After an error.
struct no_array {};

/// Eigen says how far apart elements are; those of std::vector, std::span, … are next to each other.
template <class A> constexpr bool is_adjacent() {
  if constexpr (requires(A const& a) { a.innerStride(); }) return A::InnerStrideAtCompileTime == 1;
  else return true;
}
template <class A> LEIBNIZ_INLINE long step_of(A const& a) {
  if constexpr (requires { a.innerStride(); }) return static_cast<long>(a.innerStride());
  else return 1;
}
/// Whether it is known where the elements of an array are; if not, an error.
template <class A, fixed_string What, int Position> constexpr bool steps_are_known() {
  if constexpr (Strided<A> && !requires(A const& a) { a.innerStride(); })
    return diagnose<What, digits<Position>(), "has strides not known to lz::map",
                    "copy it to a std::vector">();
  else return true;
}

/// The elements of an array as points of a shape.
template <class Shape, class A> LEIBNIZ_INLINE auto elements_of(A& a) {
  using argument = std::remove_cv_t<A>;
  using elements =
      element_array<Shape, element_in<A>, extent_of<argument>(), is_adjacent<argument>()>;
  elements const all{first_of(a), length_in(a), step_of(a)};
  if constexpr (is_matrix<argument>())
    return matrix_array<elements, bool(argument::IsRowMajor)>{all, static_cast<long>(a.innerSize()),
                                                              static_cast<long>(a.outerStride())};
  else return all;
}

/// Of one array for each component, which all have elements of one type.
template <class E, class... Arrays> constexpr auto components_of_several(Arrays&... arrays) {
  using row = element_array<R<>, E, -1, (is_adjacent<std::remove_cv_t<Arrays>>() && ...)>;
  component_arrays<row, static_cast<int>(sizeof...(Arrays))> result{
      {row{first_of(arrays), length_in(arrays), step_of(arrays)}...}};
  long common = -1;
  for (row const& each : result.row) {
    if (each.size < 0) continue;
    if (common >= 0 && each.size != common) result.same = false;
    common = each.size;
  }
  return result;
}
/// Of an array of arrays.
template <class Arrays, std::size_t... I>
constexpr auto components_of(Arrays& arrays, std::index_sequence<I...>) {
  using E = element_in<std::remove_reference_t<decltype(arrays[0])>>;
  return components_of_several<E>(arrays[static_cast<index_of<std::remove_cv_t<Arrays>>>(I)]...);
}
template <class... Arrays> constexpr auto components_of_all(Arrays&... arrays) {
  using E = std::remove_pointer_t<std::common_type_t<decltype(first_of(arrays))...>>;
  if constexpr (sizeof...(Arrays) == 1 && !Single<std::remove_cv_t<E>>) {
    constexpr long n = extent_of<std::remove_cv_t<Arrays>...>();
    static_assert(
        n > 0,
        "leibniz::components: the number of components is part of the type: a std::array, a C array");
    return components_of((arrays, ...), std::make_index_sequence<static_cast<std::size_t>(n)>{});
  } else {
    return components_of_several<E>(arrays...);
  }
}
/// Whether arrays are arrays, with elements like the first one's; if not, an error.
template <class First, class A, int Position> constexpr bool is_component() {
  if constexpr (!IsArray<A>)
    return diagnose<"argument", digits<Position>(), "of lz::components",
                    "is no array:", "for one point, use std::array">();
  else if constexpr (!IsArray<First>) return false;
  else if constexpr (is_matrix<A>())
    return diagnose<"array", digits<Position>(),
                    "of lz::components is a matrix:", "take one of its rows or columns">();
  else if constexpr (!steps_are_known<A, "array of lz::components", Position>()) return false;
  else if constexpr (!std::is_same_v<std::remove_cv_t<element_in<A>>,
                                     std::remove_cv_t<element_in<First>>>)
    return diagnose<"array", digits<Position>(), "of lz::components has elements",
                    "of another type than array 1:", "use one type">();
  else if constexpr (extent_of<A>() >= 0 && extent_of<First>() >= 0 &&
                     extent_of<A>() != extent_of<First>())
    return diagnose<"length of array", digits<Position>(), "of lz::components is",
                    digits<extent_of<A>()>(), "and must be", digits<extent_of<First>()>()>();
  else return true;
}
template <class First, class... Arrays, int... I>
constexpr bool are_components(std::integer_sequence<int, I...>) {
  return (is_component<First, Arrays, I + 1>() && ...);
}
template <class First, class... More> constexpr bool are_components() {
  return are_components<First, First, More...>(
      std::make_integer_sequence<int, 1 + static_cast<int>(sizeof...(More))>{});
}

/// A struct with as many members as a shape has numbers, but of several types.
template <class E, int Size> constexpr bool is_mixed() {
  if constexpr (leibniz::detail::form_of<E>() != leibniz::detail::form::product) return false;
  else return leibniz::detail::parts<E>::count == Size && !leibniz::detail::parts<E>::uniform;
}

/// Whether a point can be read or written as one of a shape; if not, an error.
template <class Shape, class E, int Position, role As> constexpr bool is_point() {
  if constexpr (is_point_of<E, shape<Shape>::size>()) return true;
  else if constexpr (is_mixed<E, shape<Shape>::size>())
    return diagnose<"points of", word<As>, digits<Position>(),
                    "have members of several types:", "give all members one type">();
  else return access<Shape>::template accepts<E, Position, As>();
}

/// Whether a point's numbers stand in itself, not where a pointer, a vector or a span leads.
template <class Shape, class E> constexpr bool holds_its_numbers() {
  if constexpr (is_point_of<E, shape<Shape>::size>()) return true;
  else if constexpr (extent_of<E>() < 0 && rows_of<E>() < 0) return false;
  else
    return std::is_const_v<
        std::remove_reference_t<decltype(component<Shape>(std::declval<E const&>(), 0))>>;
}

/// What is no array: a point that is the same for all. Results are not written there.
template <class Shape, int Position, role As, class A> LEIBNIZ_INLINE auto point_for(A const& a) {
  if constexpr (As == role::destination) {
    diagnose<"destination", digits<Position>(), "is not an array of points", "as lz::map writes">();
    return no_array{};
  } else if constexpr (!is_point<Shape, A, Position, As>()) {
    return no_array{};
  } else {
    if constexpr (!is_point_of<A, shape<Shape>::size>())
      access<Shape>::template check<Position, As>(a);
    return one_point<Shape, A>{a};
  }
}

/// What an argument or a destination of lz::map is for a shape; an error and no_array where it is nothing.
template <class Shape, int Position, role As, class A>
requires(!is_components<std::remove_cv_t<A>> && !is_same_point<std::remove_cv_t<A>>)
LEIBNIZ_INLINE auto array_for(A& a) {
  using argument = std::remove_cv_t<A>;
  if constexpr (IsArray<argument>) {
    constexpr int size = shape<Shape>::size;
    using element = element_in<A>;
    using point = std::remove_cv_t<element>;
    constexpr bool numbers =
        Single<point> && (std::is_same_v<Shape, R<>> || (size == 1 && extent_of<argument>() != 1));
    // double[3][2] is one point of R<3, 2>, and three of R<2>
    constexpr bool whole =
        !numbers &&
        (Single<point> || (is_point_of<argument, size>() && !is_point_of<point, size>()));
    if constexpr (As == role::destination && std::is_const_v<element>) {
      diagnose<"destination", digits<Position>(), "is const">();
      return no_array{};
    } else if constexpr (!whole && !steps_are_known<argument, word<As>, Position>()) {
      return no_array{};
    } else if constexpr (numbers) {
      return elements_of<R<>>(a);
    } else if constexpr (whole) {
      return point_for<Shape, Position, As>(a);
    } else if constexpr (std::is_pointer_v<point> || !is_point<Shape, point, Position, As>() ||
                         !holds_its_numbers<Shape, point>()) {
      if constexpr (std::is_pointer_v<point> || is_point<Shape, point, Position, As>())
        diagnose<"points of", word<As>, digits<Position>(),
                 "do not hold their numbers:", "use std::array or components">();
      return no_array{};
    } else {
      return elements_of<Shape>(a);
    }
  } else {
    return point_for<Shape, Position, As>(a);
  }
}
template <class Shape, int Position, role As, class A>
LEIBNIZ_INLINE auto array_for(same_point<A> const& a) {
  return point_for<Shape, Position, As>(*a.point);
}
template <class Shape, int Position, role As, class Row, int N>
LEIBNIZ_INLINE auto array_for(component_arrays<Row, N> const& a) {
  if constexpr (N != shape<Shape>::size) {
    diagnose<"components of", word<As>, digits<Position>(), "are", digits<N>(), "and must be",
             digits<shape<Shape>::size>()>();
    return no_array{};
  } else if constexpr (As == role::destination &&
                       std::is_const_v<std::remove_pointer_t<decltype(Row::first)>>) {
    diagnose<"destination", digits<Position>(), "is const">();
    return no_array{};
  } else {
    if (!std::is_constant_evaluated())
      assert(a.same && "leibniz::map: arrays of different lengths in lz::components");
    array_of_each<Row, N> result{};
    for (int c = 0; c < N; ++c) result.row[c] = a.row[c];
    return result;
  }
}
template <class Shape> struct plain_shape {
  using type = Shape;
};
template <class Shape> struct plain_shape<passive<Shape>> : plain_shape<Shape> {};

}  // namespace emit

/// A structure of arrays as one argument or destination of lz::map: for each scalar of its shape, in order, an array (a
/// container, span, C array or pointer), or one array of all these arrays. All are of one type and length.
template <class... Arrays> constexpr auto components(Arrays&&... arrays) {
  if constexpr (!emit::are_components<std::remove_reference_t<Arrays>...>()) {
    using row = emit::element_array<R<>, double, -1, true>;
    return component_arrays<row, static_cast<int>(sizeof...(Arrays))>{};  // after an error
  } else {
    return emit::components_of_all(arrays...);
  }
}

}  // namespace leibniz
