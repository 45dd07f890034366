// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/emit/take.hpp"
#include "leibniz/emit/variables_of.hpp"

namespace leibniz {

/// A symmetric matrix of second derivatives, by variables `(x, y)` or by indices `(0, 1)`.
template <class T, class... Xs> struct hessian_matrix {
  matrix<T, static_cast<int>(sizeof...(Xs)), static_cast<int>(sizeof...(Xs))> entries;

  template <class X, class Y> constexpr T operator()(X const& x, Y const& y) const {
    if constexpr (std::is_integral_v<X>) return entries(static_cast<int>(x), static_cast<int>(y));
    else return entries(emit::place_of<X, Xs...>(), emit::place_of<Y, Xs...>());
  }
  template <class Index> constexpr after_error operator[](Index const&) const {
    return emit::refuse_to_read<Index>();
  }
};

/// Value, gradient and Hessian at a point.
template <class T, class... Xs>
struct hessian_result : emit::result_base<by_variable<T, Xs...>> {
  T value;
  by_variable<T, Xs...> gradient;
  hessian_matrix<T, Xs...> hessian;

  /// The first derivative by x.
  template <class X> constexpr auto operator[](X const& x) const
      -> std::conditional_t<(std::is_same_v<X, Xs> || ...), T, after_error> {
    if constexpr ((std::is_same_v<X, Xs> || ...)) return gradient[x];
    else return emit::place_of<X, Xs...>(), after_error{};
  }
  constexpr operator T() const  // an error
  requires(!std::is_same_v<T, traced>)
  {
    return emit::refuse_to_read<T>();
  }
};

namespace emit {

template <class Program, class... Xs> struct take_hessian {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int n = sizeof...(Xs);
    return hessian_result<T, Xs...>{{},
                                    take_one<Program, 0>(s),
                                    take_map<Program, 1>(s, wrt_list<Xs...>{}),
                                    {take_symmetric<Program, 1 + n, n>(s)}};
  }
};

}  // namespace emit

/// A function of named arguments that computes value, gradient and Hessian in one pass; the symmetric part
/// is computed once.
template <Formula F, class... Xs> struct hessian_of {
  using program = emit::hessian_program<emit::formula_source<1, wrt_list<Xs...>, F>>;
  using entries = emit::symmetric_entries<sizeof...(Xs)>;
  [[no_unique_address]] detail::literals<F::literal_count> literals;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(emit::take_hessian<program, Xs...>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return emit::call_named<program>(detail::literal_values(*this), use, arguments...);
  }
};

/// The Hessian of a formula by the listed variables.
template <Formula F, class... Xs> constexpr auto hessian(F const& f, wrt_list<Xs...>) {
  return hessian_of<F, Xs...>{detail::concatenate(f)};
}
/// The Hessian by all variables, in order of first appearance.
template <class F> constexpr auto hessian(F const& f) {
  if constexpr (!detail::require_formula<F>()) return after_error{};
  else return hessian(f, emit::variables_as<wrt_list, F>());
}
template <class F, class... By>
requires(sizeof...(By) > 0)
constexpr auto hessian(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}

}  // namespace leibniz
