// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <limits>
#include <type_traits>

// Which numbers the functions of this folder compute themselves, and which they hand on.
//
// Every function here is number -> number and comes in two overloads:
//  * Arithmetic: float, double, long double (an integer is taken as a double). In a constant
//    expression the double-double code of `math::constant` answers; at run time the standard
//    library does, in the argument's own precision. The two are told apart by the compilers'
//    __builtin_is_constant_evaluated, which, unlike std::is_constant_evaluated, removes the
//    double-double code from run-time programs without optimisation too.
//  * Foreign: every other type (std::complex, multiprecision, a SIMD batch, an Eigen array). The
//    type's own function, found by argument-dependent lookup, answers. The result is again a T: no
//    expression template leaves.

/// The standard function of that name at run time. Clang is told that errno is of no interest: then it makes one call
/// of sin(x) and cos(x), as GCC does anyway, and a square root is an instruction without a branch to a call.
#if defined(__clang__)
#if __has_builtin(__builtin_elementwise_sqrt)
#define LEIBNIZ_WITHOUT_ERRNO(function) __builtin_elementwise_##function
#endif
#endif
#if !defined(LEIBNIZ_WITHOUT_ERRNO)
#define LEIBNIZ_WITHOUT_ERRNO(function) std::function
#endif

namespace leibniz::math {

/// A built-in number.
template <class T> concept Arithmetic = std::is_arithmetic_v<T>;

/// Any number that is not built in; it brings its own functions.
template <class T> concept Foreign = !std::is_arithmetic_v<T>;

/// The floating type in which a function of a T answers: T itself, or double for an integer.
template <Arithmetic T>
using real_t = std::conditional_t<std::is_integral_v<T>, double, T>;

/// The type in which a function of a T and a U answers, by the usual arithmetic conversions;
/// of a foreign and a built-in number, the foreign type.
template <class T, class U>
struct common_number {
  using type = T;
};
template <Arithmetic T, Foreign U>
struct common_number<T, U> {
  using type = U;
};
template <Arithmetic T, Arithmetic U>
struct common_number<T, U> {
  using type = decltype(real_t<T>{} + real_t<U>{});
};
template <class T, class U>
using common_number_t = typename common_number<T, U>::type;

/// A small integer to calculate with a T: an int where T mixes with it (an Eigen array does, which
/// cannot be made from a number), else a T (std::complex does not).
template <class T> constexpr auto literal(int value) {
  if constexpr (requires(T const& x) { T(value + x), T(value / x); }) {
    return value;
  } else {
    return T(value);
  }
}

/// A small integer as a T, without a double in between where T is built in: small processors calculate in float.
template <class T> constexpr T whole(int n) {
  if constexpr (std::is_floating_point_v<T>) return static_cast<T>(n);
  else return T(static_cast<double>(n));
}

/// x, and for minus infinity the lowest finite number: x times a factor that is 0 there would be NaN.
template <Arithmetic T>
constexpr real_t<T> above_minus_infinity(T x) noexcept {
  constexpr real_t<T> lowest = std::numeric_limits<real_t<T>>::lowest();
  return x < lowest ? lowest : static_cast<real_t<T>>(x);
}

}  // namespace leibniz::math
