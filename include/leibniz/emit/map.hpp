// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cassert>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/emit/array_argument.hpp"
#include "leibniz/emit/call.hpp"

// A formula, a function or a verb over arrays of points: point by point, or several points at once.

namespace leibniz {

namespace emit {

/// What `lz::map<Batch>` computes with, for arrays of Ts. Batches of other libraries: interop/lanes.hpp.
template <class Batch, class T> struct batch_number {
  static_assert(never<Batch>,
                "leibniz::map<Batch>: the batch is a vector type that the library knows: include "
                "leibniz/interop/xsimd.hpp or leibniz/interop/std_simd.hpp");
  using type = T;
};
template <class T> struct batch_number<void, T> {
  using type = T;
};

/// The scalars of the inputs at one point, or several, read when they are asked for.
template <class V, class Sizes, class... Sources> struct inputs_at;
template <class V> struct inputs_at<V, std::integer_sequence<int>> {
  long at;
  LEIBNIZ_INLINE V operator[](int) const { return V(); }
};
template <class V, int Size, int... Sizes, class Source, class... Sources>
struct inputs_at<V, std::integer_sequence<int, Size, Sizes...>, Source, Sources...> {
  Source source;
  inputs_at<V, std::integer_sequence<int, Sizes...>, Sources...> rest;

  LEIBNIZ_INLINE inputs_at(long at_in, Source const& source_in, Sources const&... sources_in)
      : source(source_in), rest{at_in, sources_in...} {}
  LEIBNIZ_INLINE long at() const {
    if constexpr (sizeof...(Sources) == 0) return rest.at;
    else return rest.at();
  }
  LEIBNIZ_INLINE V operator[](int i) const {
    if (i < Size) return source.template get<V>(at(), i);
    return rest[i - Size];
  }
};

/// Writes roots to the arrays, as lz::call does to its destinations.
template <class Places, class... Targets> struct store_at;
template <class... Places, class... Targets> struct store_at<places<Places...>, Targets...>
    : store_early<store_at<places<Places...>, Targets...>, Places...> {
  std::tuple<Targets...> const& targets;
  long at;

  LEIBNIZ_INLINE store_at(std::tuple<Targets...> const& targets_in, long at_in)
      : targets(targets_in), at(at_in) {}
  template <int Place, class V> LEIBNIZ_INLINE void put(int element, V const& value) const {
    std::get<Place>(targets).put(at, element, value);
  }
};

/// The loop over the points from 0 to `count`.
template <class Program, class V, class Places, class Sizes, class... Sources, class... Targets>
LEIBNIZ_INLINE void run_points(double const* literals, std::tuple<Sources...> const& from,
                               std::tuple<Targets...> const& to, long count) {
  for (long at = 0; at < count; at += points_at_once<V>) {
    run<Program, V>(store_at<Places, Targets...>{to, at},
                    std::apply(
                        [&](Sources const&... leibniz_sources) {
                          return inputs_at<V, Sizes, Sources...>(at, leibniz_sources...);
                        },
                        from),
                    literals, parts_of<Program>{});
  }
}
/// The same as a function of its own, since it is called a second time, for the last points.
template <class Program, class V, class Places, class Sizes, class From, class To>
[[gnu::noinline]] constexpr void run_batches(double const* literals, From from, To to, long count) {
  run_points<Program, V, Places, Sizes>(literals, from, to, count);
}

/// The last points, fewer than are computed with at once: in copies, filled up with the last of them.
template <class Program, class V, class Places, class Sizes, class... Sources, class... Targets,
          std::size_t... I, std::size_t... J>
LEIBNIZ_INLINE void run_rest(double const* literals, std::tuple<Sources...> const& from,
                             std::tuple<Targets...> const& to, long at, long count,
                             std::index_sequence<I...>, std::index_sequence<J...>) {
  constexpr int size = points_at_once<V>;
  std::tuple<typename Sources::template buffer<size>...> inputs;
  std::tuple<typename Targets::template buffer<size>...> results;
  run_batches<Program, V, Places, Sizes>(
      literals, std::tuple<Sources...>(std::get<I>(from).padded(std::get<I>(inputs), at, count)...),
      std::tuple<Targets...>(std::get<J>(to).target(std::get<J>(results))...), size);
  (std::get<J>(to).copy_back(std::get<J>(results), at, count), ...);
}

/// `count` points that lie evenly in every array.
template <class Program, class V, class Places, class Sizes, class... Sources, class... Targets>
LEIBNIZ_INLINE void run_evenly(double const* literals, std::tuple<Sources...> const& from,
                               std::tuple<Targets...> const& to, long count) {
  if constexpr (points_at_once<V> == 1) {
    run_points<Program, V, Places, Sizes>(literals, from, to, count);
  } else {
    long const whole = count - count % points_at_once<V>;
    if (whole > 0) run_batches<Program, V, Places, Sizes>(literals, from, to, whole);
    if (whole < count)
      run_rest<Program, V, Places, Sizes>(literals, from, to, whole, count - whole,
                                          std::index_sequence_for<Sources...>{},
                                          std::index_sequence_for<Targets...>{});
  }
}

/// The points from one on.
template <class... Arrays>
LEIBNIZ_INLINE auto all_from(std::tuple<Arrays...> const& arrays, long at) {
  return std::apply(
      [&](Arrays const&... leibniz_arrays) { return std::tuple(leibniz_arrays.from(at)...); },
      arrays);
}
template <class... Arrays>
LEIBNIZ_INLINE long evenly_from(std::tuple<Arrays...> const& arrays, long at) {
  long least = any_number;
  std::apply(
      [&](Arrays const&... leibniz_arrays) {
        ((least = leibniz_arrays.evenly_from(at) < least ? leibniz_arrays.evenly_from(at) : least),
         ...);
      },
      arrays);
  return least;
}
/// Points some of which stand in matrices, whose columns or rows may be apart: one piece after the other.
template <class Program, class V, class Places, class Sizes, class From, class To>
LEIBNIZ_INLINE void run_pieces(double const* literals, From const& from, To const& to, long count) {
  for (long at = 0; at < count;) {
    long const piece = evenly_from(std::tuple_cat(from, to), at);
    run_evenly<Program, V, Places, Sizes>(literals, all_from(from, at), all_from(to, at), piece);
    at += piece;
  }
}

/// The number of points: all arrays have it, or it is an error.
template <class... Arrays> constexpr long fixed_points() {
  long found = -1;
  ((found = found < 0 ? Arrays::fixed : found), ...);
  return found;
}
template <long Points, class Array, role As, int Position> constexpr bool length_fits() {
  if constexpr (Array::fixed >= 0 && Array::fixed != Points)
    return diagnose<"arrays of different lengths:", digits<Points>(), "points,",
                    digits<Array::fixed>(), "of", word<As>, digits<Position>()>();
  else return true;
}
/// What an assertion is about is in this function's name, which the message contains.
template <role As, int Position> LEIBNIZ_INLINE void check_length(long given, long points) {
  if (!std::is_constant_evaluated())
    assert((given < 0 || given == points) &&
           "leibniz::map: arrays of different lengths: the input or destination at Position has "
           "not the length of the first");
}
/// Matrices of another library are paired in the order in which they store their elements: all by columns, or by rows.
template <class Array> constexpr int order_of() {
  if constexpr (Array::in_pieces) return Array::by_rows ? 2 : 1;
  else return 0;
}
template <class... Arrays> constexpr int first_order() {
  int found = 0;
  ((found = found == 0 ? order_of<Arrays>() : found), ...);
  return found;
}
template <int Order, class Array, role As, int Position> constexpr bool order_fits() {
  if constexpr (order_of<Array>() != 0 && order_of<Array>() != Order)
    return diagnose<"matrices stored in two orders:", word<As>, digits<Position>(),
                    "and one before:", "use columns or rows for all">();
  else return true;
}
template <role As, int Position, class Array>
LEIBNIZ_INLINE void check_piece(Array const& given, long& common) {
  if constexpr (Array::in_pieces) {
    if (common < 0) common = given.piece;
    assert(given.piece == common &&
           "leibniz::map: matrices of different shapes: the input or destination at Position has "
           "not that of the first");
  }
}
/// Of arguments, then destinations, in order.
template <int Arguments, class Indices> struct lengths;
template <int Arguments, int... I> struct lengths<Arguments, std::integer_sequence<int, I...>> {
  static constexpr role as(int i) { return i < Arguments ? role::input : role::destination; }
  static constexpr int position(int i) { return (i < Arguments ? i : i - Arguments) + 1; }

  template <class... Arrays> static constexpr bool fit() {
    return (length_fits<fixed_points<Arrays...>(), Arrays, as(I), position(I)>() && ...) &&
           (order_fits<first_order<Arrays...>(), Arrays, as(I), position(I)>() && ...);
  }
  /// The number of points.
  template <class... Arrays> LEIBNIZ_INLINE static long common(Arrays const&... arrays) {
    long found = -1;
    ((found = found < 0 ? arrays.length() : found), ...);
    if (!std::is_constant_evaluated())
      assert(found >= 0 &&
             "leibniz::map: one of the arrays has to know its length: std::span(p, n)");
    (check_length<as(I), position(I)>(arrays.length(), found), ...);
    [[maybe_unused]] long piece = -1;
    (check_piece<as(I), position(I)>(arrays, piece), ...);
    return found;
  }
};

/// What lz::map asks a verb to run its program for: all points of the arguments.
template <class Batch, class Places, class Outputs, class Indices> struct each_point;
template <class Batch, class... Places, class... To, int... I>
struct each_point<Batch, places<Places...>, output_list<To...>, std::integer_sequence<int, I...>> {
  using over_arrays = void;
  output_list<To...> const& to;

  /// Runs a program of a function.
  template <class Program, class... Inputs, class... Arguments>
  LEIBNIZ_INLINE int of_function(shape_list<Inputs...> shapes,
                                 Arguments const&... arguments) const {
    if constexpr (sizeof...(Arguments) == sizeof...(Inputs))
      run_shaped<Program>(nullptr, shapes, std::make_integer_sequence<int, sizeof...(Inputs)>{},
                          arguments...);
    else inputs_fit<Arguments...>(shapes, std::make_integer_sequence<int, sizeof...(Arguments)>{});
    return 0;
  }
  /// Runs a program of formulas.
  template <class Program, int... Input, class... Arguments>
  LEIBNIZ_INLINE int of_formula(double const* literals, std::integer_sequence<int, Input...>,
                                Arguments const&... arguments) const {
    run_shaped<Program>(
        literals, shape_list<std::conditional_t<Input >= 0, R<>, void>...>{},
        std::integer_sequence<int, Input...>{},
        argument_at<position_of<Arguments...>(Program::graph.inputs[Input])>(arguments...)...);
    return 0;
  }
  template <class Nothing> LEIBNIZ_INLINE int operator()(Nothing const&) const { return 0; }

 private:
  static constexpr int nobody_reads = 0;
  template <int At> LEIBNIZ_INLINE static int const& argument_at() { return nobody_reads; }
  template <int At, class First, class... More>
  LEIBNIZ_INLINE static auto const& argument_at(First const& first, More const&... more) {
    if constexpr (At == 0) return first.value;
    else return argument_at<At - 1>(more...);
  }

  template <class Program, class... Inputs, int... Input, class... Arguments>
  LEIBNIZ_INLINE void run_shaped(double const* literals, shape_list<Inputs...>,
                                 std::integer_sequence<int, Input...>,
                                 Arguments const&... arguments) const {
    run_arrays<Program, std::integer_sequence<int, shape<Inputs>::size...>>(
        literals,
        std::tuple(
            array_for<typename plain_shape<Inputs>::type, Input + 1, role::input>(arguments)...),
        std::tuple(array_for<typename Places::shape_type, I + 1, role::destination>(
            std::get<static_cast<std::size_t>(I)>(to.destinations))...));
  }
  template <class Program, class Sizes, class... Sources, class... Targets>
  LEIBNIZ_INLINE static void run_arrays(double const* literals, std::tuple<Sources...> const& from,
                                        std::tuple<Targets...> const& into) {
    if constexpr (!(std::is_same_v<Sources, no_array> || ...) &&
                  !(std::is_same_v<Targets, no_array> || ...)) {
      using checked =
          lengths<sizeof...(Sources),
                  std::make_integer_sequence<int, static_cast<int>(sizeof...(Sources) +
                                                                   sizeof...(Targets))>>;
      if constexpr (checked::template fit<Sources..., Targets...>()) {
        using T = scalar_of_call<typename Sources::number...>;
        using V = typename batch_number<Batch, T>::type;
        using all = places<Places...>;
        long const n = std::apply(
            [](auto const&... leibniz_arrays) { return checked::common(leibniz_arrays...); },
            std::tuple_cat(from, into));
        if constexpr ((Sources::in_pieces || ...) || (Targets::in_pieces || ...))
          run_pieces<Program, V, all, Sizes>(literals, from, into, n);
        else run_evenly<Program, V, all, Sizes>(literals, from, into, n);
      }
    }
  }
};

template <class Batch, class Verb, class... Places, class... To, class Arguments, std::size_t... I>
LEIBNIZ_INLINE void map_into(Verb const& verb, places<Places...>, output_list<To...> const& to,
                             Arguments const& arguments, std::index_sequence<I...>) {
  if constexpr (sizeof...(Places) != sizeof...(To)) {
    diagnose<"destinations in lz::out:", digits<sizeof...(To)>(),
             "results of this verb:", digits<sizeof...(Places)>()>();
  } else {
    using points = each_point<Batch, places<Places...>, output_list<To...>,
                              std::make_integer_sequence<int, sizeof...(To)>>;
    emit::run(verb, points{to}, std::get<I>(arguments)...);
  }
}

}  // namespace emit

/// Runs a formula, lz::vector of formulas, a function or a verb of them for every point of arrays, and writes the
/// results to arrays: `map(gradient(f), x = xs, y = ys, out(values, gradients))`, `map(jacobian(F), points, out(values,
/// matrices))`.
///
/// An argument is an array with an element for each point (of R<> a number, of other shapes a std::array, an
/// lz::matrix, a struct, …), or `components(xs, ys)`, an array for each component, or one point, which is then the same
/// for all; so is a container of numbers for a shape other than R<>, and what stands in `same(p)`. Destinations, one for
/// each result of the verb, are arrays of points or components(…). Arrays are containers, spans, C arrays, pointers, and
/// vectors, matrices, rows and blocks of Eigen; at least one knows its length. The elements of matrices are paired in the
/// order in which they are stored, which is the same for all matrices of a call, as are their shapes. Fixed lengths are compared while compiling, others by assert. Destinations
/// may not overlap arguments. `map<Batch>`, with a vector type such as `xsimd::batch<double>`, computes as many points
/// at once as it has lanes; at the end too: nothing is read or written beyond the arrays, and a point's result does not
/// depend on its place.
template <class Batch = void, emit::Writes Verb, class... Arguments>
LEIBNIZ_INLINE void map(Verb const& verb, Arguments const&... arguments) {
  constexpr std::size_t count = sizeof...(Arguments) - 1;
  if constexpr (!emit::last_is_output_list<Arguments...>) {
    static_assert(never<Verb>,
                  "leibniz::map: the last argument names the destinations: lz::out(values, ...)");
  } else {
    std::tuple<Arguments const&...> const all(arguments...);
    emit::map_into<Batch>(verb, typename emit::written_by<Verb>::type{}, std::get<count>(all), all,
                          std::make_index_sequence<count>{});
  }
}
template <class Batch = void, class Verb, class... Arguments>
requires(!emit::Writes<Verb> && emit::last_is_output_list<Arguments...>)
constexpr void map(Verb const&, Arguments const&...) {
  static_assert(
      std::is_same_v<Verb, after_error>,
      "leibniz::map: the first argument is a formula, a function or a verb of one, such as "
      "gradient: make a lambda a function, lz::function<lz::R<2>>");
}

}  // namespace leibniz
