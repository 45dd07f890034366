// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

#include "leibniz/base/fixed_string.hpp"

namespace leibniz {

/// The sentence of an error that names one of the user's own names. It is never defined: asking for it
/// makes the sentence the first line of the compiler's message. Each part is at most 32 characters,
/// which is what Clang prints of a string in a type. Errors without a name are plain static_asserts.
template <fixed_string... Parts> struct error;

namespace detail {
// In a class, and as an assertion, because the function that asks for it stays usable in constant
// expressions then: one error, not one more for each function that calls it.
template <fixed_string... Parts> struct raised {
  static_assert(sizeof(error<Parts...>) > 0);
};
}  // namespace detail

/// Raises the error: `diagnose<"argument missing", "y", "add y = value to the call">()`; false.
template <fixed_string... Parts> constexpr bool diagnose() {
  return sizeof(detail::raised<Parts...>) == 0;
}

/// A number as a part of a sentence.
template <long N> constexpr auto digits() {
  constexpr std::size_t length = [] {
    std::size_t leibniz_length = 1;  // in a lambda: no name of the user's, for GCC's -Wshadow
    for (long leibniz_n = N; leibniz_n >= 10; leibniz_n /= 10) ++leibniz_length;
    return leibniz_length;
  }();
  fixed_string<length + 1> text;
  long n = N;
  for (std::size_t i = length; i-- > 0; n /= 10)
    text.characters[i] = static_cast<char>('0' + n % 10);
  return text;
}

/// False, but only once the template it stands in is instantiated.
template <class...> inline constexpr bool never = false;

/// Stands for what could not be made after an error was raised: accepted where a formula, a function or
/// their results are used, so that a mistake is reported once.
struct after_error {
  template <class... Xs> constexpr after_error operator()(Xs const&...) const { return {}; }
  template <class X> constexpr after_error operator[](X const&) const { return {}; }
  template <class T> constexpr operator T() const { return T(); }
  static const after_error value, gradient, jacobian, hessian;  // compile time only
};
inline constexpr after_error after_error::value{}, after_error::gradient{}, after_error::jacobian{},
    after_error::hessian{};

}  // namespace leibniz
