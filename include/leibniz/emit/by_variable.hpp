// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/hana/core/tag_of.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/pair.hpp>
#include <type_traits>

#include "leibniz/emit/hana.hpp"

namespace leibniz {

/// A hana::map from variables to derivatives, such as a gradient: `r.gradient[x]`.
template <class T, class... Xs>
using by_variable = boost::hana::map<boost::hana::pair<Xs, T>...>;

namespace emit {

template <class T>
inline constexpr bool is_map = std::is_same_v<boost::hana::tag_of_t<T>, boost::hana::map_tag>;

/// The base of a result that holds a map. Of a class that holds hana's pairs, GCC 12 thinks now that it is passed in
/// registers and now in memory, so that two object files may disagree. With a copy that is not defaulted, a class and
/// all that hold it are passed in memory.
struct in_memory {
  constexpr in_memory() = default;
  constexpr in_memory(in_memory const&) {}
  constexpr in_memory& operator=(in_memory const&) = default;
  constexpr ~in_memory() = default;
};
struct as_usual {};

/// The base of every result that may have maps among its members; a result without is copied like its members.
template <class... Members>
using result_base = std::conditional_t<(is_map<Members> || ...), in_memory, as_usual>;

}  // namespace emit

}  // namespace leibniz
