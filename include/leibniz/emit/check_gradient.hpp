// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <limits>

#include "leibniz/emit/function_gradient.hpp"
#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/gradient.hpp"
#include "leibniz/emit/input_names.hpp"
#include "leibniz/emit/jacobian.hpp"

namespace leibniz {

/// The entry of a gradient or a Jacobian that differs most from a central difference.
template <class T> struct gradient_check {
  T error;                ///< |derivative − difference| / (1 + |derivative|)
  int index;              ///< which variable or, of a function, scalar of the active inputs
  std::string_view name;  ///< of the variable; of a function's input `p[2]`, of several `p1[0]`
  T derivative, difference;
  int row = 0;  ///< of a Jacobian: which output
};

namespace emit {

/// A step for central differences at x: about the cube root of the rounding error.
template <class T> constexpr T difference_step(T const& x) {
  T step(1);
  for (int i = 0; i < std::numeric_limits<T>::digits / 3; ++i) step /= T(2);
  return step * (T(1) + (x < T(0) ? T(-x) : x));
}
template <class T>
constexpr void compare(gradient_check<T>& worst, int index, std::string_view name,
                       T const& derivative, T const& difference, int row = 0) {
  auto const magnitude = [](T const& leibniz_x) {
    return leibniz_x < T(0) ? T(-leibniz_x) : leibniz_x;
  };
  T const error = magnitude(derivative - difference) / (T(1) + magnitude(derivative));
  if (error <= worst.error) return;  // a NaN is the worst there is
  worst = {error, index, name, derivative, difference, row};
}

template <class X, class T, class A> constexpr A moved(A const& argument, T const& by) {
  if constexpr (A::name.view() == X::name.view()) return {argument.value + by};
  else return argument;
}
template <class X, class T, class A> constexpr T value_of(T const& none, A const& argument) {
  if constexpr (A::name.view() == X::name.view()) return static_cast<T>(argument.value);
  else return none;
}

template <class X, class G, class T, class... As>
constexpr T central_difference(G const& g, T const&, As const&... as) {
  T at(0);
  ((at = value_of<X>(at, as)), ...);
  T const step = difference_step(at);
  return (g(moved<X>(as, step)...).value - g(moved<X>(as, T(-step))...).value) / (step + step);
}

/// Compares one column of a Jacobian with the values a step before and behind.
template <class T, class Jacobian, class Values>
constexpr void compare_column(gradient_check<T>& worst, int column, std::string_view name,
                              Jacobian const& jacobian, Values const& up, Values const& down,
                              T const& step) {
  using outputs = leibniz::detail::parts<Values>;
  for (int r = 0; r < outputs::count; ++r)
    compare<T>(worst, column, name, jacobian(r, column),
               (outputs::get(up, r) - outputs::get(down, r)) / (step + step), r);
}
template <class X, class T, class J, class Result, class... As>
constexpr void compare_column(gradient_check<T>& worst, int column, J const& j, Result const& here,
                              As const&... as) {
  T at(0);
  ((at = value_of<X>(at, as)), ...);
  T const step = difference_step(at);
  compare_column(worst, column, X::name.view(), here.jacobian, j(moved<X>(as, step)...).value,
                 j(moved<X>(as, T(-step))...).value, step);
}

}  // namespace emit

/// Compares a gradient with central differences: `check_gradient(lz::gradient(f), x = 2.0, y = 5.0).error`. Where
/// the formula is smooth the error is about the two-thirds power of the rounding error, 1e-10 for doubles.
template <Formula F, class... Xs, Argument... As>
constexpr auto check_gradient(gradient_of<F, Xs...> const& g, As const&... as) {
  static_assert((is_variable<Xs> && ...),
                "leibniz::check_gradient: a let cannot be moved: check the gradient by variables");
  auto const at = g(as...);
  using T = std::remove_cvref_t<decltype(at.value)>;
  gradient_check<T> worst{T(-1), -1, {}, T(0), T(0)};
  int index = 0;
  (emit::compare<T>(worst, index++, Xs::name.view(), at[Xs{}],
                    emit::central_difference<Xs>(g, at.value, as...)),
   ...);
  return worst;
}

namespace emit {

/// The value of a function at scalars that stand in a row.
template <class T, class G, class... Inputs, int... I>
constexpr T value_at(G const& g, T const* scalars, shape_list<Inputs...>,
                     std::integer_sequence<int, I...>) {
  return g(shape<Inputs>::template make<T>(scalars + elements_before<Inputs...>(I))...).value;
}
template <class Program> struct take_derivatives {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return take_array<Program, 1, Program::source::direction_count>(s);
  }
};

}  // namespace emit

/// The same of a function: `check_gradient(lz::gradient(f), p, q)` moves every scalar of the active inputs.
template <class Code, class... Inputs, class... As>
constexpr auto check_gradient(function_gradient<Code, Inputs...> const& g, As const&... as) {
  using inputs = emit::shape_list<Inputs...>;
  constexpr auto indices = std::make_integer_sequence<int, sizeof...(Inputs)>{};
  if constexpr (!emit::inputs_fit<As...>(inputs{},
                                         std::make_integer_sequence<int, sizeof...(As)>{})) {
    return gradient_check<double>{};  // after an error
  } else {
    using T = scalar_of_call<emit::element_of<Inputs, As>...>;
    constexpr int sizes[] = {shape<Inputs>::size...};
    constexpr bool active[] = {shape<Inputs>::active...};
    using names = emit::input_names<function_of<Code, Inputs...>>;
    T at[names::count]{};
    emit::input_reader<T, inputs, As...> const given(as...);
    for (int k = 0; k < names::count; ++k) at[k] = given[k];
    auto const derivatives = g.run(
        emit::take_derivatives<typename function_gradient<Code, Inputs...>::program>{}, as...);
    gradient_check<T> worst{T(-1), -1, {}, T(0), T(0)};
    int index = 0, k = 0;
    for (int input = 0; input < static_cast<int>(sizeof...(Inputs)); ++input) {
      for (int i = 0; i < sizes[input]; ++i, ++k) {
        if (!active[input]) continue;
        T const here = at[k], step = emit::difference_step(here);
        at[k] = here + step;
        T const up = emit::value_at(g, at, inputs{}, indices);
        at[k] = here - step;
        T const down = emit::value_at(g, at, inputs{}, indices);
        at[k] = here;
        emit::compare<T>(worst, index, names::all.of[k],
                         derivatives[static_cast<std::size_t>(index)], (up - down) / (step + step));
        ++index;
      }
    }
    return worst;
  }
}
template <class G, class... As> constexpr auto check_gradient(G const&, As const&...) {
  static_assert(never<G>,
                "leibniz::check_gradient: takes a gradient and the arguments of its call: "
                "check_gradient(lz::gradient(f), x = 2.0, y = 5.0)");
  return gradient_check<double>{};
}

/// Compares a Jacobian with central differences; `row` is the output of the worst entry and `index` its column:
/// `check_jacobian(lz::jacobian(lz::vector(f, g)), x = 2.0, y = 5.0).error`.
template <order By, class... Fs, class... Xs, Argument... As>
constexpr auto check_jacobian(jacobian_of<By, formula_vector<Fs...>, Xs...> const& j,
                              As const&... as) {
  static_assert((is_variable<Xs> && ...),
                "leibniz::check_jacobian: a let cannot be moved: check the Jacobian by variables");
  auto const here = j(as...);
  using T = std::remove_cvref_t<decltype(here.jacobian(0, 0))>;
  gradient_check<T> worst{T(-1), -1, {}, T(0), T(0)};
  int column = 0;
  (emit::compare_column<Xs>(worst, column++, j, here, as...), ...);
  return worst;
}

/// The same of a function of one vector.
template <order By, class Code, int N, class T, std::size_t Size>
constexpr gradient_check<T> check_jacobian(function_jacobian<By, Code, R<N>> const& j,
                                           std::array<T, Size> const& at) {
  auto const here = j(at);
  gradient_check<T> worst{T(-1), -1, {}, T(0), T(0)};
  for (std::size_t i = 0; i < Size; ++i) {
    T const step = emit::difference_step(at[i]);
    auto up = at, down = at;
    up[i] += step;
    down[i] -= step;
    emit::compare_column(worst, static_cast<int>(i), {}, here.jacobian, j(up).value, j(down).value,
                         step);
  }
  return worst;
}

}  // namespace leibniz
