// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/base/aggregate.hpp"
#include "leibniz/base/inline.hpp"
#include "leibniz/base/matrix.hpp"
#include "leibniz/expression/traced.hpp"

// What the inputs and the results of a function are made of: scalars, in arrays, matrices, tuples and structs, in
// order. The same type with other scalars in it is its `rebind`.

namespace leibniz::detail {

enum class form { scalar, array, product };

template <class X> concept StdTuple = requires {
  std::tuple_size<X>::value;
} && (std::tuple_size<X>::value == 0 || requires(X& x) { std::get<0>(x); });

template <class X> inline constexpr std::size_t elements_of_matrix = 0;
template <class T, int M, int N>
inline constexpr std::size_t elements_of_matrix<matrix<T, M, N>> = static_cast<std::size_t>(M * N);

template <class X> constexpr form form_of() {
  if constexpr (std::is_convertible_v<X, traced>) return form::scalar;
  else if constexpr (elements_of_matrix<X> != 0) return form::array;
  else if constexpr (std::is_bounded_array_v<X>) return form::array;
  else if constexpr (requires(X& x) {
                       std::tuple_size<X>::value;
                       x[std::size_t()];
                     })
    return form::array;
  else if constexpr (StdTuple<X>) return form::product;
  else if constexpr (requires(X& x) { leibniz_members(x); }) return form::product;
  else if constexpr (std::is_class_v<X> && std::is_aggregate_v<X>)
    return std::is_empty_v<X> ? form::scalar : form::product;
  else return form::scalar;
}

/// The scalars of an X, in order: how many (`count`), the i-th (`get`), each (`each`). A scalar is its own part.
template <class X, form = form_of<X>()> struct parts {
  using scalar = X;
  static constexpr int count = 1;
  static constexpr bool uniform = true;  ///< all scalars have one type
  static constexpr bool traceable = std::is_convertible_v<X, traced>;
  template <class Y> LEIBNIZ_INLINE static Y& get(Y& y, int) { return y; }
  template <class Y, class F> LEIBNIZ_INLINE static void each(Y& y, F& f) { f(y); }
};

template <class X> struct parts<X, form::array> {
  static constexpr std::size_t length = [] {
    if constexpr (elements_of_matrix<X> != 0) return elements_of_matrix<X>;
    else if constexpr (std::is_bounded_array_v<X>) return std::extent_v<X>;
    else return static_cast<std::size_t>(std::tuple_size<X>::value);
  }();
  template <class Y> LEIBNIZ_INLINE static auto& at(Y& y, std::size_t i) {
    if constexpr (elements_of_matrix<X> != 0) return y.elements[i];
    else return y[i];
  }
  using element = parts<std::remove_cvref_t<decltype(at(std::declval<X&>(), 0))>>;
  using scalar = typename element::scalar;
  static constexpr int count = static_cast<int>(length) * element::count;
  static constexpr bool uniform = element::uniform;
  static constexpr bool traceable = element::traceable;
  template <class Y> LEIBNIZ_INLINE static auto& get(Y& y, int i) {
    return element::get(at(y, static_cast<std::size_t>(i / element::count)), i % element::count);
  }
  template <class Y, class F> LEIBNIZ_INLINE static void each(Y& y, F& f) {
    for (std::size_t i = 0; i < length; ++i) element::each(at(y, i), f);
  }
};

template <class X> struct parts<X, form::product> {
  template <class Y> LEIBNIZ_INLINE static auto tied(Y& y) {
    if constexpr (StdTuple<X>)
      return tied(y, std::make_index_sequence<std::tuple_size<X>::value>());
    else return members_of(y);
  }
  template <class Y, std::size_t... I>
  LEIBNIZ_INLINE static auto tied(Y& y, std::index_sequence<I...>) {
    return std::tie(std::get<I>(y)...);
  }
  using references = decltype(tied(std::declval<X&>()));
  static constexpr std::size_t length = std::tuple_size_v<references>;
  template <std::size_t I>
  using member = parts<std::remove_cvref_t<std::tuple_element_t<I, references>>>;

  template <std::size_t... I> static constexpr int sum(std::index_sequence<I...>) {
    return (0 + ... + member<I>::count);
  }
  template <std::size_t... I> static constexpr bool all_traceable(std::index_sequence<I...>) {
    return (member<I>::traceable && ...);
  }
  template <std::size_t... I> static constexpr bool all_the_same(std::index_sequence<I...>) {
    return ((member<I>::uniform &&
             std::is_same_v<typename member<I>::scalar, typename member<0>::scalar>) &&
            ...);
  }
  using scalar = typename member<0>::scalar;
  using indices = std::make_index_sequence<length>;
  static constexpr int count = sum(indices());
  static constexpr bool uniform = all_the_same(indices());
  static constexpr bool traceable = all_traceable(indices());

  template <class Y> LEIBNIZ_INLINE static auto& get(Y& y, int i) { return pick<0>(tied(y), i); }
  template <class Y, class F> LEIBNIZ_INLINE static void each(Y& y, F& f) {
    each_of(tied(y), f, indices());
  }

 private:
  template <std::size_t I, class Tied> LEIBNIZ_INLINE static auto& pick(Tied const& all, int i) {
    if constexpr (I + 1 < length)
      if (i >= member<I>::count) return pick<I + 1>(all, i - member<I>::count);
    return member<I>::get(std::get<I>(all), i);
  }
  template <class Tied, class F, std::size_t... I>
  LEIBNIZ_INLINE static void each_of(Tied const& all, F& f, std::index_sequence<I...>) {
    (member<I>::each(std::get<I>(all), f), ...);
  }
};

/// X with scalars of type U; void where that cannot be spelled.
template <class X, class U> struct rebound {
  using type = std::conditional_t<form_of<X>() == form::scalar, U, void>;
};
template <class X, class U> using rebind = typename rebound<X, U>::type;

template <class E, std::size_t N, class U> struct rebound<std::array<E, N>, U> {
  using type = std::array<rebind<E, U>, N>;
};
template <class... Es, class U> struct rebound<std::tuple<Es...>, U> {
  using type = std::tuple<rebind<Es, U>...>;
};
template <class A, class B, class U> struct rebound<std::pair<A, B>, U> {
  using type = std::pair<rebind<A, U>, rebind<B, U>>;
};
// A template of the scalar, and of more that stays.
template <template <class, class...> class S, class E, class... More, class U>
requires(form_of<S<E, More...>>() == form::product && !StdTuple<S<E, More...>>)
struct rebound<S<E, More...>, U> {
  using type = S<rebind<E, U>, More...>;
};
template <template <class, int...> class S, class E, int N, int... More, class U>
requires(form_of<S<E, N, More...>>() != form::scalar)
struct rebound<S<E, N, More...>, U> {
  using type = S<rebind<E, U>, N, More...>;
};
template <template <class, std::size_t...> class S, class E, std::size_t N, std::size_t... More,
          class U>
requires(form_of<S<E, N, More...>>() != form::scalar)
struct rebound<S<E, N, More...>, U> {
  using type = S<rebind<E, U>, N, More...>;
};

/// X with scalars of type U, or void.
template <class X, class U> constexpr auto find_result_like() {
  using type = rebind<X, U>;
  if constexpr (!std::is_void_v<type>)
    if constexpr (std::is_default_constructible_v<type>)
      return std::type_identity<
          std::conditional_t<parts<type>::count == parts<X>::count, type, void>>();
    else return std::type_identity<void>();
  else return std::type_identity<void>();
}
template <class X, class U> using result_like = typename decltype(find_result_like<X, U>())::type;

/// Writes numbers that lie behind each other to the scalars that it is called with.
template <class T> struct assign_in_order {
  T const* from;
  template <class X> LEIBNIZ_INLINE void operator()(X& to) { to = *from++; }
};

}  // namespace leibniz::detail
