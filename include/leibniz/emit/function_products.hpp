// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>

#include "leibniz/emit/function.hpp"
#include "leibniz/emit/products.hpp"

// Products with the Jacobian and the Hessian of functions: the call takes all inputs, then the directions of
// the active ones (jvp, hvp) or the adjoints of the outputs (vjp).

namespace leibniz {

namespace emit {

template <class Program, request Asked, class Active> struct take_function_product {
  template <class T> LEIBNIZ_INLINE auto operator()(slots<Program, T> const& s) const {
    constexpr int m = Program::source::outputs, n = Program::source::tracing::active_size;
    auto value = take_outputs<Program>(s);
    if constexpr (Asked == request::jvp) {
      return jvp_result<decltype(value)>{value, take_outputs<Program, m>(s)};
    } else {
      auto gradient = gather<Program, m>(s, Active{});
      if constexpr (Asked == request::vjp)
        return vjp_result<decltype(value), decltype(gradient)>{{}, value, gradient};
      else
        return hvp_result<T, decltype(gradient)>{
            {}, value, gradient, gather<Program, m + n>(s, Active{})};
    }
  }
};

}  // namespace emit

namespace emit {

/// The shape of a result that is neither a number nor an array nor a matrix of numbers.
template <class Result> struct like_result {};

/// The shape of a result that is a matrix or an array of arrays.
template <class Result> struct matrix_result {
  using type = void;
};
template <class T, int M, int N>
requires(M > 1 && N > 1)
struct matrix_result<matrix<T, M, N>> {
  using type = R<M, N>;
};
template <class T, std::size_t M, std::size_t N>
requires(leibniz::detail::form_of<T>() == leibniz::detail::form::scalar)
struct matrix_result<std::array<std::array<T, N>, M>> {
  using type = R<static_cast<int>(M), static_cast<int>(N)>;
};

/// The shape of what a function returns, and of one adjoint for each output.
template <class Result, int Outputs> constexpr auto find_result_shape() {
  using leibniz::detail::form;
  using leibniz::detail::form_of;
  using as_matrix = typename matrix_result<Result>::type;
  if constexpr (Outputs == 1) {
    return std::type_identity<R<>>();
  } else if constexpr (!std::is_void_v<as_matrix>) {
    return std::type_identity<as_matrix>();
  } else if constexpr (form_of<Result>() == form::array) {
    using element = decltype(leibniz::detail::parts<Result>::at(std::declval<Result&>(), 0));
    constexpr bool of_numbers = form_of<std::remove_cvref_t<element>>() == form::scalar;
    return std::type_identity<std::conditional_t<of_numbers, R<Outputs>, like_result<Result>>>();
  } else {
    return std::type_identity<like_result<Result>>();
  }
}
template <class Result, int Outputs> using result_shape =
    typename decltype(find_result_shape<Result, Outputs>())::type;

template <class Result> struct access<like_result<Result>> {
  static constexpr int size = leibniz::detail::parts<Result>::count;
  template <class A> static constexpr bool is_same_kind =
      leibniz::detail::form_of<A>() != leibniz::detail::form::scalar;
  template <class A> LEIBNIZ_INLINE static decltype(auto) get(A& a, int i) {
    if constexpr (is_same_kind<std::remove_cv_t<A>>)
      return leibniz::detail::parts<std::remove_cv_t<A>>::get(a, i);
    else return access<R<size>>::get(a, i);
  }
  template <class A, int Position, role As = role::input> static constexpr bool accepts() {
    if constexpr (is_same_kind<A>) {
      constexpr int given = leibniz::detail::parts<A>::count;
      if constexpr (given != size)
        return diagnose<length_of<As>, digits<Position>(), "is", digits<given>(), "and must be",
                        digits<size>()>();
      else return leibniz::detail::parts<A>::uniform;
    } else {
      return access<R<size>>::template accepts<A, Position, As>();
    }
  }
  template <int Position, role As = role::input, class A>
  static constexpr void check(A const& a) {
    if constexpr (!is_same_kind<A>) access<R<size>>::template check<Position, As>(a);
  }
};

}  // namespace emit

template <class Result> struct shape<emit::like_result<Result>> {
  static constexpr int size = detail::parts<Result>::count;
};

template <emit::request Asked, class Code, class... Inputs>
struct function_product : emit::callable_function<function_product<Asked, Code, Inputs...>> {
  using program = emit::program<emit::function_source<Code, Inputs...>, Asked>;
  using active = emit::active_shapes<Inputs...>;
  static constexpr int outputs = program::source::outputs;
  static constexpr bool fits = Asked != emit::request::hvp || outputs == 1;
  static_assert(fits, "leibniz::hvp: the function has several outputs: differentiate one of them");
  using adjoints =
      emit::shape_list<emit::result_shape<typename program::source::tracing::result_type, outputs>>;
  using extra = std::conditional_t<Asked == emit::request::vjp, adjoints, active>;

  using take = emit::take_function_product<program, Asked, active>;
  using shapes = decltype(emit::shape_list<Inputs...>{} + extra{});
};

/// Jacobian times a direction: `jvp(f)(p, d)`.
template <class Code, class... Inputs> constexpr auto jvp(function_of<Code, Inputs...> const&) {
  return function_product<emit::request::jvp, Code, Inputs...>{};
}
/// Adjoint times Jacobian: `vjp(f)(p, a)`, with one adjoint for each output.
template <class Code, class... Inputs> constexpr auto vjp(function_of<Code, Inputs...> const&) {
  return function_product<emit::request::vjp, Code, Inputs...>{};
}
/// Hessian times a direction: `hvp(f)(p, d)`.
template <class Code, class... Inputs> constexpr auto hvp(function_of<Code, Inputs...> const&) {
  return function_product<emit::request::hvp, Code, Inputs...>{};
}

}  // namespace leibniz
