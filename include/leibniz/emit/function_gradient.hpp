// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/take.hpp"

namespace leibniz {

/// Value and gradient of a function. The gradient has the shape of the active input: a number for R<>, a
/// std::array for R<n>, an lz::matrix for R<m, n>; with several active inputs it is a hana::tuple of these.
template <class T, class Gradient> struct function_gradient_result {
  T value;
  Gradient gradient;
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
template <class Code, class... Inputs> struct function_gradient {
  using program = emit::jacobian_program<emit::function_source<Code, Inputs...>>;
  using active = emit::active_shapes<Inputs...>;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    static_assert(
        program::source::outputs == 1,
        "leibniz::gradient: the function has several outputs: use lz::jacobian(function)");
    return emit::call_function<program>(emit::take_function_gradient<program, active>{},
                                        emit::shape_list<Inputs...>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return emit::call_function<program>(use, emit::shape_list<Inputs...>{}, arguments...);
  }
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
