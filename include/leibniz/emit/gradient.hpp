// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/emit/take.hpp"
#include "leibniz/emit/variables_of.hpp"

namespace leibniz {

/// Value and gradient at a point.
template <class T, class... Xs>
struct gradient_result : emit::result_base<by_variable<T, Xs...>> {
  T value;
  by_variable<T, Xs...> gradient;

  /// The derivative by x.
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

template <class Program, class... Xs> struct take_gradient {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return gradient_result<T, Xs...>{
        {}, take_one<Program, 0>(s), take_map<Program, 1>(s, wrt_list<Xs...>{})};
  }
};

}  // namespace emit

/// A function of named arguments that computes a formula's value and gradient in one pass.
template <Formula F, class... Xs> struct gradient_of {
  using program = emit::jacobian_program<emit::formula_source<1, wrt_list<Xs...>, F>>;
  [[no_unique_address]] detail::literals<F::literal_count> literals;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(emit::take_gradient<program, Xs...>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return emit::call_named<program>(detail::literal_values(*this), use, arguments...);
  }
};

/// The gradient of a formula by the listed variables and lets.
template <Formula F, class... Xs> constexpr auto gradient(F const& f, wrt_list<Xs...>) {
  return gradient_of<F, Xs...>{detail::concatenate(f)};
}
/// The gradient by all variables, in order of first appearance.
template <class F> constexpr auto gradient(F const& f) {
  if constexpr (!detail::require_formula<F>()) return after_error{};
  else return gradient(f, emit::variables_as<wrt_list, F>());
}
template <class F, class... By>
requires(sizeof...(By) > 0)
constexpr auto gradient(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}

}  // namespace leibniz
