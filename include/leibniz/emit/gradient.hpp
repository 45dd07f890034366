// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/hana/at_key.hpp>
#include <boost/hana/map.hpp>
#include <boost/hana/pair.hpp>

#include "leibniz/emit/hana.hpp"
#include "leibniz/emit/variables_of.hpp"

namespace leibniz {

/// Value and gradient at a point.
template <class T, class... Xs> struct gradient_result {
  T value;
  boost::hana::map<boost::hana::pair<Xs, T>...> gradient;  ///< keyed by variable

  /// The partial derivative by x.
  template <class X> constexpr T operator[](X const& x) const {
    if constexpr ((std::is_same_v<X, Xs> || ...)) {
      return gradient[x];
    } else {
      constexpr short_text text = X::written();
      diagnose<"no such entry in the gradient:", fixed_string<text.size + 1>(text.view()),
               "name it in wrt(...)">();
    }
  }
};

namespace emit {

template <class Program, class T, class... Xs> struct take_gradient {
  template <class Slots, int... I>
  LEIBNIZ_INLINE static auto take(Slots const& s, std::integer_sequence<int, I...>) {
    return gradient_result<T, Xs...>{s.v[Program::plan.roots[0]],
                                     boost::hana::make_map(boost::hana::make_pair(
                                         Xs{}, s.v[fixed(Program::plan.roots[I + 1])])...)};
  }
  template <class Slots> LEIBNIZ_INLINE auto operator()(Slots const& s) const {
    return take(s, std::make_integer_sequence<int, sizeof...(Xs)>{});
  }
};

}  // namespace emit

/// A function of named arguments that computes a formula's value and gradient in one pass.
template <Formula F, class... Xs> struct gradient_of {
  using program = emit::jacobian_program<emit::formula_source<1, F, Xs...>>;
  [[no_unique_address]] detail::literals<F::literal_count> literals;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    using T = scalar_of_call<typename Arguments::value_type...>;
    return emit::call_named<program>(detail::literal_values(*this),
                                     emit::take_gradient<program, T, Xs...>{}, arguments...);
  }
};

/// The gradient of a formula by the listed variables and lets.
template <Formula F, class... Xs> constexpr auto gradient(F const& f, wrt_list<Xs...>) {
  return gradient_of<F, Xs...>{detail::concatenate(f)};
}
/// The gradient by all variables, in order of first appearance.
template <class F> constexpr auto gradient(F const& f) {
  detail::require_formula<F>();
  if constexpr (Formula<F>) return gradient(f, emit::variables_as<wrt_list, F>());
}

}  // namespace leibniz
