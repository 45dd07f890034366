// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/emit/function_gradient.hpp"
#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/jacobian.hpp"
#include "leibniz/interop/blocks.hpp"

// Functions with derivatives for the root finders of Boost.Math.
// Source: https://www.boost.org/doc/libs/1_74_0/libs/math/doc/html/math_toolkit/roots_deriv.html

namespace leibniz {

/// Values of formulas in one variable, and numbers, as a tuple.
template <class Fs, class X, class... Data> struct derivatives_of_formula {
  [[no_unique_address]] Fs formulas;
  std::tuple<Data...> data;

  template <class T> auto operator()(T const& x) const {
    return std::apply(
        [&](auto const&... leibniz_data) {
          return std::tuple_cat(formulas(X{} = x, leibniz_data...));
        },
        data);
  }
};

namespace detail {
template <class F, class X, int... K, class... Data>
auto derivatives_of(F const& f, X const& x, std::integer_sequence<int, K...>, Data const&... data) {
  auto const fs = vector(derivative<K>(f, x)...);
  return derivatives_of_formula<std::remove_const_t<decltype(fs)>, X, Data...>{fs, {data...}};
}
}  // namespace detail

/// x → (f(x), f'(x), …, the N-th derivative), a std::tuple, in one pass: N = 1 for newton_raphson_iterate, 2 for
/// halley_iterate and schroder_iterate. Other variables of the formula are given as named arguments.
///
///   boost::math::tools::halley_iterate(lz::with_derivatives<2>(f, x, a = 2.0), guess, least, greatest, digits);
template <int N, Formula F, class X, class... Data>
auto with_derivatives(F const& f, X const& x, Data const&... data) {
  static_assert(is_variable<X>,
                "leibniz::with_derivatives: name a variable: with_derivatives<1>(f, x)");
  return detail::derivatives_of(f, x, std::make_integer_sequence<int, N + 1>{}, data...);
}

/// The same of a function of R<>; N is 1 or 2. Passive inputs are given in order.
template <int N, class Code, class... More, class... Data>
auto with_derivatives(function_of<Code, R<>, More...> const& f, Data const&... data) {
  static_assert(N == 1 || N == 2, "leibniz::with_derivatives<N>(function): N is 1 or 2");
  return [f, data...](auto const& leibniz_x) {
    if constexpr (N == 1) {
      auto const leibniz_r = gradient(f)(leibniz_x, data...);
      return std::tuple(leibniz_r.value, leibniz_r.gradient);
    } else {
      auto const leibniz_r = hessian(f)(leibniz_x, data...);
      return std::tuple(leibniz_r.value, leibniz_r.gradient, leibniz_r.hessian);
    }
  };
}

}  // namespace leibniz
