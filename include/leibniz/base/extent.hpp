// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>

namespace leibniz {

/// Number of elements that a type fixes, of an array, a container, a span or an Eigen vector; −1 where it does not.
template <class A> constexpr long extent_of() {
  if constexpr (std::is_bounded_array_v<A>) return static_cast<long>(std::extent_v<A>);
  else if constexpr (requires { A::SizeAtCompileTime; })
    return A::SizeAtCompileTime;  // Eigen; −1 if dynamic
  else if constexpr (requires {
                       A::extent;
                       typename A::element_type;
                     })
    return A::extent == std::size_t(-1) ? -1 : static_cast<long>(A::extent);
  else if constexpr (requires { std::tuple_size<A>::value; })
    return static_cast<long>(std::tuple_size<A>::value);
  else if constexpr (requires { std::bool_constant<(A::size(), true)>{}; }) return A::size();
  else return -1;
}

/// An Eigen array or matrix whose size its type does not fix: an array of numbers, never one number.
template <class A> concept OfDynamicSize =
    requires { A::SizeAtCompileTime; } && extent_of<A>() == -1;

}  // namespace leibniz
