// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <type_traits>

#include "leibniz/base/inline.hpp"
#include "leibniz/math/arithmetic.hpp"
#include "leibniz/math/double_double.hpp"

// Functions that choose: no rounding, the same answer in constant expressions and at run time.

namespace leibniz::math {

namespace adl {

// Declared to end unqualified lookup here, so that only functions found by a foreign type's
// arguments take part.
void select();
void min();
void max();
void sign();

template <class Condition, class T>
concept HasSelect = requires(Condition const& c, T const& a) { select(c, a, a); };
template <class T> concept HasMin = requires(T const& a) { min(a, a); };
template <class T> concept HasMax = requires(T const& a) { max(a, a); };
template <class T> concept HasSign = requires(T const& a) { sign(a); };

template <class Condition, class T>
LEIBNIZ_INLINE T call_select(Condition const& c, T const& a, T const& b) {
  return select(c, a, b);
}
template <class T>
LEIBNIZ_INLINE T call_min(T const& a, T const& b) {
  return min(a, b);
}
template <class T>
LEIBNIZ_INLINE T call_max(T const& a, T const& b) {
  return max(a, b);
}
template <class T>
LEIBNIZ_INLINE T call_sign(T const& a) {
  return sign(a);
}

}  // namespace adl

/// condition ? a : b, both operands evaluated. A condition that holds one truth value per lane
/// brings its own choice: `select(condition, a, b)`, found by argument-dependent lookup, or
/// `condition.select(a, b)`, as Eigen has it.
template <class Condition, class T>
LEIBNIZ_INLINE T select(Condition const& condition, T const& a,
                        T const& b) noexcept(Arithmetic<T>) {
  if constexpr (Foreign<T> && adl::HasSelect<Condition, T>) {
    return adl::call_select(condition, a, b);
  } else if constexpr (requires { condition.select(a, b); }) {
    return condition.select(a, b);
  } else {
    return condition ? a : b;
  }
}

/// b < a ? b : a, as std::min: on a tie (and of -0 and +0) the first operand, and the first operand
/// when one is NaN. A foreign type's own `min` is preferred.
template <class T>
LEIBNIZ_INLINE T min(T const& a, T const& b) noexcept(Arithmetic<T>) {
  if constexpr (Foreign<T> && adl::HasMin<T>) {
    return adl::call_min(a, b);
  } else {
    return math::select(b < a, b, a);
  }
}

/// a < b ? b : a, as std::max: on a tie (and of -0 and +0) the first operand, and the first operand
/// when one is NaN. A foreign type's own `max` is preferred.
template <class T>
LEIBNIZ_INLINE T max(T const& a, T const& b) noexcept(Arithmetic<T>) {
  if constexpr (Foreign<T> && adl::HasMax<T>) {
    return adl::call_max(a, b);
  } else {
    return math::select(a < b, b, a);
  }
}

/// -1, 1, or x itself where x is neither negative nor positive: +-0 and NaN are returned as they
/// are. A foreign type's own `sign` is preferred.
template <class T>
LEIBNIZ_INLINE T sign(T const& x) noexcept(Arithmetic<T>) {
  if constexpr (Foreign<T> && adl::HasSign<T>) {
    return adl::call_sign(x);
  } else {
    return math::select(x < T(0), T(-1), math::select(T(0) < x, T(1), x));
  }
}

/// 0 below 0, 1 at and above it (at -0 too); NaN of NaN.
template <class T>
LEIBNIZ_INLINE T step(T const& x) noexcept(Arithmetic<T>) {
  return math::select(x < T(0), T(0), math::select(T(0) <= x, T(1), x));
}

/// The absolute value; abs(-0) = 0, abs(NaN) = NaN. Of an integer it is an integer.
template <Arithmetic T>
constexpr T abs(T x) noexcept {
  if constexpr (std::is_floating_point_v<T>) {
    if (__builtin_is_constant_evaluated()) return constant::at<T>(constant::absolute, x);
    return std::abs(x);
  } else {
    return x < 0 ? static_cast<T>(-x) : x;
  }
}
template <Foreign T>
LEIBNIZ_INLINE T abs(T const& x) {
  using std::abs;
  return abs(x);
}

}  // namespace leibniz::math
