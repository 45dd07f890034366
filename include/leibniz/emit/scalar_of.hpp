// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

namespace leibniz {

/// The number type of a call that mixes two: specialise it for scalars of your own that combine.
/// Integers take the type of the other; an arithmetic type gives way to a class (a batch, a complex number).
template <class A, class B> struct scalar_of {
  using type = std::common_type_t<A, B>;
};
template <class A> struct scalar_of<A, A> {
  using type = A;
};
template <class A, class B>
requires(!std::is_same_v<A, B> && std::is_arithmetic_v<A> && std::is_arithmetic_v<B>)
struct scalar_of<A, B> {
  using type =
      std::conditional_t<std::is_integral_v<A>, B,
                         std::conditional_t<std::is_integral_v<B>, A, std::common_type_t<A, B>>>;
};
template <class A, class B>
requires(!std::is_same_v<A, B> && std::is_arithmetic_v<A> != std::is_arithmetic_v<B>)
struct scalar_of<A, B> {
  using type = std::conditional_t<std::is_arithmetic_v<A>, B, A>;
};

namespace detail {

template <class... Ts> struct scalar_of_all {
  using type = double;
};
template <class A> struct scalar_of_all<A> {
  using type = std::conditional_t<std::is_integral_v<A>, double, A>;
};
template <class A, class B, class... More>
struct scalar_of_all<A, B, More...> : scalar_of_all<typename scalar_of<A, B>::type, More...> {};

}  // namespace detail

/// The number type of a call with arguments of these types; double if all are integers or there are none.
template <class... Ts> using scalar_of_call =
    typename detail::scalar_of_all<std::remove_cvref_t<Ts>...>::type;

}  // namespace leibniz
