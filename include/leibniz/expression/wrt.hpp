// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/expression/derivative_of.hpp"

namespace leibniz {

/// What to differentiate by, in order: `wrt(x, y)`; variables and lets.
template <class... Xs> struct wrt_list {
  static constexpr int size = sizeof...(Xs);
};

template <class... Xs> constexpr auto wrt(Xs const&...) {
  static_assert(
      sizeof...(Xs) > 0,
      "leibniz::wrt: the list is empty: name what to differentiate by, wrt(x, y), or leave wrt out for all "
      "variables");
  if constexpr ((detail::differentiable_by<Xs>() && ...)) return wrt_list<Xs...>{};
}

template <class T> inline constexpr bool is_wrt = false;
template <class... Xs> inline constexpr bool is_wrt<wrt_list<Xs...>> = true;

}  // namespace leibniz
