// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/function_gradient.hpp"
#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/gauss_newton.hpp"
#include "leibniz/emit/gradient.hpp"
#include "leibniz/emit/hessian.hpp"
#include "leibniz/emit/jacobian.hpp"

// What of the library's callables becomes a C function: its program, its parameters, its results.

namespace leibniz::emit {

/// A result of a C function: `count` roots of the program in a row or, of a symmetric matrix, its upper triangle.
struct c_output {
  std::string_view name;
  int count;
  bool symmetric = false;  ///< count is that of its rows
};

/// An input of a function: scalars in a row.
struct c_input {
  int size;
  bool is_number;  ///< R<>
};
template <class Shape>
inline constexpr c_input c_input_of{shape<Shape>::size, false};
template <> inline constexpr c_input c_input_of<R<>>{1, true};
template <> inline constexpr c_input c_input_of<passive<R<>>>{1, true};

/// Parameters by name, those of a formula.
struct named_inputs {
  static constexpr int groups = 0;
};
template <class... Inputs> struct grouped_inputs {
  static constexpr int groups = sizeof...(Inputs);
  static constexpr c_input group[sizeof...(Inputs)] = {c_input_of<Inputs>...};
};

template <class Program, int M> struct c_values {
  using program = Program;
  static constexpr c_output outputs[1] = {{"value", M}};
};
template <class Program, int N> struct c_gradient {
  using program = Program;
  static constexpr c_output outputs[2] = {{"value", 1}, {"gradient", N}};
};
template <class Program, int M, int N> struct c_jacobian {
  using program = Program;
  static constexpr c_output outputs[2] = {{"value", M}, {"jacobian", M* N}};
};
template <class Program, int N, int M = 1> struct c_hessian {
  using program = Program;
  static constexpr c_output outputs[3] = {{"value", M}, {"gradient", N}, {"hessian", N, true}};
};

template <class G> struct c_parts;
template <Formula F> struct c_parts<F>
    : named_inputs, c_values<value_program<formula_source<1, wrt_list<>, F>>, 1> {};
template <class... Fs> struct c_parts<formula_vector<Fs...>>
    : named_inputs,
      c_values<value_program<formula_source<sizeof...(Fs), wrt_list<>, Fs...>>, sizeof...(Fs)> {};
template <class F, class... Xs> struct c_parts<gradient_of<F, Xs...>>
    : named_inputs, c_gradient<typename gradient_of<F, Xs...>::program, sizeof...(Xs)> {};
template <order By, class... Fs, class... Xs>
struct c_parts<jacobian_of<By, formula_vector<Fs...>, Xs...>>
    : named_inputs,
      c_jacobian<typename jacobian_of<By, formula_vector<Fs...>, Xs...>::program, sizeof...(Fs),
                 sizeof...(Xs)> {};
template <class F, class... Xs> struct c_parts<hessian_of<F, Xs...>>
    : named_inputs, c_hessian<typename hessian_of<F, Xs...>::program, sizeof...(Xs)> {};

template <class... Fs, class... Xs> struct c_parts<gauss_newton_of<formula_vector<Fs...>, Xs...>>
    : named_inputs,
      c_hessian<typename gauss_newton_of<formula_vector<Fs...>, Xs...>::program, sizeof...(Xs),
                sizeof...(Fs)> {};

template <class Code, class... Inputs> struct function_size {
  using source = function_source<Code, Inputs...>;
  static constexpr int m = source::outputs, n = source::direction_count;
};
template <class Code, class... Inputs> struct c_parts<function_of<Code, Inputs...>>
    : grouped_inputs<Inputs...>,
      c_values<value_program<function_source<Code, Inputs...>>, function_size<Code, Inputs...>::m> {
};
template <class Code, class... Inputs> struct c_parts<function_gradient<Code, Inputs...>>
    : grouped_inputs<Inputs...>,
      c_gradient<typename function_gradient<Code, Inputs...>::program,
                 function_size<Code, Inputs...>::n> {
  static_assert(function_size<Code, Inputs...>::m == 1,
                "leibniz::gradient: the function has several outputs: use lz::jacobian(function)");
};
template <order By, class Code, class... Inputs>
struct c_parts<function_jacobian<By, Code, Inputs...>>
    : grouped_inputs<Inputs...>,
      c_jacobian<typename function_jacobian<By, Code, Inputs...>::program,
                 function_size<Code, Inputs...>::m, function_size<Code, Inputs...>::n> {};
template <class Code, class... Inputs> struct c_parts<function_hessian<Code, Inputs...>>
    : grouped_inputs<Inputs...>,
      c_hessian<typename function_hessian<Code, Inputs...>::program,
                function_size<Code, Inputs...>::n> {
  static_assert(function_size<Code, Inputs...>::m == 1,
                "leibniz::hessian: the function has several outputs: differentiate one of them");
};

template <class Code, class... Inputs> struct c_parts<function_gauss_newton<Code, Inputs...>>
    : grouped_inputs<Inputs...>,
      c_hessian<typename function_gauss_newton<Code, Inputs...>::program,
                function_size<Code, Inputs...>::n, function_size<Code, Inputs...>::m> {};

}  // namespace leibniz::emit
