// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/take.hpp"

namespace leibniz {

/// Value and gradient of a function. The gradient has the shape of the active input: a number for R<>, a
/// std::array for R<n>, an lz::matrix for R<m, n>; with several active inputs it is a hana::tuple of these.
template <class T, class Gradient> struct function_gradient_result {
  T value;
  Gradient gradient;

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

template <class Program, class Active> struct take_function_gradient {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    auto gradient = gather<Program, Program::source::outputs>(s, Active{});
    return function_gradient_result<T, decltype(gradient)>{take_one<Program, 0>(s), gradient};
  }
};

}  // namespace emit

/// Computes a function's value and its gradient by all active inputs in one pass.
template <class Code, class... Inputs>
struct function_gradient : emit::callable_function<function_gradient<Code, Inputs...>> {
  using source = emit::function_source<Code, Inputs...>;
  static_assert(source::outputs >= 0);  // what is wrong with the code is said here, and once
  using program = emit::jacobian_program<source>;
  static constexpr bool one_output = source::outputs == 1;
  static_assert(one_output,
                "leibniz::gradient: the function has several outputs: use lz::jacobian(function)");
  using active = emit::active_shapes<Inputs...>;
  using take = emit::take_function_gradient<program, active>;
  using shapes = emit::shape_list<Inputs...>;
};

/// The gradient of a function of one output.
template <class Code, class... Inputs> constexpr auto gradient(
    function_of<Code, Inputs...> const&) {
  constexpr bool active = (shape<Inputs>::active || ...);
  static_assert(active,
                "leibniz::gradient: every input is passive, there is nothing to differentiate by: "
                "take lz::passive off one of them");
  if constexpr (active) return function_gradient<Code, Inputs...>{};
  else return after_error{};
}

}  // namespace leibniz
