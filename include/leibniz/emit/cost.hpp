// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/gradient.hpp"
#include "leibniz/expression/vector.hpp"
#include "leibniz/schedule/cost.hpp"

namespace leibniz {

/// The operations that a call performs, counted on the graph that is emitted.
template <Formula F> constexpr operation_count cost(F const&) {
  return schedule::count(emit::value_program<emit::formula_source<1, wrt_list<>, F>>::graph.view());
}
template <class Code, class... Inputs>
constexpr operation_count cost(function_of<Code, Inputs...> const&) {
  return schedule::count(emit::value_program<emit::function_source<Code, Inputs...>>::graph.view());
}
/// Of formulas computed in one pass.
template <Formula... Fs> constexpr operation_count cost(formula_vector<Fs...> const&) {
  return schedule::count(
      emit::value_program<emit::formula_source<sizeof...(Fs), wrt_list<>, Fs...>>::graph.view());
}
/// Of a gradient, a Jacobian, a Hessian or a product.
template <class G>
requires requires { typename G::program; }
constexpr operation_count cost(G const&) {
  return schedule::count(G::program::graph.view());
}

}  // namespace leibniz
