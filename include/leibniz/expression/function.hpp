// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/expression/shape.hpp"

namespace leibniz {

/// A differentiable function: generic code and the shapes of its inputs. Made by `lz::function<…>(lambda)`.
template <class Code, class... Inputs> struct function_of {
  using code_type = Code;

  /// The value, by the same code that the gradient runs.
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return evaluate_function(*this, arguments...);
  }
};

/// Makes a differentiable function of generic code, which is called once, while compiling, with traced scalars.
///
///   constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * sin(p[1]); });
///
/// Inputs: R<> a scalar, R<n> a std::array, R<m, n> an lz::matrix, passive<…> is not differentiated.
template <class... Inputs, class Code> constexpr auto function(Code const&) {
  static_assert(sizeof...(Inputs) > 0,
                "leibniz::function: name the shape of each input: lz::function<lz::R<2>>(…)");
  static_assert((is_shape<Inputs> && ...),
                "leibniz::function: an input is none of R<>, R<n>, R<m, n>, passive<…>");
  static_assert(std::is_empty_v<Code>,
                "leibniz::function: the lambda captures a value: pass it as a passive input, "
                "lz::passive<lz::R<>>, or make it a constexpr constant");
  return function_of<Code, Inputs...>{};
}

}  // namespace leibniz
