// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/expression/derivative_of.hpp"

namespace leibniz {

/// What to differentiate by, in order: `wrt(x, y)`; variables and lets.
template <class... Xs> struct wrt_list {
  static constexpr int size = sizeof...(Xs);
};

namespace detail {
template <class X, class... Xs> constexpr bool once_in() {
  if constexpr ((std::is_same_v<X, Xs> + ...) > 1)
    return diagnose<"twice in wrt:", X::name, "keep one of the two">();
  return true;
}
}  // namespace detail

template <class... Xs> constexpr auto wrt(Xs const&...) {
  static_assert(
      sizeof...(Xs) > 0,
      "leibniz::wrt: the list is empty: name what to differentiate by, wrt(x, y), or leave wrt out for all "
      "variables");
  if constexpr (!(detail::differentiable_by<Xs>() && ...)) return after_error{};
  else if constexpr (!(detail::once_in<Xs, Xs...>() && ...)) return after_error{};
  else return wrt_list<Xs...>{};
}

template <class T> inline constexpr bool is_wrt = false;
template <class... Xs> inline constexpr bool is_wrt<wrt_list<Xs...>> = true;

namespace detail {
/// Says what is wrong in `gradient(f, by)` and its like when they fit none of the forms.
template <class F, class... By> constexpr after_error refuse_derivative() {
  if constexpr ((std::is_enum_v<By> || ...))
    static_assert(
        never<F>,
        "leibniz::jacobian: the order stands in angle brackets: lz::jacobian<lz::order::reverse>(f)");
  else if constexpr (requires { typename F::code_type; })
    static_assert(
        never<F>,
        "leibniz: a function is differentiated by all its inputs: leave out wrt, and mark an "
        "input that is not to be differentiated as lz::passive<...>");
  else if constexpr (require_formula<F>() && !(std::is_same_v<By, after_error> || ...))
    static_assert(
        never<F>,
        "leibniz: what to differentiate by stands in one wrt: lz::gradient(f, lz::wrt(x, y))");
  return {};
}
}  // namespace detail

}  // namespace leibniz
