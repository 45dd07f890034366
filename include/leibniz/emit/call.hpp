// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/function_gradient.hpp"
#include "leibniz/emit/function_jacobian.hpp"
#include "leibniz/emit/function_products.hpp"
#include "leibniz/emit/function_several_directions.hpp"
#include "leibniz/emit/function_taylor.hpp"
#include "leibniz/emit/gauss_newton.hpp"
#include "leibniz/emit/gradient.hpp"
#include "leibniz/emit/hessian.hpp"
#include "leibniz/emit/jacobian.hpp"
#include "leibniz/emit/products.hpp"
#include "leibniz/emit/selected.hpp"
#include "leibniz/emit/sparsity.hpp"

namespace leibniz {

/// Where `lz::call` writes, in the order of the members of a verb's result.
template <class... Destinations> struct output_list {
  std::tuple<Destinations&...> destinations;
};

/// Names the destinations of `lz::call`, in the order of the members of what the verb returns: `out(value, gradient)`,
/// `out(value, gradient, hessian)`. They are numbers, std::arrays, C arrays, pointers, spans, matrices, structs or
/// Eigen vectors and matrices of the caller. Lengths that a type fixes are checked while compiling, others by assert.
template <class... Destinations>
constexpr output_list<std::remove_reference_t<Destinations>...> out(
    Destinations&&... destinations) {
  return {std::tuple<std::remove_reference_t<Destinations>&...>(destinations...)};
}

namespace emit {

/// A destination of a shape, and which roots of the program go there.
template <class Shape, int First> struct place {
  using shape_type = Shape;
  static constexpr int count = shape<Shape>::size;
  static constexpr int root(int k) { return First + k; }
};
template <int N, int First> struct symmetric_place : place<R<N, N>, First> {
  static constexpr int root(int k) { return First + in_upper_triangle<N>(k); }
};
/// Second derivatives by what has a shape.
template <class Shape, int First> struct second_place : symmetric_place<shape<Shape>::size, First> {
};
template <int First> struct second_place<R<>, First> : place<R<>, First> {};
template <class G> struct compressed_place : place<R<sparsity_of<G>::nonzeros>, 0> {
  static constexpr int root(int k) {
    return G::entries::root(sparsity_of<G>::value.row[k], sparsity_of<G>::value.column[k]);
  }
};
template <int M, int N> struct coefficients_place
    : place<std::conditional_t<M == 1, R<N>, R<M, N>>, 0> {
  static constexpr int root(int k) { return coefficient_root<M, N>(k); }
};
template <class... Places> struct places {};
template <class... As, class... Bs> places<As..., Bs...> operator+(places<As...>, places<Bs...>);

template <int N> using vector_shape = std::conditional_t<N == 1, R<>, R<N>>;
template <int First, class... Shapes, int... I>
auto shapes_from(shape_list<Shapes...>, std::integer_sequence<int, I...>)
    -> places<place<Shapes, First + elements_before<Shapes...>(I)>...>;
/// Places of shapes, one behind the other from root First on.
template <int First, class... Shapes> auto shapes_from(shape_list<Shapes...> shapes)
    -> decltype(shapes_from<First>(shapes, std::make_integer_sequence<int, sizeof...(Shapes)>{}));

/// What a verb writes.
template <class Verb> struct written_by;

template <class Code, class... Inputs> struct written_by_function {
  using source = function_source<Code, Inputs...>;
  using active = active_shapes<Inputs...>;
  using all_active = active_shape<Inputs...>;
  static constexpr int m = source::outputs, n = source::direction_count;
  using value = place<result_shape<typename source::tracing::result_type, m>, 0>;
};
template <class Code, class... Inputs> struct written_by<function_of<Code, Inputs...>>
    : written_by_function<Code, Inputs...> {
  using base = written_by_function<Code, Inputs...>;
  using type = places<typename base::value>;
};
template <class Code, class... Inputs> struct written_by<function_gradient<Code, Inputs...>>
    : written_by_function<Code, Inputs...> {
  using base = written_by_function<Code, Inputs...>;
  static_assert(base::m == 1,
                "leibniz::gradient: the function has several outputs: use lz::jacobian(function)");
  using type = decltype(places<place<R<>, 0>>{} + shapes_from<1>(typename base::active{}));
};
template <order By, class Code, class... Inputs>
struct written_by<function_jacobian<By, Code, Inputs...>> : written_by_function<Code, Inputs...> {
  using base = written_by_function<Code, Inputs...>;
  using type = places<typename base::value, place<R<base::m, base::n>, base::m>>;
};
template <class Code, class... Inputs> struct written_by<function_hessian<Code, Inputs...>>
    : written_by_function<Code, Inputs...> {
  using base = written_by_function<Code, Inputs...>;
  static_assert(base::m == 1,
                "leibniz::hessian: the function has several outputs: differentiate one of them");
  using type = places<place<R<>, 0>, place<typename base::all_active, 1>,
                      second_place<typename base::all_active, 1 + base::n>>;
};
template <request Asked, class Code, class... Inputs>
struct written_by<function_product<Asked, Code, Inputs...>> : written_by_function<Code, Inputs...> {
  using base = written_by_function<Code, Inputs...>;
  using value = typename base::value;
  static constexpr auto find() {
    if constexpr (Asked == request::jvp)
      return places<value, place<typename value::shape_type, base::m>>{};
    else if constexpr (Asked == request::vjp)
      return decltype(places<value>{} + shapes_from<base::m>(typename base::active{})){};
    else
      return decltype(places<value>{} + shapes_from<1>(typename base::active{}) +
                      shapes_from<1 + base::n>(typename base::active{})){};
  }
  using type = decltype(find());
};

/// Of K directions or sets of adjoints.
template <request Asked, class Value, int M, int N, int K, class Gradient = R<N>>
using written_products = std::conditional_t<
    Asked == request::jvp,
    places<Value, std::conditional_t<M == 1, place<R<K>, M>, place<R<M, K>, M>>>,
    std::conditional_t<Asked == request::vjp, places<Value, place<R<K, N>, M>>,
                       places<Value, place<Gradient, 1>, place<R<N, K>, 1 + N>>>>;
template <int K, request Asked, class Code, class... Inputs>
struct written_by<function_products<K, Asked, Code, Inputs...>>
    : written_by_function<Code, Inputs...> {
  using base = written_by_function<Code, Inputs...>;
  using type =
      written_products<Asked, typename base::value, base::m, base::n, K, typename base::all_active>;
};
template <int K, request Asked, class... Fs, class By>
struct written_by<products_of<K, Asked, formula_vector<Fs...>, By>> {
  static constexpr int m = sizeof...(Fs);
  using type = written_products<Asked, place<vector_shape<m>, 0>, m, By::size, K>;
};

template <class Code, class... Inputs> struct written_by<function_gauss_newton<Code, Inputs...>>
    : written_by_function<Code, Inputs...> {
  using base = written_by_function<Code, Inputs...>;
  using type = places<typename base::value, place<typename base::all_active, base::m>,
                      second_place<typename base::all_active, base::m + base::n>>;
};
template <class... Fs, class... Xs>
struct written_by<gauss_newton_of<formula_vector<Fs...>, Xs...>> {
  static constexpr int m = sizeof...(Fs), n = sizeof...(Xs);
  using type = places<place<vector_shape<m>, 0>, place<R<n>, m>, symmetric_place<n, m + n>>;
};

template <order By, class Rows, class Columns, class Code, class... Inputs>
struct written_by<function_selected_jacobian<By, Rows, Columns, Code, Inputs...>> {
  using verb = function_selected_jacobian<By, Rows, Columns, Code, Inputs...>;
  static constexpr int m = verb::entries::rows, n = verb::entries::columns;
  using value =
      std::conditional_t<verb::all_rows, typename written_by_function<Code, Inputs...>::value,
                         place<R<m>, 0>>;
  using type = places<value, place<R<m, n>, m>>;
};
template <class Entries, class Code, class... Inputs>
struct written_by<function_jacobian_entries<Entries, Code, Inputs...>> {
  using type = places<place<R<function_jacobian_entries<Entries, Code, Inputs...>::count>, 0>>;
};
template <class Entries, class Code, class... Inputs>
struct written_by<function_hessian_entries<Entries, Code, Inputs...>> {
  using type = places<place<R<function_hessian_entries<Entries, Code, Inputs...>::count>, 0>>;
};
template <class Rows, class Code, class... Inputs>
struct written_by<function_hessian_rows<Rows, Code, Inputs...>>
    : written_by_function<Code, Inputs...> {
  static constexpr int m = function_hessian_rows<Rows, Code, Inputs...>::count;
  static constexpr int n = written_by_function<Code, Inputs...>::n;
  using type = places<place<R<>, 0>, place<R<m>, 1>, place<R<m, n>, 1 + m>>;
};

template <int N, class Code, class... Inputs>
struct written_by<function_taylor<N, Code, Inputs...>> {
  using type = places<coefficients_place<function_taylor<N, Code, Inputs...>::outputs, N>>;
};

template <class F, class... Xs> struct written_by<gradient_of<F, Xs...>> {
  using type = places<place<R<>, 0>, place<R<sizeof...(Xs)>, 1>>;
};
template <order By, class... Fs, class... Xs>
struct written_by<jacobian_of<By, formula_vector<Fs...>, Xs...>> {
  static constexpr int m = sizeof...(Fs), n = sizeof...(Xs);
  using type = places<place<R<m>, 0>, place<R<m, n>, m>>;
};
template <class F, class... Xs> struct written_by<hessian_of<F, Xs...>> {
  static constexpr int n = sizeof...(Xs);
  using type = places<place<R<>, 0>, place<R<n>, 1>, symmetric_place<n, 1 + n>>;
};
template <request Asked, class... Fs, class By>
struct written_by<product_of<Asked, formula_vector<Fs...>, By>> {
  static constexpr int m = sizeof...(Fs), n = By::size;
  using value = vector_shape<m>;
  using type = std::conditional_t<
      Asked == request::jvp, places<place<value, 0>, place<value, m>>,
      std::conditional_t<Asked == request::vjp, places<place<value, 0>, place<R<n>, m>>,
                         places<place<value, 0>, place<R<n>, m>, place<R<n>, m + n>>>>;
};
template <class G> struct written_by<compressed_of<G>> {
  static constexpr int m = G::entries::values;
  using type = places<place<vector_shape<m>, 0>, compressed_place<G>>;
};

/// A formula and lz::vector, too.
template <Formula F> struct written_by<F> {
  using type = places<place<R<>, 0>>;
};
template <class... Fs> struct written_by<formula_vector<Fs...>> {
  using type = places<place<vector_shape<sizeof...(Fs)>, 0>>;
};

/// Whether a destination can take what belongs there; if not, an error.
template <class Shape, class To, int Position> constexpr bool destination_fits() {
  if constexpr (!access<Shape>::template accepts<std::remove_cv_t<To>, Position,
                                                 role::destination>()) {
    return false;
  } else if constexpr (std::is_same_v<Shape, R<>>) {
    if constexpr (std::is_const_v<To>)
      return diagnose<"destination", digits<Position>(), "is const">();
    else return true;
  } else {
    using element = decltype(access<Shape>::get(std::declval<To&>(), 0));
    if constexpr (!std::is_assignable_v<element, std::remove_cvref_t<element> const&>)
      return diagnose<"destination", digits<Position>(), "is const">();
    else return true;
  }
}

/// Which elements of which destinations each step of a program computes.
template <class Program, class... Places> struct store_order {
  static constexpr int steps = Program::plan.step_count, elements = (0 + ... + Places::count);
  c_array<int, steps + 1> begin;
  c_array<int, elements + 1> place, element;

  constexpr int results_of(int step) const { return begin[step + 1] - begin[step]; }

  constexpr store_order() : begin{}, place{}, element{} {
    c_array<int, elements + 1> computed_by{}, places{}, places_elements{};
    int size = 0, at = 0;
    auto const list = [&]<class Place>(Place) {
      for (int leibniz_k = 0; leibniz_k < Place::count; ++leibniz_k, ++size) {
        computed_by[size] = Program::plan.done[Place::root(leibniz_k)];
        places[size] = at;
        places_elements[size] = leibniz_k;
      }
      ++at;
    };
    (list(Places{}), ...);
    for (int e = 0; e < elements; ++e) ++begin[computed_by[e] + 1];
    for (int i = 0; i < steps; ++i) begin[i + 1] += begin[i];
    c_array<int, steps + 1> next{};
    for (int i = 0; i < steps; ++i) next[i] = begin[i];
    for (int e = 0; e < elements; ++e) {
      int const to = next[computed_by[e]]++;
      place[to] = places[e];
      element[to] = places_elements[e];
    }
  }
};

/// Takes each root as soon as it is computed: what waits for the end occupies a register. `To` is derived from it and has
/// `put<Place>(element, value)`, with the index of a place.
template <class To, class... Places> struct store_early {
  template <class Program> static constexpr store_order<Program, Places...> early{};

  template <class Program, int Step, class T> LEIBNIZ_INLINE void after(T const* v) const {
    store_from<Program, early<Program>.begin[Step]>(
        v[Program::plan.steps[Step].result],
        std::make_integer_sequence<int, early<Program>.results_of(Step)>{});
  }
  template <class Program, class T>
  LEIBNIZ_INLINE int operator()(slots<Program, T> const&) const {
    return 0;
  }
  /// Of a recording there are no steps.
  template <class Program> constexpr int operator()(slots<Program, traced> const& s) const {
    store_places(s, std::make_integer_sequence<int, sizeof...(Places)>{});
    return 0;
  }

 private:
  template <class Program, int... I>
  constexpr void store_places(slots<Program, traced> const& s,
                              std::integer_sequence<int, I...>) const {
    (store_roots<Places, I>(s, std::make_integer_sequence<int, Places::count>{}), ...);
  }
  template <class From, int Place, class Program, int... K>
  constexpr void store_roots(slots<Program, traced> const& s,
                             std::integer_sequence<int, K...>) const {
    (static_cast<To const*>(this)->template put<Place>(K, s.v[Program::plan.roots[From::root(K)]]),
     ...);
  }
  template <class Program, int First, class T, int... E>
  LEIBNIZ_INLINE void store_from(T const& value, std::integer_sequence<int, E...>) const {
    (static_cast<To const*>(this)->template put<early<Program>.place[First + E]>(
         fixed(early<Program>.element[First + E]), value),
     ...);
  }
};

/// Writes roots to the caller's memory.
template <class Places, class Outputs, class Indices> struct store_results;
template <class... Places, class... To, int... I>
struct store_results<places<Places...>, output_list<To...>, std::integer_sequence<int, I...>>
    : store_early<
          store_results<places<Places...>, output_list<To...>, std::integer_sequence<int, I...>>,
          Places...> {
  output_list<To...> const& to;

  LEIBNIZ_INLINE explicit store_results(output_list<To...> const& to_in) : to(to_in) {}
  static constexpr bool fits() {
    return (destination_fits<typename Places::shape_type, To, I + 1>() && ...);
  }
  LEIBNIZ_INLINE void check() const {
    (access<typename Places::shape_type>::template check<I + 1, role::destination>(
         std::get<static_cast<std::size_t>(I)>(to.destinations)),
     ...);
  }
  template <int Place, class T> LEIBNIZ_INLINE void put(int element, T const& value) const {
    constexpr auto at = static_cast<std::size_t>(Place);
    using shape_type = typename std::tuple_element_t<at, std::tuple<Places...>>::shape_type;
    auto& destination = std::get<at>(to.destinations);
    if constexpr (std::is_same_v<shape_type, R<>>) destination = value;
    else access<shape_type>::get(destination, element) = value;
  }
};

template <class Verb, class Use, class... Arguments>
LEIBNIZ_INLINE void run(Verb const& verb, Use const& use, Arguments const&... arguments) {
  verb.run(use, arguments...);
}
template <class Code, class... Inputs, class Use, class... Arguments>
LEIBNIZ_INLINE void run(function_of<Code, Inputs...> const&, Use const& use,
                        Arguments const&... arguments) {
  call_function<value_program<function_source<Code, Inputs...>>>(use, shape_list<Inputs...>{},
                                                                 arguments...);
}

template <Formula F, class Use, class... Arguments>
LEIBNIZ_INLINE void run(F const& f, Use const& use, Arguments const&... arguments) {
  call_named<value_program<formula_source<1, wrt_list<>, F>>>(leibniz::detail::literal_values(f),
                                                              use, arguments...);
}
template <class... Fs, class Use, class... Arguments>
LEIBNIZ_INLINE void run(formula_vector<Fs...> const& fs, Use const& use,
                        Arguments const&... arguments) {
  call_named<value_program<formula_source<sizeof...(Fs), wrt_list<>, Fs...>>>(
      leibniz::detail::literal_values(fs), use, arguments...);
}

template <class Verb, class... Places, class... To, class Arguments, std::size_t... I>
LEIBNIZ_INLINE void call_into(Verb const& verb, places<Places...>, output_list<To...> const& to,
                              Arguments const& arguments, std::index_sequence<I...>) {
  if constexpr (sizeof...(Places) != sizeof...(To)) {
    diagnose<"destinations in lz::out:", digits<sizeof...(To)>(),
             "results of this verb:", digits<sizeof...(Places)>()>();
  } else {
    using store_to = store_results<places<Places...>, output_list<To...>,
                                   std::make_integer_sequence<int, sizeof...(To)>>;
    if constexpr (store_to::fits()) {
      store_to const use{to};
      use.check();
      emit::run(verb, use, std::get<I>(arguments)...);
    }
  }
}

template <class A> inline constexpr bool is_output_list = false;
template <class... To> inline constexpr bool is_output_list<output_list<To...>> = true;
template <class... Arguments> inline constexpr bool last_is_output_list = false;
template <class First, class... More>
inline constexpr bool last_is_output_list<First, More...> =
    is_output_list<std::tuple_element_t<sizeof...(More), std::tuple<First, More...>>>;

template <class Verb> concept Writes = requires { typename written_by<Verb>::type; };

}  // namespace emit

/// Runs a formula, lz::vector, a function or a verb (gradient, jacobian, hessian, gauss_newton, jvp, vjp, hvp,
/// compressed; of functions and of formulas) and writes the results into the caller's memory: `call(g, in...,
/// out(value, gradient...))`, `call(h, x = 2.0, y = 5.0, out(value, gradient, hessian))`. A gradient by several inputs
/// has one destination for each; the gradient of a formula is an array in the order of its variables. Destinations may
/// not overlap inputs.
template <emit::Writes Verb, class... Arguments>
LEIBNIZ_INLINE void call(Verb const& verb, Arguments const&... arguments) {
  constexpr std::size_t count = sizeof...(Arguments) - 1;
  if constexpr (!emit::last_is_output_list<Arguments...>) {
    static_assert(never<Verb>,
                  "leibniz::call: the last argument names the destinations: lz::out(value, ...)");
  } else {
    std::tuple<Arguments const&...> const all(arguments...);
    emit::call_into(verb, typename emit::written_by<Verb>::type{}, std::get<count>(all), all,
                    std::make_index_sequence<count>{});
  }
}
template <class Verb, class... Arguments>
requires(!emit::Writes<Verb> && emit::last_is_output_list<Arguments...>)
constexpr void call(Verb const&, Arguments const&...) {
  static_assert(
      std::is_same_v<Verb, after_error>,
      "leibniz::call: the first argument is a formula, a function or a verb of one, such as "
      "gradient: make a lambda a function, lz::function<lz::R<2>>");
}

}  // namespace leibniz
