// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "leibniz/base/extent.hpp"
#include "leibniz/base/fixed_string.hpp"

namespace leibniz {

/// A named value, made by `x = 2.0`: the argument of a call or, with a formula, a replacement.
template <fixed_string Name, class T, bool OfParameter = false>
struct [[nodiscard("this names a value for a call, f(x = 2.0), and sets nothing")]] argument {
  using value_type = T;
  static constexpr auto name = Name;
  static constexpr bool of_parameter = OfParameter;
  T value;
};

template <class T>
concept Argument = requires(T const& a) {
  typename T::value_type;
  T::name.view();
  a.value;
};

/// An array of the caller's, of `Extent` elements or, where that is −1, of `size()`.
template <class E, long Extent = -1> struct array_view {
  using element_type = E;
  static constexpr std::size_t extent = static_cast<std::size_t>(Extent);  // as a std::span's
  E* first;
  long length;

  constexpr E* data() const { return first; }
  constexpr long size() const { return length; }
};

/// What says how far apart its elements are: Eigen's vectors, matrices and blocks; arrays of other libraries.
template <class A> concept Strided = requires(A const& a) {
  a.innerStride();
} || requires(A const& a) { a.strides(); } || requires(A const& a) { a.stride(0); };

/// A container or a view of numbers behind each other, but no number itself.
template <class A> concept ArrayOfNumbers = requires(A& a) {
  *a.data();
  a.size();
} && !Strided<A> && !requires(A const& a) { a* a; };

namespace detail {
/// How a value is kept in an argument: arrays are not copied.
template <class T> constexpr auto held(T const& value) {
  if constexpr (ArrayOfNumbers<T const>) {
    using element = std::remove_reference_t<decltype(*value.data())>;
    return array_view<element, extent_of<T>()>{value.data(), static_cast<long>(value.size())};
  } else if constexpr (std::is_bounded_array_v<T>) {
    return array_view<std::remove_extent_t<T> const, extent_of<T>()>{value, extent_of<T>()};
  } else {
    return value;
  }
}
template <class T> using held_type = std::remove_cv_t<decltype(held(std::declval<T const&>()))>;
}  // namespace detail

}  // namespace leibniz
