// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <boost/hana/tuple.hpp>
#include <initializer_list>
#include <type_traits>
#include <utility>

#include "leibniz/emit/inputs.hpp"
#include "leibniz/emit/program.hpp"

namespace leibniz {

namespace emit {

template <class... Shapes> struct shape_list {};
template <class... As, class... Bs>
shape_list<As..., Bs...> operator+(shape_list<As...>, shape_list<Bs...>);

/// The inputs that are differentiated.
template <class... Inputs>
using active_shapes =
    decltype((shape_list<>{} + ... +
              std::conditional_t<shape<Inputs>::active, shape_list<Inputs>, shape_list<>>{}));

/// The roots of a program from the `First`-th on, as one of a shape.
template <class Program, class Shape, int First, class T, int... I>
LEIBNIZ_INLINE auto take_shape(slots<Program, T> const& s, std::integer_sequence<int, I...>) {
  T const elements[] = {s.v[fixed(Program::plan.roots[First + I])]...};
  return shape<Shape>::template make<T>(elements);
}
template <class Program, int First, class T, class Only>
LEIBNIZ_INLINE auto gather(slots<Program, T> const& s, shape_list<Only>) {
  return take_shape<Program, Only, First>(s, std::make_integer_sequence<int, shape<Only>::size>{});
}
template <class... Shapes> consteval int elements_before(int index) {
  int sum = 0, k = 0;
  ((sum += k++ < index ? shape<Shapes>::size : 0), ...);
  return sum;
}
template <class Program, int First, class T, class... Shapes, int... I>
LEIBNIZ_INLINE auto gather_all(slots<Program, T> const& s, shape_list<Shapes...>,
                               std::integer_sequence<int, I...>) {
  return boost::hana::make_tuple(
      gather<Program, First + elements_before<Shapes...>(I)>(s, shape_list<Shapes>{})...);
}
template <class Program, int First, class T, class... Shapes>
requires(sizeof...(Shapes) > 1)
LEIBNIZ_INLINE auto gather(slots<Program, T> const& s, shape_list<Shapes...> shapes) {
  return gather_all<Program, First>(s, shapes,
                                    std::make_integer_sequence<int, sizeof...(Shapes)>{});
}

/// The shape of a derivative that has an entry for each scalar of the active inputs: of one input its own, of several
/// an array. (Where each input has a derivative of its own, as in a gradient, it is a tuple.)
template <class Active> struct shape_of_all {
  static constexpr int size = [] {
    return []<class... Shapes>(shape_list<Shapes...>) {
      return (0 + ... + shape<Shapes>::size);
    }(Active{});
  }();
  using type = R<size>;
};
template <class Only> struct shape_of_all<shape_list<Only>> {
  using type = Only;
};
template <class... Inputs> using active_shape =
    typename shape_of_all<active_shapes<Inputs...>>::type;

/// Whether the arguments of a call can be the inputs; if not, an error.
template <class... Arguments, class... Inputs, int... I>
constexpr bool inputs_fit(shape_list<Inputs...>, std::integer_sequence<int, I...>) {
  if constexpr (sizeof...(Arguments) != sizeof...(Inputs))
    return diagnose<"number of inputs in the call:", digits<sizeof...(Arguments)>(),
                    "shapes in lz::function:", digits<sizeof...(Inputs)>()>();
  else return (access<Inputs>::template accepts<Arguments, I + 1>() && ...);
}

/// The scalars of all inputs behind each other, read from the caller's arguments when they are asked for.
template <class T, class Shapes, class... Arguments> struct input_reader;
template <class T> struct input_reader<T, shape_list<>> {
  LEIBNIZ_INLINE input_reader() {}
  LEIBNIZ_INLINE T operator[](int) const { return T(); }
};
template <class T, class Input, class... Inputs, class Argument, class... More>
struct input_reader<T, shape_list<Input, Inputs...>, Argument, More...> {
  Argument const& first;
  input_reader<T, shape_list<Inputs...>, More...> rest;

  LEIBNIZ_INLINE explicit input_reader(Argument const& argument_in, More const&... more_in)
      : first(argument_in), rest(more_in...) {}
  LEIBNIZ_INLINE T operator[](int i) const {
    if (i < shape<Input>::size) return static_cast<T>(access<Input>::get(first, i));
    return rest[i - shape<Input>::size];
  }
};

/// Asserts the lengths that types do not fix.
template <class... Inputs, int... I, class... Arguments>
LEIBNIZ_INLINE void check_inputs(shape_list<Inputs...>, std::integer_sequence<int, I...>,
                                 Arguments const&... arguments) {
  (access<Inputs>::template check<I + 1>(arguments), ...);
}

/// Runs a program of a function on its inputs and hands the slots to `use`.
template <class Program, class... Inputs, class Use, class... Arguments>
LEIBNIZ_INLINE auto call_function(Use const& use, shape_list<Inputs...>,
                                  Arguments const&... arguments) {
  if constexpr (TakesArrays<Use>) {
    return use.template of_function<Program>(shape_list<Inputs...>{}, arguments...);
  } else if constexpr (!inputs_fit<Arguments...>(
                           shape_list<Inputs...>{},
                           std::make_integer_sequence<int, sizeof...(Arguments)>{})) {
    return use(slots<Program, double>{});  // after an error
  } else {
    using T = scalar_of_call<element_of<Inputs, Arguments>...>;
    check_inputs(shape_list<Inputs...>{}, std::make_integer_sequence<int, sizeof...(Inputs)>{},
                 arguments...);
    return run<Program, T>(use, input_reader<T, shape_list<Inputs...>, Arguments...>(arguments...),
                           nullptr, parts_of<Program>{});
  }
}

/// The call of a function's verb, whatever it computes: `Verb` has a `program`, the `shapes` of its inputs and what
/// takes its results, `take`.
template <class Verb> struct callable_function {
  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(typename Verb::take{}, arguments...);
  }
  template <class T, class... More>
  constexpr after_error operator()(std::initializer_list<T>, More const&...) const {
    return leibniz::detail::refuse_braces<T>();
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return call_function<typename Verb::program>(use, typename Verb::shapes{}, arguments...);
  }
};

/// The outputs of a function, from root `First` on: one is a number; several have the shape of what the code returns,
/// or are a std::array where that shape cannot be spelled for numbers.
template <class Program, int First = 0, class T, int... I>
LEIBNIZ_INLINE auto take_outputs(slots<Program, T> const& s, std::integer_sequence<int, I...>) {
  using result = typename Program::source::tracing::result_type;
  using like_result = leibniz::detail::result_like<result, T>;
  if constexpr (sizeof...(I) == 1 &&
                leibniz::detail::form_of<result>() != leibniz::detail::form::product) {
    return T(s.v[fixed(Program::plan.roots[First])]);
  } else if constexpr (std::is_void_v<like_result> ||
                       std::is_same_v<like_result, std::array<T, sizeof...(I)>>) {
    return std::array<T, sizeof...(I)>{{s.v[fixed(Program::plan.roots[First + I])]...}};
  } else {
    T const elements[] = {s.v[fixed(Program::plan.roots[First + I])]...};
    like_result value{};
    leibniz::detail::assign_in_order<T> next{elements};
    leibniz::detail::parts<like_result>::each(value, next);
    return value;
  }
}
template <class Program, int First = 0, class T>
LEIBNIZ_INLINE auto take_outputs(slots<Program, T> const& s) {
  return take_outputs<Program, First>(s,
                                      std::make_integer_sequence<int, Program::source::outputs>{});
}

struct take_values {
  template <class Program, class T>
  LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    return take_outputs<Program>(s);
  }
};

}  // namespace emit

/// The value of a function; what `f(p)` calls.
template <class Code, class... Inputs, class... Arguments>
LEIBNIZ_INLINE auto evaluate_function(function_of<Code, Inputs...> const&,
                                      Arguments const&... arguments) {
  using program = emit::value_program<emit::function_source<Code, Inputs...>>;
  return emit::call_function<program>(emit::take_values{}, emit::shape_list<Inputs...>{},
                                      arguments...);
}

}  // namespace leibniz
