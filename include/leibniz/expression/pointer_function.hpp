// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <type_traits>

#include "leibniz/base/array.hpp"
#include "leibniz/expression/function.hpp"
#include "leibniz/expression/traced.hpp"

// Functors that take and fill arrays by pointers, as those that Ceres differentiates.

namespace leibniz {

namespace detail {

/// Not constexpr: names itself in the compiler's message when it is reached while a function is traced.
inline void the_functor_returned_false() {}

/// Code that calls a functor with pointers to its inputs and to its outputs.
template <class Functor, int Outputs> struct pointer_code {
  template <class... Blocks> constexpr auto operator()(Blocks const&... blocks) const {
    std_array<traced, Outputs> outputs{};
    if constexpr (std::convertible_to<decltype(Functor{}(blocks.data()..., outputs.data())),
                                      bool>) {
      if (!Functor{}(blocks.data()..., outputs.data())) the_functor_returned_false();
    } else {
      Functor{}(blocks.data()..., outputs.data());
    }
    return outputs;
  }
};

template <class Shape> using traced_pointer = traced const*;

template <class Shape> inline constexpr bool is_block = false;
template <int N> inline constexpr bool is_block<R<N>> = N > 0;
template <class Shape> inline constexpr bool is_block<passive<Shape>> = is_block<Shape>;

}  // namespace detail

/// Makes a differentiable function of a functor that takes pointers, the last one to what it computes:
///
///   struct model {
///     template <class T> constexpr bool operator()(T const* camera, T const* point, T* residuals) const;
///   };
///   constexpr auto f = lz::pointer_function<model, 2, lz::R<9>, lz::R<3>>();
///
/// Shapes are R<n> and passive<R<n>>. operator() is to be constexpr; what it returns, if anything, must be true. With
/// one output the function's value is a number.
template <class Functor, int Outputs, class... Inputs> constexpr auto pointer_function() {
  static_assert(Outputs > 0, "leibniz::pointer_function: the number of outputs is positive");
  constexpr bool blocks = sizeof...(Inputs) > 0 && (detail::is_block<Inputs> && ...);
  if constexpr (Outputs <= 0) return after_error{};
  else if constexpr (!blocks) {
    static_assert(never<Functor>, "leibniz::pointer_function: the shape of an input is lz::R<n> or "
                                  "lz::passive<lz::R<n>>");
    return after_error{};
  } else if constexpr (!std::is_empty_v<Functor> || !std::is_default_constructible_v<Functor>) {
    static_assert(never<Functor>,
                  "leibniz::pointer_function: the functor has data members or a constructor with "
                  "arguments: their values are not known while compiling; make them one more "
                  "pointer, a passive input: lz::passive<lz::R<n>>");
    return after_error{};
  } else if constexpr (!std::is_invocable_v<Functor const&, detail::traced_pointer<Inputs>...,
                                            traced*>) {
    static_assert(never<Functor>,
                  "leibniz::pointer_function: the functor does not take the inputs: its operator() "
                  "is a const template with one `T const*` for each input and a `T*`");
    return after_error{};
  } else {
    return function_of<detail::pointer_code<Functor, Outputs>, Inputs...>{};
  }
}

/// The same with the template arguments of Ceres' AutoDiffCostFunction: the number of residuals and the sizes of the
/// parameter blocks. `ceres_function<model, 2, 9, 3>()`.
template <class Functor, int Residuals, int... Sizes> constexpr auto ceres_function() {
  return pointer_function<Functor, Residuals, R<Sizes>...>();
}

}  // namespace leibniz
