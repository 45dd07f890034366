// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/input_names.hpp"

// Derivatives beside central differences: what check_gradient and check_jacobian have in common.

namespace leibniz {

/// The entry of a gradient or a Jacobian that differs most from a central difference.
template <class T> struct gradient_check {
  T error;    ///< |derivative − difference| / (1 + |derivative|); NaN where one is infinite or NaN
  int index;  ///< which variable or, of a function, scalar of the active inputs
  std::string_view name;  ///< of the variable; of a function's input `p[2]`, of several `p1[0]`
  T derivative, difference;
  int row = 0;  ///< of a Jacobian: which output
};

namespace emit {

/// Moves one scalar after the other, compares the derivatives by it with central differences, keeps the worst entry.
template <class T> struct difference_check {
  gradient_check<T> worst{T(-1), -1, {}, T(0), T(0)};

  /// The derivatives by a scalar whose value is `here`: `derivative(row)`, and `values_at(x)`, the outputs where it is x.
  template <class Derivative, class ValuesAt>
  constexpr void column(int index, std::string_view name, T const& here,
                        Derivative const& derivative, ValuesAt const& values_at) {
    using differences = central_differences<decltype(values_at(here))>;
    T const rounding = cube_root_of_rounding(), size = magnitude(here);
    differences const wide(here, rounding * (T(1) + size), values_at);
    for (int row = 0; row < differences::rows; ++row) {
      auto const entry = [&](differences const& leibniz_values) {
        T const leibniz_exact = derivative(row), leibniz_difference = leibniz_values.of(row);
        return gradient_check<T>{magnitude(T(leibniz_exact - leibniz_difference)) /
                                     (T(1) + magnitude(leibniz_exact)),
                                 index,
                                 name,
                                 leibniz_exact,
                                 leibniz_difference,
                                 row};
      };
      auto found = entry(wide);
      // near 0, where a domain may end as a logarithm's does, and far from it, where a sine still has its period
      if (!(found.error <= rounding) && size > T(0)) {
        T const step = rounding * (size < T(1) ? size : T(1));
        auto const closer = entry(differences(here, step, values_at));
        if (!(found.error <= closer.error)) found = closer;
      }
      if (is_number(worst.error) && !(found.error <= worst.error)) worst = found;  // a NaN stays
    }
  }

 private:
  static constexpr T magnitude(T const& x) { return x < T(0) ? T(-x) : x; }
  static constexpr bool is_number(T const& x) { return same_value(x, x); }
  /// The step by which rounding and a third derivative of 1 disturb a difference equally.
  static constexpr T cube_root_of_rounding() {
    T step(1);
    for (int i = 0; i < std::numeric_limits<T>::digits / 3; ++i) step /= T(2);
    return step;
  }
  /// Of each output: the values a step above and below.
  template <class Values> struct central_differences {
    using outputs = leibniz::detail::parts<Values>;
    static constexpr bool one = std::is_same_v<Values, T>;
    static constexpr int count() {
      if constexpr (one) return 1;
      else return outputs::count;
    }
    static constexpr int rows = count();
    T above, below;
    Values up, down;

    template <class ValuesAt>
    constexpr central_differences(T const& here_in, T const& step_in, ValuesAt const& values_at_in)
        : above(here_in + step_in),
          below(here_in - step_in),
          up(values_at_in(above)),
          down(values_at_in(below)) {}
    constexpr T of(int row) const {
      T const distance = above - below;  // twice the step, as rounded
      if constexpr (one) return (up - down) / distance;
      else return (outputs::get(up, row) - outputs::get(down, row)) / distance;
    }
  };
};

/// An argument with another value if it is X, and of the call's scalar type: a step from an integer is no integer.
template <class X, class T, class A>
constexpr argument<A::name, T> moved(A const& argument, T const& to) {
  if constexpr (A::name.view() == X::name.view()) return {to};
  else return {static_cast<T>(argument.value)};
}

/// Checks the derivatives of formulas by variables: `derivative(row, column)`; `g` is their verb.
template <class T, class... Xs, class G, class Derivative, class... As>
constexpr gradient_check<T> check_variables(wrt_list<Xs...>, G const& g,
                                            Derivative const& derivative, As const&... as) {
  difference_check<T> check;
  int index = 0;
  auto const each = [&]<class X>(X) {
    T leibniz_here(0);
    ((leibniz_here = As::name.view() == X::name.view() ? static_cast<T>(as.value) : leibniz_here),
     ...);
    check.column(
        index, X::name.view(), leibniz_here,
        [&](int leibniz_row) { return derivative(leibniz_row, index); },
        [&](T const& leibniz_to) { return g(moved<X>(as, leibniz_to)...).value; });
    ++index;
  };
  (each(Xs{}), ...);
  return check.worst;
}

/// The values of a verb of a function at scalars that stand in a row.
template <class T, class G, class... Inputs, int... I>
constexpr auto values_at(G const& g, T const* scalars, shape_list<Inputs...>,
                         std::integer_sequence<int, I...>) {
  return g(shape<Inputs>::template make<T>(scalars + elements_before<Inputs...>(I))...).value;
}

/// Checks the derivatives of a function by the scalars of its active inputs.
template <class T, class Code, class... Inputs, class G, class Derivative, class... As>
constexpr gradient_check<T> check_inputs_of(function_of<Code, Inputs...>, G const& g,
                                            Derivative const& derivative, As const&... as) {
  using inputs = shape_list<Inputs...>;
  using names = input_names<function_of<Code, Inputs...>>;
  constexpr int sizes[] = {shape<Inputs>::size...};
  constexpr bool active[] = {shape<Inputs>::active...};
  T at[names::count]{};
  input_reader<T, inputs, As...> const given(as...);
  for (int k = 0; k < names::count; ++k) at[k] = given[k];
  difference_check<T> check;
  int index = 0, k = 0;
  for (int input = 0; input < static_cast<int>(sizeof...(Inputs)); ++input) {
    for (int i = 0; i < sizes[input]; ++i, ++k) {
      if (!active[input]) continue;
      T const here = at[k];
      check.column(
          index, names::all.of[k], here,
          [&](int leibniz_row) { return derivative(leibniz_row, index); },
          [&](T const& leibniz_to) {
            at[k] = leibniz_to;
            return values_at(g, at, inputs{}, std::make_integer_sequence<int, sizeof...(Inputs)>{});
          });
      at[k] = here;
      ++index;
    }
  }
  return check.worst;
}

/// The scalar type of a call of a function.
template <class Shapes, class... As> struct scalar_of_inputs;
template <class... Inputs, class... As> struct scalar_of_inputs<shape_list<Inputs...>, As...> {
  using type = scalar_of_call<element_of<Inputs, As>...>;
};

}  // namespace emit

}  // namespace leibniz
