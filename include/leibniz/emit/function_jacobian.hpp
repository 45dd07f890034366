// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/take.hpp"

namespace leibniz {

/// Values of a function and their derivatives: rows are outputs, columns are the scalars of the active inputs
/// in order.
template <class Value, class Jacobian> struct function_jacobian_result {
  Value value;
  Jacobian jacobian;

  template <class Index> constexpr after_error operator[](Index const&) const {
    return emit::refuse_to_read<Index>();
  }
};

/// Value, gradient and symmetric Hessian of a function of one output. With one active input the gradient has its shape,
/// as that of lz::gradient, and by R<> both are numbers; with several it is an array of their scalars in order. Rows and
/// columns of the Hessian are these scalars.
template <class T, class Gradient, class Hessian> struct function_hessian_result {
  T value;
  Gradient gradient;
  Hessian hessian;

  template <class Index> constexpr after_error operator[](Index const&) const {
    return emit::refuse_to_read<Index>();
  }
  constexpr operator T() const  // an error
  requires(!std::is_same_v<T, traced>)
  {
    return emit::refuse_to_read<T>();
  }
};

namespace emit {

template <class Program> struct take_function_jacobian {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int m = Program::source::outputs, n = Program::source::tracing::active_size;
    auto value = take_outputs<Program>(s);
    return function_jacobian_result<decltype(value), matrix<T, m, n>>{
        value, take_matrix<Program, m, m, n>(s)};
  }
};
/// The roots of an upper triangle: a matrix, of one number a number.
template <class Program, int First, class Shape, class T>
LEIBNIZ_INLINE auto take_second(slots<Program, T> const& s) {
  if constexpr (std::is_same_v<Shape, R<>>) return take_one<Program, First>(s);
  else return take_symmetric<Program, First, shape<Shape>::size>(s);
}
template <class Program, class Shape> struct take_function_hessian {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    auto gradient = gather<Program, 1>(s, shape_list<Shape>{});
    auto hessian = take_second<Program, 1 + shape<Shape>::size, Shape>(s);
    return function_hessian_result<T, decltype(gradient), decltype(hessian)>{
        take_one<Program, 0>(s), gradient, hessian};
  }
};

}  // namespace emit

/// Computes a function's outputs and their Jacobian in one pass.
template <order By, class Code, class... Inputs>
struct function_jacobian : emit::callable_function<function_jacobian<By, Code, Inputs...>> {
  using program = emit::jacobian_program<emit::function_source<Code, Inputs...>, By>;
  using entries = emit::full_entries<program::source::outputs, program::source::direction_count>;
  using take = emit::take_function_jacobian<program>;
  using shapes = emit::shape_list<Inputs...>;
};

/// Computes a function's value, gradient and Hessian in one pass; the symmetric part is computed once.
template <class Code, class... Inputs>
struct function_hessian : emit::callable_function<function_hessian<Code, Inputs...>> {
  using program = emit::hessian_program<emit::function_source<Code, Inputs...>>;
  static constexpr bool one_output = program::source::outputs == 1;
  static_assert(one_output,
                "leibniz::hessian: the function has several outputs: differentiate one of them");
  using entries = emit::symmetric_entries<program::source::direction_count>;
  using take = emit::take_function_hessian<program, emit::active_shape<Inputs...>>;
  using shapes = emit::shape_list<Inputs...>;
};

/// The Jacobian of a function of one or several outputs, in the cheapest order of accumulation unless one is given.
template <order By = order::cheapest, class Code, class... Inputs>
constexpr auto jacobian(function_of<Code, Inputs...> const&) {
  constexpr bool active = (shape<Inputs>::active || ...);
  static_assert(active,
                "leibniz::jacobian: every input is passive, there is nothing to differentiate by: "
                "take lz::passive off one of them");
  if constexpr (active) return function_jacobian<By, Code, Inputs...>{};
  else return after_error{};
}
/// The Hessian of a function of one output.
template <class Code, class... Inputs> constexpr auto hessian(function_of<Code, Inputs...> const&) {
  constexpr bool active = (shape<Inputs>::active || ...);
  static_assert(active,
                "leibniz::hessian: every input is passive, there is nothing to differentiate by: "
                "take lz::passive off one of them");
  if constexpr (active) return function_hessian<Code, Inputs...>{};
  else return after_error{};
}

}  // namespace leibniz
