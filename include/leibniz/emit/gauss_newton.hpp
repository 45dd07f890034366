// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/hessian.hpp"
#include "leibniz/emit/jacobian.hpp"

namespace leibniz {

/// Residuals r of formulas, J'r and J'J.
template <class Value, class T, class... Xs>
struct gauss_newton_result : emit::result_base<by_variable<T, Xs...>> {
  Value value;
  by_variable<T, Xs...> gradient;
  hessian_matrix<T, Xs...> hessian;

  /// The derivative of half the sum of squares by x.
  template <class X> constexpr T operator[](X const& x) const {
    if constexpr ((std::is_same_v<X, Xs> || ...)) return gradient[x];
    else return T(emit::place_of<X, Xs...>());  // raises the error
  }
};

/// Residuals r of a function, J'r and J'J, with the shapes of gradient and Hessian in function_hessian_result.
template <class Value, class Gradient, class Hessian> struct function_gauss_newton_result {
  Value value;
  Gradient gradient;
  Hessian hessian;
};

namespace emit {

template <class Program, int M, class... Xs> struct take_gauss_newton {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int n = sizeof...(Xs);
    auto value = take_value<Program, 0, M>(s);
    return gauss_newton_result<decltype(value), T, Xs...>{
        {},
        value,
        take_map<Program, M>(s, wrt_list<Xs...>{}),
        {take_symmetric<Program, M + n, n>(s)}};
  }
};
template <class Program, class Shape> struct take_function_gauss_newton {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int m = Program::source::outputs;
    auto value = take_outputs<Program>(s);
    auto gradient = gather<Program, m>(s, shape_list<Shape>{});
    auto hessian = take_second<Program, m + shape<Shape>::size, Shape>(s);
    return function_gauss_newton_result<decltype(value), decltype(gradient), decltype(hessian)>{
        value, gradient, hessian};
  }
};

}  // namespace emit

/// Residuals and their Gauss-Newton system in one pass, of formulas.
template <class Formulas, class... Xs> struct gauss_newton_of;
template <class... Fs, class... Xs> struct gauss_newton_of<formula_vector<Fs...>, Xs...> {
  static constexpr int outputs = sizeof...(Fs);
  using program =
      typename emit::cheapest_product<emit::formula_source<outputs, wrt_list<Xs...>, Fs...>,
                                      emit::request::gauss_newton>::type;
  using entries = emit::symmetric_entries<sizeof...(Xs), outputs>;
  [[no_unique_address]] detail::literals<formula_vector<Fs...>::literal_count> literals;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(emit::take_gauss_newton<program, outputs, Xs...>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return emit::call_named<program>(detail::literal_values(*this), use, arguments...);
  }
};

/// Residuals and their Gauss-Newton system in one pass, of a function.
template <class Code, class... Inputs>
struct function_gauss_newton : emit::callable_function<function_gauss_newton<Code, Inputs...>> {
  using program = typename emit::cheapest_product<emit::function_source<Code, Inputs...>,
                                                  emit::request::gauss_newton>::type;
  using entries =
      emit::symmetric_entries<program::source::direction_count, program::source::outputs>;
  using take = emit::take_function_gauss_newton<program, emit::active_shape<Inputs...>>;
  using shapes = emit::shape_list<Inputs...>;
};

/// For least squares: the residuals r as `.value`, the gradient J'r of half the sum of their squares, and J'J, Gauss
/// and Newton's approximation of its Hessian, as `.hessian`; a step d solves J'J d = -J'r. J is not stored, the
/// symmetric part is computed once, zeros known while compiling cost nothing. (Nocedal, Wright: Numerical Optimization,
/// 2006, 10.3)
///
///   constexpr auto system = lz::gauss_newton(residuals);   // a function of several outputs
///   auto const r = system(p);
///   auto const step = lz::solve(r.hessian, r.gradient);    // to be subtracted from p
template <class Code, class... Inputs>
constexpr auto gauss_newton(function_of<Code, Inputs...> const&) {
  constexpr bool active = (shape<Inputs>::active || ...);
  static_assert(active,
                "leibniz::gauss_newton: every input is passive, there is nothing to differentiate "
                "by: take lz::passive off one of them");
  if constexpr (active) return function_gauss_newton<Code, Inputs...>{};
  else return after_error{};
}
/// Of formulas, by the listed variables: `gauss_newton(vector(f, g), wrt(a, b))(a = 1.0, …)`; `.gradient` and
/// `.hessian` are as those of `hessian`.
template <class... Fs, class... Xs>
constexpr auto gauss_newton(formula_vector<Fs...> const& fs, wrt_list<Xs...>) {
  return gauss_newton_of<formula_vector<Fs...>, Xs...>{fs.literals};
}
/// By all variables, in order of first appearance.
template <class... Fs> constexpr auto gauss_newton(formula_vector<Fs...> const& fs) {
  return gauss_newton(fs, emit::variables_as<wrt_list, Fs...>());
}
template <Formula F, class... Xs> constexpr auto gauss_newton(F const& f, wrt_list<Xs...> by) {
  return gauss_newton(vector(f), by);
}
template <Formula F> constexpr auto gauss_newton(F const& f) { return gauss_newton(vector(f)); }
template <class F, class... By> constexpr auto gauss_newton(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}

}  // namespace leibniz
