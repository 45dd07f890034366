// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/jacobian.hpp"

// Other libraries call back with what they vary: blocks of doubles. The active inputs of a function, or each wrt of
// formulas, are such blocks; all else is data, which is copied when the callback is made.

namespace leibniz::emit {

/// The inputs that are not differentiated.
template <class... Inputs>
using passive_shapes =
    decltype((shape_list<>{} + ... +
              std::conditional_t<shape<Inputs>::active, shape_list<>, shape_list<Inputs>>{}));

/// The place of an input among the active ones, or among the passive ones.
template <class... Inputs> consteval std::size_t place_of_input(std::size_t i) {
  constexpr bool active[] = {shape<Inputs>::active...};
  std::size_t place = 0;
  for (std::size_t k = 0; k < i; ++k) place += active[k] == active[i] ? 1 : 0;
  return place;
}

template <class Shape, class A, int... I>
auto kept_copy(A const& a, std::integer_sequence<int, I...>) {
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
    if constexpr (sizeof...(Data) != sizeof...(Shapes)) return {};  // after an error
    else if constexpr (inputs_fit<Data...>(shape_list<Shapes...>{},
                                           std::make_integer_sequence<int, sizeof...(Data)>{})) {
      check_inputs(shape_list<Shapes...>{}, std::make_integer_sequence<int, sizeof...(Data)>{},
                   data...);
      return {{kept_copy<Shapes>(data, std::make_integer_sequence<int, shape<Shapes>::size>{})...}};
    } else {
      return {};  // after an error
    }
  }
};

/// A function that is called with blocks of doubles, one for each active input.
template <class F, class Active> struct function_of_blocks;
template <class Code, class... Inputs, class... Active>
struct function_of_blocks<function_of<Code, Inputs...>, shape_list<Active...>> {
  using source = function_source<Code, Inputs...>;
  using sizes = std::integer_sequence<int, shape<Active>::size...>;
  kept_inputs<passive_shapes<Inputs...>> kept;

  template <class Program, class Use> void run(Use const& use, double const* const* blocks) const {
    run<Program>(use, blocks, std::index_sequence_for<Inputs...>{});
  }

 private:
  template <class Program, class Use, std::size_t... I>
  void run(Use const& use, double const* const* blocks, std::index_sequence<I...>) const {
    call_function<Program>(use, shape_list<Inputs...>{}, input<Inputs, I>(blocks)...);
  }
  template <class Input, std::size_t I>
  LEIBNIZ_INLINE decltype(auto) input(double const* const* blocks) const {
    constexpr std::size_t place = place_of_input<Inputs...>(I);
    if constexpr (!shape<Input>::active) return (std::get<place>(kept.values));
    else if constexpr (std::is_same_v<Input, R<>>) return (*blocks[place]);
    else return (blocks[place]);
  }
};

/// The variables of a block as named arguments.
template <class... Xs, int... I>
LEIBNIZ_INLINE auto block_arguments(wrt_list<Xs...>, double const* block,
                                    std::integer_sequence<int, I...>) {
  return argument_group<argument<Xs::name, double>...>{{argument<Xs::name, double>{block[I]}...}};
}
template <class... Xs, class... Ys>
wrt_list<Xs..., Ys...> operator+(wrt_list<Xs...>, wrt_list<Ys...>);

/// Formulas that are called with blocks of doubles, one for each wrt.
template <class Fs, class Blocks, class... Data> struct formulas_of_blocks;
template <class... Fs, class... Blocks, class... Data>
struct formulas_of_blocks<formula_vector<Fs...>, std::tuple<Blocks...>, Data...> {
  using source = formula_source<sizeof...(Fs), decltype((wrt_list<>{} + ... + Blocks{})), Fs...>;
  using sizes = std::integer_sequence<int, Blocks::size...>;
  [[no_unique_address]] formula_vector<Fs...> formulas;
  std::tuple<Data...> data;

  template <class Program, class Use> void run(Use const& use, double const* const* blocks) const {
    run<Program>(use, blocks, std::index_sequence_for<Blocks...>{},
                 std::index_sequence_for<Data...>{});
  }

 private:
  template <class Program, class Use, std::size_t... B, std::size_t... D>
  void run(Use const& use, double const* const* blocks, std::index_sequence<B...>,
           std::index_sequence<D...>) const {
    call_named<Program>(
        detail::literal_values(formulas), use,
        block_arguments(Blocks{}, blocks[B], std::make_integer_sequence<int, Blocks::size>{})...,
        std::get<D>(data)...);
  }
};

template <class... Fs, class... Blocks, class... Data>
requires(Argument<Data> && ...)
auto with_blocks(formula_vector<Fs...> const& fs, std::tuple<Blocks...>, Data const&... data) {
  static_assert(sizeof...(Blocks) > 0,
                "leibniz: what the other library varies stands in wrt: wrt(b1, b2)");
  return formulas_of_blocks<formula_vector<Fs...>, std::tuple<Blocks...>, Data...>{fs, {data...}};
}
template <class Fs, class... Blocks, class... Xs, class... More>
auto with_blocks(Fs const& fs, std::tuple<Blocks...>, wrt_list<Xs...>, More const&... more) {
  static_assert((is_variable<Xs> && ...), "leibniz: what the other library varies is a variable");
  return with_blocks(fs, std::tuple<Blocks..., wrt_list<Xs...>>{}, more...);
}

/// A function with its data, or formulas with wrt and data, as a callback on blocks of doubles.
template <class Code, class... Inputs, class... Data>
auto of_blocks(function_of<Code, Inputs...> const&, Data const&... data) {
  return function_of_blocks<function_of<Code, Inputs...>, active_shapes<Inputs...>>{
      kept_inputs<passive_shapes<Inputs...>>::of(data...)};
}
template <class... Fs, class... More>
auto of_blocks(formula_vector<Fs...> const& fs, More const&... more) {
  return with_blocks(fs, std::tuple<>{}, more...);
}
template <Formula F, class... More> auto of_blocks(F const& f, More const&... more) {
  return with_blocks(vector(f), std::tuple<>{}, more...);
}
template <class F, class... More> using of_blocks_type =
    decltype(of_blocks(std::declval<F const&>(), std::declval<More const&>()...));

/// How many columns a source's Jacobian has.
template <class Source> inline constexpr int jacobian_columns =
    Source::graph.size.roots - Source::outputs;

/// Writes roots of a program to memory: `to[i]` is root `first(i)`.
template <class Program, int First, class T, class To, int... I>
LEIBNIZ_INLINE void store_roots(slots<Program, T> const& s, To&& to,
                                std::integer_sequence<int, I...>) {
  ((to[I] = take_one<Program, First + I>(s)), ...);
}

/// Writes the values of a program.
template <class Program, class To> struct store_values {
  To& to;
  template <class T> LEIBNIZ_INLINE int operator()(slots<Program, T> const& s) const {
    store_roots<Program, 0>(s, to, std::make_integer_sequence<int, Program::source::outputs>{});
    return 0;
  }
};

}  // namespace leibniz::emit
