// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <tuple>
#include <utility>

#include "leibniz/base/array.hpp"
#include "leibniz/emit/products.hpp"

// Products with several directions or sets of adjoints in one pass: values and partials are computed once for all.

namespace leibniz {

namespace emit {

/// A source with K directions, or K sets of adjoints, instead of one.
template <class Source, int K> struct with_directions : Source {
  using of_one_direction = Source;
  static constexpr int directions_at_once = K;
};
template <int Outputs, class... Xs, class... Formulas, int K>
struct with_directions<formula_source<Outputs, wrt_list<Xs...>, Formulas...>, K>
    : formula_source<Outputs, wrt_list<Xs...>, Formulas...> {
  using of_one_direction = formula_source<Outputs, wrt_list<Xs...>, Formulas...>;
  static constexpr int directions_at_once = K;
  static constexpr std::string_view direction(int i) { return direction_names.name[i]; }
  static constexpr std::string_view adjoint(int i) { return set_names.name[i]; }

 private:
  template <int Size> struct list {
    c_array<std::string_view, Size + 1> name;
  };
  /// Component by component, its K directions: the rows of a matrix.
  template <int... I> static constexpr auto name_directions(std::integer_sequence<int, I...>) {
    list<sizeof...(Xs) * K> all{};
    int next = 0;
    auto const add = [&]<class X>(X) {
      ((all.name[next++] = numbered<I, direction_name<X::name>>.view()), ...);
    };
    (add(Xs{}), ...);
    return all;
  }
  /// Set by set.
  template <int... I> static constexpr auto name_sets(std::integer_sequence<int, I...>) {
    return list<Outputs * K>{{numbered<I / Outputs, adjoint_name<I % Outputs>>.view()..., {}}};
  }
  static constexpr auto direction_names = name_directions(std::make_integer_sequence<int, K>{});
  static constexpr auto set_names = name_sets(std::make_integer_sequence<int, Outputs * K>{});
};

/// K roots that belong to each variable, `Step` apart; the next variable's begin `Next` later.
template <class Program, int First, int Step, int Next, int K, class T, class... Xs, int... I>
LEIBNIZ_INLINE auto take_arrays(slots<Program, T> const& s, wrt_list<Xs...>,
                                std::integer_sequence<int, I...>) {
  using array = std_array<T, K>;
  return by_variable<array, Xs...>(boost::hana::pair<Xs, array>(
      Xs{},
      take_strided<Program, First + I * Next, Step>(s, std::make_integer_sequence<int, K>{}))...);
}

/// A tangent for each output and direction: an array of one output, else a matrix.
template <class Program, int M, int K, class T>
LEIBNIZ_INLINE auto take_tangents(slots<Program, T> const& s) {
  if constexpr (M == 1) return take_array<Program, M, K>(s);
  else return take_matrix<Program, M, M, K>(s);
}

template <class Program, request Asked, int M, int K, class By> struct take_products {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int n = By::size;
    constexpr auto each = std::make_integer_sequence<int, n>{};
    auto value = take_value<Program, 0, M>(s);
    if constexpr (Asked == request::jvp) {
      auto tangent = take_tangents<Program, M, K>(s);
      return jvp_result<decltype(value), decltype(tangent)>{value, tangent};
    } else if constexpr (Asked == request::vjp) {
      auto gradient = take_arrays<Program, M, n, 1, K>(s, By{}, each);
      return vjp_result<decltype(value), decltype(gradient)>{{}, value, gradient};
    } else {
      auto gradient = take_map<Program, 1>(s, By{});
      auto product = take_arrays<Program, 1 + n, 1, K, K>(s, By{}, each);
      return hvp_result<T, decltype(gradient), decltype(product)>{{}, value, gradient, product};
    }
  }
};

/// An argument as it is, or the k-th group of them under its numbered names.
template <int K, class A> LEIBNIZ_INLINE auto renamed(A const& a) { return a; }
template <int K, class... As> LEIBNIZ_INLINE auto renamed(argument_group<As...> const& group) {
  using renamed_group = argument_group<argument<numbered<K, As::name>, typename As::value_type>...>;
  return std::apply(
      [](auto const&... leibniz_each) { return renamed_group{{{leibniz_each.value}...}}; },
      group.arguments);
}
/// How many groups stand before argument `index`.
template <class... Arguments> consteval int groups_before(int index) {
  int count = 0, at = 0;
  ((count += at++ < index && is_group<Arguments> ? 1 : 0), ...);
  return count;
}

/// The error of too many or too few of them.
template <bool Adjoints, int Given, int K> constexpr bool diagnose_count() {
  if constexpr (Adjoints)
    return diagnose<"calls of lz::adjoint:", digits<Given>(), "sets in lz::vjp<K>:", digits<K>()>();
  else
    return diagnose<"calls of lz::direction:", digits<Given>(),
                    "directions in lz::jvp<K>, hvp<K>:", digits<K>()>();
}

}  // namespace emit

/// A function of named arguments, then K directions or K sets of adjoints.
template <int K, emit::request Asked, class Formulas, class By> struct products_of;
template <int K, emit::request Asked, class... Fs, class By>
struct products_of<K, Asked, formula_vector<Fs...>, By> {
  static_assert(K > 0,
                "leibniz: jvp<K>, vjp<K>, hvp<K>: K, the number of directions, is at least 1");
  static constexpr int outputs = sizeof...(Fs), count = K;
  using program = typename emit::cheapest_product<
      emit::with_directions<emit::formula_source<outputs, By, Fs...>, K>, Asked>::type;
  [[no_unique_address]] detail::literals<formula_vector<Fs...>::literal_count> literals;

  template <class... Arguments> LEIBNIZ_INLINE auto operator()(
      Arguments const&... arguments) const {
    return run(emit::take_products<program, Asked, outputs, K, By>{}, arguments...);
  }
  template <class Use, class... Arguments> LEIBNIZ_INLINE auto run(
      Use const& use, Arguments const&... arguments) const {
    return numbered(use, std::make_integer_sequence<int, sizeof...(Arguments)>{}, arguments...);
  }

 private:
  template <class Use, int... I, class... Arguments> LEIBNIZ_INLINE auto numbered(
      Use const& use, std::integer_sequence<int, I...>, Arguments const&... arguments) const {
    constexpr int given = emit::groups_before<Arguments...>(sizeof...(Arguments));
    if constexpr (given != K) {
      emit::diagnose_count<Asked == emit::request::vjp, given, K>();
      return use(emit::slots<program, double>{});  // after an error
    } else {
      return emit::call_named<program>(
          detail::literal_values(*this), use,
          emit::renamed<emit::groups_before<Arguments...>(I)>(arguments)...);
    }
  }
};

/// Jacobian times K directions in one pass:
/// `jvp<2>(f, wrt(x, y))(x = 2.0, y = 5.0, direction(x = 1.0, y = 0.0), direction(x = 0.0, y = 1.0))`. `.tangent` is an
/// array of K, of a vector of M formulas an M × K matrix: the directions are its columns.
template <int K, class... Fs, class... Xs>
constexpr auto jvp(formula_vector<Fs...> const& fs, wrt_list<Xs...>) {
  return products_of<K, emit::request::jvp, formula_vector<Fs...>, wrt_list<Xs...>>{fs.literals};
}
template <int K, Formula F, class... Xs> constexpr auto jvp(F const& f, wrt_list<Xs...> by) {
  return jvp<K>(vector(f), by);
}
/// K sets of adjoints times Jacobian: `vjp<2>(vector(f, g), wrt(x))(x = 2.0, adjoint(1.0, 0.0), adjoint(0.0, 1.0))`;
/// `.gradient[x]` is an array of K.
template <int K, class... Fs, class... Xs>
constexpr auto vjp(formula_vector<Fs...> const& fs, wrt_list<Xs...>) {
  return products_of<K, emit::request::vjp, formula_vector<Fs...>, wrt_list<Xs...>>{fs.literals};
}
template <int K, Formula F, class... Xs> constexpr auto vjp(F const& f, wrt_list<Xs...> by) {
  return vjp<K>(vector(f), by);
}
/// Hessian times K directions: `.product[x]` is an array of K.
template <int K, Formula F, class... Xs> constexpr auto hvp(F const& f, wrt_list<Xs...>) {
  return products_of<K, emit::request::hvp, formula_vector<F>, wrt_list<Xs...>>{
      detail::concatenate(f)};
}
template <int K, class F, class... By> constexpr auto jvp(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}
template <int K, class F, class... By> constexpr auto vjp(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}
template <int K, class F, class... By> constexpr auto hvp(F const&, By const&...) {
  return detail::refuse_derivative<F, By...>();
}

}  // namespace leibniz
