// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/emit/function_products.hpp"
#include "leibniz/emit/several_directions.hpp"

// The same for functions. Directions are the columns of one matrix with a row for each scalar of the active inputs,
// sets of adjoints the rows of one with a column for each output: what comes out is J S, W J and H S.

namespace leibniz {

namespace emit {

template <class Program, request Asked, int K, class Shape> struct take_function_products {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int m = Program::source::outputs, n = Program::source::tracing::active_size;
    auto value = take_outputs<Program>(s);
    if constexpr (Asked == request::jvp) {
      auto tangent = take_tangents<Program, m, K>(s);
      return jvp_result<decltype(value), decltype(tangent)>{value, tangent};
    } else if constexpr (Asked == request::vjp) {
      return vjp_result<decltype(value), matrix<T, K, n>>{
          {}, value, take_matrix<Program, m, K, n>(s)};
    } else {
      auto gradient = gather<Program, 1>(s, shape_list<Shape>{});
      return hvp_result<T, decltype(gradient), matrix<T, n, K>>{
          {}, value, gradient, take_matrix<Program, 1 + n, n, K>(s)};
    }
  }
};

}  // namespace emit

template <int K, emit::request Asked, class Code, class... Inputs>
struct function_products : emit::callable_function<function_products<K, Asked, Code, Inputs...>> {
  static_assert(K > 0,
                "leibniz: jvp<K>, vjp<K>, hvp<K>: K, the number of directions, is at least 1");
  using program = typename emit::cheapest_product<
      emit::with_directions<emit::function_source<Code, Inputs...>, K>, Asked>::type;
  static constexpr int outputs = program::source::outputs, count = K;
  static constexpr bool fits = Asked != emit::request::hvp || outputs == 1;
  static_assert(fits, "leibniz::hvp: the function has several outputs: differentiate one of them");
  using extra = std::conditional_t<Asked == emit::request::vjp, R<K, outputs>,
                                   R<program::source::direction_count, K>>;

  using take = emit::take_function_products<program, Asked, K, emit::active_shape<Inputs...>>;
  using shapes = emit::shape_list<Inputs..., extra>;
};

/// Jacobian times K directions, the columns of a matrix: `jvp<2>(f)(p, directions)`. `.tangent` is an M × K matrix, of
/// a function of one output an array of K.
template <int K, class Code, class... Inputs>
constexpr auto jvp(function_of<Code, Inputs...> const&) {
  return function_products<K, emit::request::jvp, Code, Inputs...>{};
}
/// K sets of adjoints, the rows of a matrix, times Jacobian: `.gradient` is a K × N matrix.
template <int K, class Code, class... Inputs>
constexpr auto vjp(function_of<Code, Inputs...> const&) {
  return function_products<K, emit::request::vjp, Code, Inputs...>{};
}
/// Hessian times K directions, the columns of a matrix: `.gradient` is as that of `hessian`, `.product` an N × K matrix.
template <int K, class Code, class... Inputs>
constexpr auto hvp(function_of<Code, Inputs...> const&) {
  return function_products<K, emit::request::hvp, Code, Inputs...>{};
}

}  // namespace leibniz
