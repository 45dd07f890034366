// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/inputs.hpp"

// What lz::map reads points from and writes results to: one number for all points, an array with an element for each
// point, or an array for each component.

namespace leibniz {

/// A structure of arrays as one argument or destination of lz::map: an array for each component of its shape.
template <class E, int N> struct component_arrays {
  E* row[N];
  long length;       ///< of each array; −1 where nobody knows
  bool same = true;  ///< whether all have that length
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
  if constexpr (requires { a.data(); }) {
    if constexpr (requires { a.innerStride(); })
      assert(a.innerStride() == 1 && "leibniz::map: an array whose elements are apart");
    return a.data();
  } else {
    return &a[0];
  }
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

/// The numbers of a point that is the same for all.
template <class Shape, class A> struct one_point {
  using number = std::remove_cvref_t<decltype(component<Shape>(std::declval<A const&>(), 0))>;
  static constexpr long fixed = -1;
  A const& point;

  LEIBNIZ_INLINE long length() const { return -1; }
  template <class V> LEIBNIZ_INLINE V get(long, int c) const {
    return static_cast<V>(component<Shape>(point, c));
  }
  template <int> struct buffer {};
  template <class Buffer> LEIBNIZ_INLINE one_point padded(Buffer&, long, long) const {
    return *this;
  }
};

/// An element for each point; of a scalar shape, a number.
template <class Shape, class E, long Fixed> struct element_array {
  using number = std::remove_cvref_t<decltype(component<Shape>(std::declval<E&>(), 0))>;
  static constexpr long fixed = Fixed;
  E* first;
  long size;

  LEIBNIZ_INLINE long length() const { return size; }
  template <class V> LEIBNIZ_INLINE V get(long at, int c) const {
    if constexpr (points_at_once<V> == 1) {
      return static_cast<V>(component<Shape>(first[at], c));
    } else if constexpr (std::is_same_v<std::remove_cv_t<E>, typename V::value_type>) {
      return V::load(first + at);
    } else {
      return V::make([&](auto leibniz_k) {
        return static_cast<typename V::value_type>(component<Shape>(first[at + leibniz_k], c));
      });
    }
  }
  template <class V> LEIBNIZ_INLINE void put(long at, int c, V const& value) const {
    if constexpr (points_at_once<V> == 1) {
      component<Shape>(first[at], c) = static_cast<number>(value);
    } else if constexpr (std::is_same_v<E, typename V::value_type>) {
      value.store(first + at);
    } else {
      typename V::value_type numbers[points_at_once<V>];
      value.store(numbers);
      for (int k = 0; k < points_at_once<V>; ++k)
        component<Shape>(first[at + k], c) = static_cast<number>(numbers[k]);
    }
  }

  // The last points, fewer than are computed with at once: a copy in which the last one is repeated.
  template <int Size> struct buffer {
    std::remove_const_t<E> element[Size];
  };
  template <int Size>
  LEIBNIZ_INLINE element_array padded(buffer<Size>& copy, long from, long count) const {
    for (int k = 0; k < Size; ++k)
      assign(copy.element[k], first[from + (k < count ? k : count - 1)]);
    return {copy.element, Size};
  }
  template <int Size> LEIBNIZ_INLINE element_array target(buffer<Size>& copy) const {
    return {copy.element, Size};
  }
  template <int Size>
  LEIBNIZ_INLINE void copy_back(buffer<Size> const& copy, long from, long count) const {
    for (int k = 0; k < count; ++k) assign(first[from + k], copy.element[k]);
  }

 private:
  template <class To, class From> LEIBNIZ_INLINE static void assign(To& to, From const& from) {
    if constexpr (std::is_bounded_array_v<To>)
      for (std::size_t i = 0; i < std::extent_v<To>; ++i) assign(to[i], from[i]);
    else to = from;
  }
};

/// An array for each component.
template <class E, int N> struct array_of_each {
  using number = std::remove_const_t<E>;
  static constexpr long fixed = -1;
  E* row[N];
  long size;

  LEIBNIZ_INLINE long length() const { return size; }
  template <class V> LEIBNIZ_INLINE V get(long at, int c) const {
    return element_array<R<>, E, -1>{row[c], size}.template get<V>(at, 0);
  }
  template <class V> LEIBNIZ_INLINE void put(long at, int c, V const& value) const {
    element_array<R<>, E, -1>{row[c], size}.put(at, 0, value);
  }
  template <int Size> struct buffer {
    number element[N][Size];
  };
  template <int Size>
  LEIBNIZ_INLINE array_of_each padded(buffer<Size>& copy, long from, long count) const {
    for (int c = 0; c < N; ++c)
      for (int k = 0; k < Size; ++k)
        copy.element[c][k] = row[c][from + (k < count ? k : count - 1)];
    return target(copy);
  }
  template <int Size> LEIBNIZ_INLINE array_of_each target(buffer<Size>& copy) const {
    array_of_each result{{}, Size};
    for (int c = 0; c < N; ++c) result.row[c] = copy.element[c];
    return result;
  }
  template <int Size>
  LEIBNIZ_INLINE void copy_back(buffer<Size> const& copy, long from, long count) const {
    for (int c = 0; c < N; ++c)
      for (int k = 0; k < count; ++k) row[c][from + k] = copy.element[c][k];
  }
};

template <class A> inline constexpr bool is_components = false;
template <class E, int N> inline constexpr bool is_components<component_arrays<E, N>> = true;

/// After an error.
struct no_array {};

template <class E, int N>
constexpr void note_length(component_arrays<E, N>& arrays, long length) {
  if (length < 0) return;
  if (arrays.length >= 0 && arrays.length != length) arrays.same = false;
  arrays.length = length;
}
/// Of an array of arrays.
template <class Arrays> constexpr auto components_of(Arrays& arrays) {
  constexpr long n = extent_of<std::remove_cv_t<Arrays>>();
  static_assert(
      n > 0,
      "leibniz::components: the number of components is part of the type: a std::array, a C array");
  using E = element_in<std::remove_reference_t<decltype(arrays[0])>>;
  component_arrays<E, static_cast<int>(n)> result{{}, -1, true};
  for (int c = 0; c < static_cast<int>(n); ++c) {
    auto& array = arrays[static_cast<index_of<std::remove_cv_t<Arrays>>>(c)];
    result.row[c] = first_of(array);
    note_length(result, length_in(array));
  }
  return result;
}

/// Of one array for each component.
template <class... Arrays> constexpr auto components_of_several(Arrays&... arrays) {
  using E = std::remove_pointer_t<std::common_type_t<decltype(first_of(arrays))...>>;
  if constexpr (sizeof...(Arrays) == 1 && !Single<std::remove_cv_t<E>>) {
    return components_of((arrays, ...));
  } else {
    component_arrays<E, static_cast<int>(sizeof...(Arrays))> result{
        {first_of(arrays)...}, -1, true};
    (note_length(result, length_in(arrays)), ...);
    return result;
  }
}
/// Whether arrays are arrays, with elements like the first one's; if not, an error.
template <class First, class A, int Position> constexpr bool is_component() {
  if constexpr (!IsArray<A>)
    return diagnose<"argument", digits<Position>(), "of lz::components",
                    "is no array:", "for one point, use std::array">();
  else if constexpr (!IsArray<First>) return false;
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
requires(!is_components<std::remove_cv_t<A>>)
LEIBNIZ_INLINE auto array_for(A& a) {
  using argument = std::remove_cv_t<A>;
  if constexpr (IsArray<argument>) {
    constexpr int size = shape<Shape>::size;
    using element = element_in<A>;
    using point = std::remove_cv_t<element>;
    // double[3][2] is one point of R<3, 2>, and three of R<2>
    constexpr bool whole =
        Single<point> || (is_point_of<argument, size>() && !is_point_of<point, size>());
    if constexpr (As == role::destination && std::is_const_v<element>) {
      diagnose<"destination", digits<Position>(), "is const">();
      return no_array{};
    } else if constexpr (Single<point> && (std::is_same_v<Shape, R<>> ||
                                           (size == 1 && extent_of<argument>() != 1))) {
      return element_array<R<>, element, extent_of<argument>()>{first_of(a), length_in(a)};
    } else if constexpr (whole) {
      return point_for<Shape, Position, As>(a);
    } else if constexpr (std::is_pointer_v<point> || !is_point<Shape, point, Position, As>() ||
                         !holds_its_numbers<Shape, point>()) {
      if constexpr (std::is_pointer_v<point> || is_point<Shape, point, Position, As>())
        diagnose<"points of", word<As>, digits<Position>(),
                 "do not hold their numbers:", "use std::array or components">();
      return no_array{};
    } else {
      return element_array<Shape, element, extent_of<argument>()>{first_of(a), length_in(a)};
    }
  } else {
    return point_for<Shape, Position, As>(a);
  }
}
template <class Shape, int Position, role As, class E, int N>
LEIBNIZ_INLINE auto array_for(component_arrays<E, N> const& a) {
  if constexpr (N != shape<Shape>::size) {
    diagnose<"components of", word<As>, digits<Position>(), "are", digits<N>(), "and must be",
             digits<shape<Shape>::size>()>();
    return no_array{};
  } else if constexpr (As == role::destination && std::is_const_v<E>) {
    diagnose<"destination", digits<Position>(), "is const">();
    return no_array{};
  } else {
    if (!std::is_constant_evaluated())
      assert(a.same && "leibniz::map: arrays of different lengths in lz::components");
    array_of_each<E, N> result{{}, a.length};
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
    return component_arrays<double, static_cast<int>(sizeof...(Arrays))>{};  // after an error
  } else {
    return emit::components_of_several(arrays...);
  }
}

}  // namespace leibniz
