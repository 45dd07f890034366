// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <xsimd/xsimd.hpp>

#include "leibniz/interop/lanes.hpp"

// xsimd's batches for lz::map: `lz::map<xsimd::batch<double>>(gradient(f), x = xs, out(values, gradients))` computes as many
// points at once as the instruction set has lanes. Source: https://xsimd.readthedocs.io (8.1 and later)

namespace leibniz::simd {

LEIBNIZ_CONTRACTION_BEGIN
template <class T, class Arch> struct library<xsimd::batch<T, Arch>> {
  using pack = xsimd::batch<T, Arch>;
  using value_type = T;
  using mask_type = xsimd::batch_bool<T, Arch>;
  static constexpr int size = static_cast<int>(pack::size);

  LEIBNIZ_INLINE static pack fill(T value) { return pack(value); }
  LEIBNIZ_INLINE static pack load(T const* from) { return pack::load_unaligned(from); }
  LEIBNIZ_INLINE static void store(pack const& x, T* to) { x.store_unaligned(to); }
  template <class F> LEIBNIZ_INLINE static pack make(F const& f) {
    return make(f, std::make_integer_sequence<int, size>{});
  }
  LEIBNIZ_INLINE static pack select(mask_type const& condition, pack const& a, pack const& b) {
    return xsimd::select(condition, a, b);
  }

  // Compilers fuse what they see as operators of their own vectors.
  LEIBNIZ_INLINE static pack add(pack const& a, pack const& b) {
    if constexpr (requires { pack(a.data + b.data); }) return pack(a.data + b.data);
    else return a + b;
  }
  LEIBNIZ_INLINE static pack subtract(pack const& a, pack const& b) {
    if constexpr (requires { pack(a.data - b.data); }) return pack(a.data - b.data);
    else return a - b;
  }
  LEIBNIZ_INLINE static pack multiply(pack const& a, pack const& b) {
    if constexpr (requires { pack(a.data * b.data); }) return pack(a.data * b.data);
    else return a * b;
  }

  // What xsimd computes within 2 ulp, with the special values of the standard library.
  LEIBNIZ_INLINE static pack abs(pack const& x) { return xsimd::abs(x); }
  LEIBNIZ_INLINE static pack sqrt(pack const& x) { return xsimd::sqrt(x); }
  LEIBNIZ_INLINE static pack floor(pack const& x) { return xsimd::floor(x); }
  LEIBNIZ_INLINE static pack ceil(pack const& x) { return xsimd::ceil(x); }
  LEIBNIZ_INLINE static pack exp(pack const& x) { return xsimd::exp(x); }
  LEIBNIZ_INLINE static pack log(pack const& x) { return xsimd::log(x); }
  LEIBNIZ_INLINE static pack sin(pack const& x) { return xsimd::sin(x); }
  LEIBNIZ_INLINE static pack cos(pack const& x) { return xsimd::cos(x); }
  LEIBNIZ_INLINE static pack tan(pack const& x) { return xsimd::tan(x); }
  LEIBNIZ_INLINE static pack tanh(pack const& x) { return xsimd::tanh(x); }

 private:
  template <class F, int... K>
  LEIBNIZ_INLINE static pack make(F const& f, std::integer_sequence<int, K...>) {
    using vector = decltype(pack().data);
    if constexpr (requires { vector{f(K)...}; }) {
      return pack(vector{f(K)...});
    } else {
      T const numbers[] = {f(K)...};
      return load(numbers);
    }
  }
};
LEIBNIZ_CONTRACTION_END

}  // namespace leibniz::simd
