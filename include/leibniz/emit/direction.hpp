// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include "leibniz/emit/bind.hpp"
#include "leibniz/emit/inputs.hpp"

// Directions and adjoints are inputs of a program like any other; these are their names.

namespace leibniz::emit {

template <std::size_t M, std::size_t N>
constexpr auto joined(fixed_string<M> const& a, fixed_string<N> const& b) {
  fixed_string<M + N - 1> result;
  for (std::size_t i = 0; i + 1 < M; ++i) result.characters[i] = a.characters[i];
  for (std::size_t i = 0; i < N; ++i) result.characters[M - 1 + i] = b.characters[i];
  return result;
}

template <fixed_string Name>
inline constexpr auto direction_name = joined(fixed_string("direction of "), Name);
template <int I> inline constexpr auto adjoint_name = joined(fixed_string("adjoint "), digits<I>());

/// The name of the same component in the K-th of several directions or sets of adjoints.
template <int K, fixed_string Name>
inline constexpr auto numbered = joined(joined(Name, fixed_string(" #")), digits<K + 1>());

template <class Indices> struct adjoint_names;
template <int... I> struct adjoint_names<std::integer_sequence<int, I...>> {
  static constexpr std::string_view value[sizeof...(I) + 1] = {adjoint_name<I>.view()..., {}};
};

template <int... I, class... Ts>
constexpr auto numbered_arguments(std::integer_sequence<int, I...>, Ts const&... values) {
  return argument_group<argument<adjoint_name<I>, Ts>...>{{{values}...}};
}

}  // namespace leibniz::emit
