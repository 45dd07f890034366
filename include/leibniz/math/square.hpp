// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>
#include <type_traits>

#include "leibniz/base/inline.hpp"

// Whether a b + c with one rounding is an instruction, of doubles and of floats. (Clang 19 does not say so on x86.)
#if defined(__FP_FAST_FMA) || defined(__FMA__) || defined(__aarch64__)
#define LEIBNIZ_FUSED_DOUBLE true
#else
#define LEIBNIZ_FUSED_DOUBLE false
#endif
#if defined(__FP_FAST_FMAF) || defined(__FMA__) || defined(__aarch64__) || \
    defined(__ARM_FEATURE_FMA)
#define LEIBNIZ_FUSED_FLOAT true
#else
#define LEIBNIZ_FUSED_FLOAT false
#endif

namespace leibniz::math::detail {

/// What `square`, the rounded x², lacks, exactly: by a fused multiply-add or, of floats and doubles without an
/// instruction for it, by Dekker's splitting, which needs 11 operations (see double_double.hpp). 0 of an infinite square.
/// With -ffast-math and without that instruction it is 0.
template <class T> LEIBNIZ_INLINE T square_rest(T x, T square) noexcept {
  constexpr bool fused = std::is_same_v<T, float>    ? LEIBNIZ_FUSED_FLOAT
                         : std::is_same_v<T, double> ? LEIBNIZ_FUSED_DOUBLE
                                                     : true;
  T rest;
  if constexpr (fused) {
    rest = std::fma(x, x, -square);
  } else {
    constexpr T splitter = T(1 << (std::numeric_limits<T>::digits + 1) / 2) + 1;
    T const shifted = x * splitter, high = shifted - (shifted - x), low = x - high;
    rest = ((high * high - square) + (high + high) * low) + low * low;
  }
  return square <= std::numeric_limits<T>::max() ? rest : T(0);
}

}  // namespace leibniz::math::detail

#undef LEIBNIZ_FUSED_DOUBLE
#undef LEIBNIZ_FUSED_FLOAT
