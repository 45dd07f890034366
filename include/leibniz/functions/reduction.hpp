// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <boost/hana/at.hpp>
#include <boost/hana/core/tag_of.hpp>
#include <boost/hana/length.hpp>
#include <boost/hana/tuple.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <type_traits>
#include <utility>

#include "leibniz/base/matrix.hpp"
#include "leibniz/functions/difference.hpp"
#include "leibniz/functions/exponential.hpp"
#include "leibniz/functions/generic.hpp"
#include "leibniz/functions/power.hpp"

// Functions of several scalars: of a std::array, a C array, an lz::matrix, a std::tuple or a hana tuple of formulas,
// traced scalars or numbers, or of two and more arguments. Arrays of traced scalars and numbers are walked by loops,
// whatever their length; what holds formulas is a tuple of types.

namespace leibniz {

namespace detail {

template <class T> concept TupleLike = requires { std::tuple_size<T>::value; };
template <class T>
concept HanaTuple =
    !TupleLike<T> && std::same_as<typename boost::hana::tag_of<T>::type, boost::hana::tuple_tag>;
template <class T> inline constexpr std::size_t matrix_size = 0;
template <class T, int M, int N>
inline constexpr std::size_t matrix_size<matrix<T, M, N>> = static_cast<std::size_t>(M * N);
/// What holds scalars one after another.
template <class T>
concept Sequence =
    TupleLike<T> || matrix_size<T> != 0 || HanaTuple<T> || std::is_bounded_array_v<T>;

template <Sequence T> constexpr std::size_t length_of() {
  if constexpr (TupleLike<T>) return std::tuple_size<T>::value;
  else if constexpr (matrix_size<T> != 0) return matrix_size<T>;
  else if constexpr (HanaTuple<T>) return decltype(boost::hana::length(std::declval<T>()))::value;
  else return std::extent_v<T>;
}
template <Sequence T> inline constexpr std::size_t length = length_of<T>();

template <std::size_t I, Sequence T> constexpr decltype(auto) get(T const& from) {
  if constexpr (TupleLike<T>) return std::get<I>(from);
  else if constexpr (matrix_size<T> != 0) return (from.elements[I]);
  else if constexpr (HanaTuple<T>) return boost::hana::at_c<I>(from);
  else return (from[I]);
}

template <class T> inline constexpr bool is_number_array = false;
template <class T, std::size_t N>
inline constexpr bool is_number_array<std::array<T, N>> =
    std::same_as<T, traced> || std::is_arithmetic_v<T>;
template <class T, std::size_t N>
inline constexpr bool is_number_array<T[N]> = std::same_as<T, traced> || std::is_arithmetic_v<T>;
template <class T, int M, int N>
inline constexpr bool is_number_array<matrix<T, M, N>> =
    std::same_as<T, traced> || std::is_arithmetic_v<T>;
/// What is walked by loops.
template <class T> concept NumberArray = is_number_array<T>;

template <std::size_t... I, Sequence T>
constexpr auto tuple_of(std::index_sequence<I...>, T const& from) {
  return std::tuple(detail::get<I>(from)...);
}
/// The elements as a std::array of numbers or traced scalars or, of formulas, as a std::tuple.
template <Sequence T> constexpr auto elements_of(T const& from) {
  static_assert(length<T> > 0, "leibniz: a sum, a norm or the like of no elements");
  if constexpr (NumberArray<T>) {
    auto const* const at = std::data(from);
    std::array<std::remove_cvref_t<decltype(*at)>, length<T>> result{};
    for (std::size_t i = 0; i < length<T>; ++i) result[i] = at[i];
    return result;
  } else {
    return tuple_of(std::make_index_sequence<length<T>>(), from);
  }
}
/// The same of arguments.
template <class... Xs> constexpr auto elements_of_pack(Xs const&... xs) {
  if constexpr ((std::is_arithmetic_v<Xs> && ...)) {
    using common = decltype((math::real_t<Xs>() + ...));
    return std::array<common, sizeof...(Xs)>{static_cast<common>(xs)...};
  } else if constexpr ((Formula<Xs> || ...)) {
    return std::tuple(xs...);
  } else {
    return std::array<traced, sizeof...(Xs)>{traced(xs)...};
  }
}

/// f of each element.
template <class F, class T, std::size_t N>
constexpr auto map(F const& f, std::array<T, N> const& from) {
  std::array<decltype(f(from[0])), N> result{};
  for (std::size_t i = 0; i < N; ++i) result[i] = f(from[i]);
  return result;
}
template <class F, class... Ts, std::size_t... I>
constexpr auto map(F const& f, std::tuple<Ts...> const& from, std::index_sequence<I...>) {
  return std::tuple(f(std::get<I>(from))...);
}
template <class F, class... Ts> constexpr auto map(F const& f, std::tuple<Ts...> const& from) {
  return map(f, from, std::index_sequence_for<Ts...>());
}

/// Element after element by f, from the left.
template <class F, class T, std::size_t N>
constexpr T reduce(F const& f, std::array<T, N> const& from) {
  T result = from[0];
  for (std::size_t i = 1; i < N; ++i) result = f(result, from[i]);
  return result;
}
template <std::size_t I, class F, class... Ts, class Result>
constexpr auto reduce_from(F const& f, std::tuple<Ts...> const& from, Result const& before) {
  if constexpr (I == sizeof...(Ts)) return before;
  else return reduce_from<I + 1>(f, from, f(before, std::get<I>(from)));
}
template <class F, class... Ts>
constexpr auto reduce(F const& f, std::tuple<Ts...> const& from) {
  return reduce_from<1>(f, from, std::get<0>(from));
}

/// f of pairs of elements.
template <class F, class T, class U, std::size_t N>
constexpr auto zip(F const& f, std::array<T, N> const& a, std::array<U, N> const& b) {
  std::array<decltype(f(a[0], b[0])), N> result{};
  for (std::size_t i = 0; i < N; ++i) result[i] = f(a[i], b[i]);
  return result;
}
template <class F, Sequence A, Sequence B, std::size_t... I>
constexpr auto zip(F const& f, A const& a, B const& b, std::index_sequence<I...>) {
  return std::tuple(f(detail::get<I>(a), detail::get<I>(b))...);
}
template <class F, Sequence A, Sequence B>
requires(!NumberArray<A> || !NumberArray<B>)
constexpr auto zip(F const& f, A const& a, B const& b) {
  return zip(f, a, b, std::make_index_sequence<length<A>>());
}

struct add_scalars {
  constexpr auto operator()(auto const& a, auto const& b) const { return a + b; }
};
struct multiply_scalars {
  constexpr auto operator()(auto const& a, auto const& b) const { return a * b; }
};
struct larger_scalar {
  constexpr auto operator()(auto const& a, auto const& b) const { return max(a, b); }
};
struct square_in_norm {
  constexpr auto operator()(auto const& a) const { return call<norm_square_entry>(a); }
};

template <class Elements> struct types_of;
template <class T, std::size_t N> struct types_of<std::array<T, N>> {
  template <class C> static constexpr auto number(C const& exact) {
    return number_beside<T>(exact);
  }
};
template <class... Ts> struct types_of<std::tuple<Ts...>> {
  template <class C> static constexpr auto number(C const& exact) {
    return number_beside<Ts...>(exact);
  }
};

template <class Elements> constexpr auto sum_of(Elements const& x) {
  return reduce(add_scalars(), x);
}
template <class Elements> constexpr auto norm_of(Elements const& x) {
  constexpr std::size_t n = std::tuple_size_v<Elements>;
  if constexpr (n == 1) return abs(std::get<0>(x));
  else if constexpr (n == 2) return hypot(std::get<0>(x), std::get<1>(x));
  else if constexpr (n == 3) return hypot(std::get<0>(x), std::get<1>(x), std::get<2>(x));
  else return call<norm_root_entry>(sum_of(map(square_in_norm(), x)));
}

/// x − m where m is the largest element, which the results do not depend on and which has no derivative: 0 where x is it,
/// also where both are ∞, and −∞ of −∞ always.
template <class Maximum> struct shifted {
  Maximum const& maximum;
  constexpr auto operator()(auto const& x) const { return call<difference_entry>(x, maximum); }
};
struct exp_of_scalar {
  constexpr auto operator()(auto const& x) const { return exp(x); }
};
/// 1 where x − m is 0 and its exponential 1.
template <class One, class Zero> struct is_maximum {
  One const& one;
  Zero const& zero;
  constexpr auto operator()(auto const& x) const { return choose(same(x, zero), one, zero); }
};
struct subtract_scalars {
  constexpr auto operator()(auto const& a, auto const& b) const { return a - b; }
};

template <class Elements> constexpr auto maximum_of(Elements const& x) {
  return stop_gradient(reduce(larger_scalar(), x));
}
template <class Elements, class Maximum>
constexpr auto less_maximum(Elements const& x, Maximum const& maximum) {
  return map(shifted<Maximum>{maximum}, x);
}
/// log Σ e^d of differences to the largest element: of those that are 0 the sum takes 1 off, so that a small rest is not
/// lost. Where all are −∞ it is 0, so that no weight e^d/Σ is NaN.
template <class Elements> constexpr auto log_sum(Elements const& differences) {
  auto const one = types_of<Elements>::number(1_c);
  auto const zero = types_of<Elements>::number(0_c);
  auto const at_maximum = map(is_maximum<decltype(one), decltype(zero)>{one, zero}, differences);
  auto const rest = zip(subtract_scalars(), map(exp_of_scalar(), differences), at_maximum);
  return log1p(sum_of(rest) + max(sum_of(at_maximum) - one, zero));
}
template <class Elements> constexpr auto logsumexp_of(Elements const& x) {
  auto const maximum = maximum_of(x);
  return maximum + log_sum(less_maximum(x, maximum));
}

template <class Subtrahend> struct subtract_scalar {
  Subtrahend const& subtrahend;
  constexpr auto operator()(auto const& x) const { return x - subtrahend; }
};
template <class Sum> struct divided_by {
  Sum const& sum;
  constexpr auto operator()(auto const& x) const { return x / sum; }
};
template <class Elements> constexpr auto log_softmax_of(Elements const& x) {
  auto const differences = less_maximum(x, maximum_of(x));
  auto const rest = log_sum(differences);
  return map(subtract_scalar<decltype(rest)>{rest}, differences);
}
template <class T> constexpr auto pair_like(std::array<T, 2> const&, T const& a, T const& b) {
  return std::array<T, 2>{a, b};
}
template <class... Ts, class A, class B>
constexpr auto pair_like(std::tuple<Ts...> const&, A const& a, B const& b) {
  return std::tuple(a, b);
}
template <class Elements> constexpr auto softmax_of(Elements const& x) {
  if constexpr (std::tuple_size_v<Elements> == 2) {  // its derivatives do not cancel
    auto const& a = std::get<0>(x);
    auto const& b = std::get<1>(x);
    return pair_like(x, sigmoid(call<difference_entry>(a, b)),
                     sigmoid(call<difference_entry>(b, a)));
  } else {
    auto const exponentials = map(exp_of_scalar(), less_maximum(x, maximum_of(x)));
    auto const one = types_of<Elements>::number(1_c);
    auto const of_all = sum_of(exponentials);  // at least 1, but 0 where all elements are −∞
    auto const sum = choose(of_all < one, one, of_all);
    return map(divided_by<decltype(sum)>{sum}, exponentials);
  }
}

}  // namespace detail

/// What a function of several scalars takes as arguments: at least two.
#define LEIBNIZ_OF_SEVERAL(name)                                                               \
  template <detail::Sequence LeibnizX> constexpr auto name(LeibnizX const& leibniz_x) {        \
    return detail::name##_of(detail::elements_of(leibniz_x));                                  \
  }                                                                                            \
  template <class LeibnizX, class LeibnizY, class... LeibnizMore>                              \
  requires detail::Scalars<LeibnizX, LeibnizY, LeibnizMore...>                                 \
  constexpr auto name(LeibnizX const& leibniz_x, LeibnizY const& leibniz_y,                    \
                      LeibnizMore const&... leibniz_more) {                                    \
    return detail::name##_of(detail::elements_of_pack(leibniz_x, leibniz_y, leibniz_more...)); \
  }

namespace detail {
template <class Elements> constexpr auto product_of(Elements const& x) {
  return reduce(multiply_scalars(), x);
}
template <class Elements> constexpr auto mean_of(Elements const& x) {
  constexpr auto count = constant<static_cast<std::int64_t>(std::tuple_size_v<Elements>)>{};
  return sum_of(x) / types_of<Elements>::number(count);
}
}  // namespace detail

/// The sum of scalars, from left to right: `sum(array)`, `sum(a, b, c)`.
LEIBNIZ_OF_SEVERAL(sum)
/// The product. Its derivative is right where factors are 0.
LEIBNIZ_OF_SEVERAL(product)
/// The arithmetic mean.
LEIBNIZ_OF_SEVERAL(mean)
/// sqrt(Σ x²); its derivative where all are 0 is 0. Of up to three scalars without overflow.
LEIBNIZ_OF_SEVERAL(norm)
/// log(Σ e^x), without overflow and without losing what is small beside the largest: +∞ where an element is, −∞ where all
/// are −∞. Its derivatives are softmax.
LEIBNIZ_OF_SEVERAL(logsumexp)
/// e^x / Σ e^x for each element, without overflow, as a std::array or, of formulas, a std::tuple. Elements that are −∞ have
/// the value and the derivative 0, also where all are; those that are +∞ share 1.
LEIBNIZ_OF_SEVERAL(softmax)
/// The logarithms of softmax, without cancellation.
LEIBNIZ_OF_SEVERAL(log_softmax)
#undef LEIBNIZ_OF_SEVERAL

/// Σ a·b of two sequences of one length.
template <detail::Sequence A, detail::Sequence B> constexpr auto dot(A const& a, B const& b) {
  static_assert(detail::length<A> == detail::length<B>,
                "leibniz::dot: the two sequences have different lengths");
  if constexpr (detail::length<A> == detail::length<B>)
    return detail::sum_of(
        detail::zip(detail::multiply_scalars(), detail::elements_of(a), detail::elements_of(b)));
  else return after_error{};
}

/// The smallest and the largest of three and more scalars; of equal ones, the largest has the derivative of the first,
/// the smallest that of the last.
template <class X, class Y, class Z, class... More>
requires detail::Scalars<X, Y, Z, More...>
constexpr auto min(X const& x, Y const& y, Z const& z, More const&... more) {
  return min(min(x, y), z, more...);
}
template <class X, class Y, class Z, class... More>
requires detail::Scalars<X, Y, Z, More...>
constexpr auto max(X const& x, Y const& y, Z const& z, More const&... more) {
  return max(max(x, y), z, more...);
}

}  // namespace leibniz
