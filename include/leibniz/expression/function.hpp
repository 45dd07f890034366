// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <initializer_list>
#include <type_traits>

#include "leibniz/base/diagnose.hpp"
#include "leibniz/expression/shape.hpp"

namespace leibniz {

namespace detail {
template <class T> constexpr after_error refuse_braces() {
  static_assert(never<T>,
                "leibniz: an input in braces: name its type, f(std::array{1.0, 2.0}); of a "
                "struct, f(state<double>{...})");
  return {};
}
}  // namespace detail

void evaluate_function();  // ends unqualified lookup here, see expression/formula.hpp

/// A differentiable function: generic code and the shapes of its inputs. Made by `lz::function<…>(lambda)`.
template <class Code, class... Inputs> struct function_of {
  using code_type = Code;

  /// The value, by the same code that the gradient runs.
  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return evaluate_function(*this, arguments...);
  }
  template <class T, class... More>
  constexpr after_error operator()(std::initializer_list<T>, More const&...) const {
    return detail::refuse_braces<T>();
  }
};

namespace detail {
template <class Code, class... Inputs>
inline constexpr bool is_code =
    sizeof...(Inputs) > 0 &&
    (is_shape<Inputs> && ...) && std::is_class_v<Code>&& std::is_empty_v<Code>;
}  // namespace detail

/// Makes a differentiable function of generic code, which is called once, while compiling, with traced scalars.
///
///   constexpr auto f = lz::function<lz::R<2>>([](auto const& p) { return p[0] * sin(p[1]); });
///
/// Inputs: R<> a scalar, R<n> a std::array, R<m, n> an lz::matrix, like<S> an S<T>, passive<…> is not differentiated.
template <class... Inputs, class Code> constexpr auto function(Code const&) {
  if constexpr (sizeof...(Inputs) == 0)
    static_assert(never<Code>,
                  "leibniz::function: name the shape of each input: lz::function<lz::R<2>>(...)");
  else if constexpr ((is_mixed<Inputs> || ...))
    static_assert(never<Code>,
                  "leibniz::like: a member of the struct is not made of its template parameter");
  else if constexpr (!(is_shape<Inputs> && ...))
    static_assert(
        never<Code>,
        "leibniz::function: the shape of an input is one of lz::R<>, lz::R<n>, lz::R<m, n>, "
        "lz::like<struct>, lz::passive<...> of these, with n, m > 0");
  else if constexpr (!std::is_class_v<Code>)
    static_assert(
        never<Code>,
        "leibniz::function: needs a lambda, not a function: [](auto const& p) { return f(p); }");
  else if constexpr (!std::is_empty_v<Code>)
    static_assert(never<Code>,
                  "leibniz::function: the lambda captures a value: pass it as a passive input, "
                  "lz::passive<lz::R<>>, or make it a constexpr constant");
  else return function_of<Code, Inputs...>{};
  if constexpr (!detail::is_code<Code, Inputs...>) return after_error{};
}

}  // namespace leibniz
