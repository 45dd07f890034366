// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <tuple>

#include "leibniz/emit/function.hpp"

// Other libraries call back with what they vary, the active inputs. The passive inputs of a function are data: they are
// copied when the callback is made.

namespace leibniz::emit {

/// The inputs that are not differentiated.
template <class... Inputs>
using passive_shapes =
    decltype((shape_list<>{} + ... +
              std::conditional_t<shape<Inputs>::active, shape_list<>, shape_list<Inputs>>{}));

/// The place of input I among the active inputs, or among the passive ones.
template <class... Inputs> consteval std::size_t place_of_input(std::size_t i) {
  constexpr bool active[] = {shape<Inputs>::active...};
  std::size_t place = 0;
  for (std::size_t k = 0; k < i; ++k) place += active[k] == active[i] ? 1 : 0;
  return place;
}

template <class Shape, class A, int... I>
auto kept_copy(A const& a, std::integer_sequence<int, I...>) {
  access<Shape>::check(a);
  double const elements[] = {static_cast<double>(access<Shape>::get(a, I))...};
  return shape<Shape>::template make<double>(elements);
}

/// Copies of the passive inputs of a function.
template <class Passive> struct kept_inputs;
template <class... Shapes> struct kept_inputs<shape_list<Shapes...>> {
  std::tuple<typename shape<Shapes>::template container<double>...> values;

  template <class... Data> static kept_inputs of(Data const&... data) {
    static_assert(sizeof...(Data) == sizeof...(Shapes),
                  "leibniz: give a value for each passive input of the function, in their order");
    return {{kept_copy<Shapes>(data, std::make_integer_sequence<int, shape<Shapes>::size>{})...}};
  }
};

/// Runs a program of a function; `active(k)` is the k-th active input.
template <class Program, class... Inputs, class Use, class Active, class Kept, std::size_t... I>
LEIBNIZ_INLINE auto call_with_kept(Use const& use, shape_list<Inputs...> inputs,
                                   Active const& active, Kept const& kept,
                                   std::index_sequence<I...>) {
  auto const input = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) -> decltype(auto) {
    using of = std::tuple_element_t<K, std::tuple<Inputs...>>;
    constexpr std::size_t place = place_of_input<Inputs...>(K);
    if constexpr (shape<of>::active)
      return active.template get<of>(std::integral_constant<std::size_t, place>{});
    else return (std::get<place>(kept.values));
  };
  return call_function<Program>(use, inputs, input(std::integral_constant<std::size_t, I>{})...);
}

}  // namespace leibniz::emit
