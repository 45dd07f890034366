// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>

#include "leibniz/emit/function_gradient.hpp"
#include "leibniz/emit/take.hpp"

namespace leibniz {

/// Where `lz::call` writes: the value, then one destination for each active input.
template <class Value, class... Gradients> struct output_list {
  Value& value;
  std::tuple<Gradients&...> gradients;
};

/// Names the destinations of `lz::call`: `out(value, gradient...)`. Destinations are numbers, std::arrays,
/// C arrays, pointers, spans or Eigen vectors of the caller.
template <class Value, class... Gradients>
constexpr output_list<Value, Gradients...> out(Value& value, Gradients&&... gradients) {
  return {value, std::tuple<Gradients&...>(gradients...)};
}

namespace emit {

template <class Program, class Shape, int First, class T, class To, int... I>
LEIBNIZ_INLINE void store(slots<Program, T> const& s, To& to, std::integer_sequence<int, I...>) {
  if constexpr (std::is_same_v<Shape, R<>>) {
    to = take_one<Program, First>(s);
  } else {
    ((access<Shape>::get(to, I) = take_one<Program, First + I>(s)), ...);
  }
}

/// Writes roots to the caller's memory.
template <class Program, class Outputs, class... Shapes> struct store_gradient {
  Outputs const& outputs;

  template <class T> LEIBNIZ_INLINE int operator()(slots<Program, T> const& s) const {
    outputs.value = take_one<Program, 0>(s);
    store_all(s, std::make_integer_sequence<int, sizeof...(Shapes)>{});
    return 0;
  }
  template <class T, int... I>
  LEIBNIZ_INLINE void store_all(slots<Program, T> const& s,
                                std::integer_sequence<int, I...>) const {
    (store<Program, Shapes, 1 + elements_before<Shapes...>(I)>(
         s, std::get<static_cast<std::size_t>(I)>(outputs.gradients),
         std::make_integer_sequence<int, shape<Shapes>::size>{}),
     ...);
  }
};

template <class Program, class Outputs, class... Inputs, class... Active, class Arguments,
          std::size_t... I>
LEIBNIZ_INLINE void call_into(Outputs const& outputs, shape_list<Inputs...> inputs,
                              shape_list<Active...>, Arguments const& arguments,
                              std::index_sequence<I...>) {
  call_function<Program>(store_gradient<Program, Outputs, Active...>{outputs}, inputs,
                         std::get<I>(arguments)...);
}

}  // namespace emit

/// Runs a gradient and writes the results into the caller's memory:
/// `call(g, in..., out(value, gradient...))`. Destinations may not overlap inputs.
template <class Code, class... Inputs, class... Arguments>
LEIBNIZ_INLINE void call(function_gradient<Code, Inputs...> const&, Arguments const&... arguments) {
  using gradient = function_gradient<Code, Inputs...>;
  constexpr std::size_t count = sizeof...(Arguments) - 1;
  std::tuple<Arguments const&...> const all(arguments...);
  emit::call_into<typename gradient::program>(std::get<count>(all), emit::shape_list<Inputs...>{},
                                              typename gradient::active{}, all,
                                              std::make_index_sequence<count>{});
}

}  // namespace leibniz
