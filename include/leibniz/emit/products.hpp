// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <utility>

#include "leibniz/emit/jacobian.hpp"

// Products with the Jacobian and the Hessian of formulas, without forming the matrix.

namespace leibniz {

/// The components of a direction, by variable: `direction(x = 1.0, y = 0.0)`.
template <Argument... Arguments> constexpr auto direction(Arguments const&... components) {
  return emit::argument_group<
      argument<emit::direction_name<Arguments::name>, typename Arguments::value_type>...>{
      {{components.value}...}};
}

/// One adjoint for each output: `adjoint(1.0, 0.0)`.
template <class... Ts> constexpr auto adjoint(Ts const&... values) {
  return emit::numbered_arguments(std::make_integer_sequence<int, sizeof...(Ts)>{}, values...);
}

/// Value and its tangent; of several formulas, arrays.
template <class Value, class Tangent = Value> struct jvp_result {
  Value value;
  Tangent tangent;
};
/// Values, and Jᵀ·adjoint keyed by variable.
template <class Value, class Gradient> struct vjp_result : emit::result_base<Gradient> {
  Value value;
  Gradient gradient;

  /// The component of Jᵀ·adjoint by x.
  template <class X> constexpr auto operator[](X const& x) const {
    return emit::derivative_in(gradient, x);
  }
};
/// Value, gradient and Hessian·direction, both keyed by variable.
template <class T, class Gradient, class Product = Gradient>
struct hvp_result : emit::result_base<Gradient> {
  T value;
  Gradient gradient;
  Product product;

  /// The derivative by x.
  template <class X> constexpr auto operator[](X const& x) const {
    return emit::derivative_in(gradient, x);
  }
};

namespace emit {

template <class Program, request Asked, int M, class By> struct take_product {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    auto value = take_value<Program, 0, M>(s);
    if constexpr (Asked == request::jvp) {
      return jvp_result<decltype(value)>{value, take_value<Program, M, M>(s)};
    } else {
      auto gradient = take_map<Program, M>(s, By{});
      if constexpr (Asked == request::vjp)
        return vjp_result<decltype(value), decltype(gradient)>{{}, value, gradient};
      else
        return hvp_result<T, decltype(gradient)>{
            {}, value, gradient, take_map<Program, M + By::size>(s, By{})};
    }
  }
};

}  // namespace emit

/// A function of named arguments, then a direction or adjoints.
template <emit::request Asked, class Formulas, class By> struct product_of;
template <emit::request Asked, class... Fs, class By>
struct product_of<Asked, formula_vector<Fs...>, By> {
  static constexpr int outputs = sizeof...(Fs);
  using program = emit::program<emit::formula_source<outputs, By, Fs...>, Asked>;
  [[no_unique_address]] detail::literals<formula_vector<Fs...>::literal_count> literals;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(emit::take_product<program, Asked, outputs, By>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return emit::call_named<program>(detail::literal_values(*this), use, arguments...);
  }
};

/// Jacobian times a direction: `jvp(f, wrt(x, y))(x = 2.0, y = 5.0, direction(x = 1.0, y = 0.0))`.
template <class... Fs, class... Xs>
constexpr auto jvp(formula_vector<Fs...> const& fs, wrt_list<Xs...>) {
  return product_of<emit::request::jvp, formula_vector<Fs...>, wrt_list<Xs...>>{fs.literals};
}
template <Formula F, class... Xs> constexpr auto jvp(F const& f, wrt_list<Xs...> by) {
  return jvp(vector(f), by);
}
/// Adjoint times Jacobian: `vjp(vector(f, g), wrt(x))(x = 2.0, adjoint(1.0, 0.0))`.
template <class... Fs, class... Xs>
constexpr auto vjp(formula_vector<Fs...> const& fs, wrt_list<Xs...>) {
  return product_of<emit::request::vjp, formula_vector<Fs...>, wrt_list<Xs...>>{fs.literals};
}
template <Formula F, class... Xs> constexpr auto vjp(F const& f, wrt_list<Xs...> by) {
  return vjp(vector(f), by);
}
/// Hessian times a direction, as the tangent of the gradient.
template <Formula F, class... Xs> constexpr auto hvp(F const& f, wrt_list<Xs...>) {
  return product_of<emit::request::hvp, formula_vector<F>, wrt_list<Xs...>>{detail::concatenate(f)};
}
template <class F, class... By> constexpr auto jvp(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}
template <class F, class... By> constexpr auto vjp(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}
template <class F, class... By> constexpr auto hvp(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}

}  // namespace leibniz
