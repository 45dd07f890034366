// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>
#include <utility>
#include <xsimd/xsimd.hpp>

#include "leibniz/interop/lane_functions.hpp"

// xsimd's batches for lz::map: `lz::map<xsimd::batch<double>>(gradient(f), x = xs, out(values, gradients))` computes as
// many points at once as the instruction set has lanes. Source: https://xsimd.readthedocs.io (8.1 and later)

namespace leibniz::simd {

/// What xsimd computes within 2 ulp, with the special values of the standard library, and in doubles fast.
template <class T, class Pack> struct xsimd_functions : computed_functions<T, Pack> {
  LEIBNIZ_INLINE static Pack sin(Pack x) {
    if constexpr (xsimd_functions::fused) return computed_functions<T, Pack>::sin(x);
    else return xsimd::sin(x);
  }
  LEIBNIZ_INLINE static Pack cos(Pack x) {
    if constexpr (xsimd_functions::fused) return computed_functions<T, Pack>::cos(x);
    else return xsimd::cos(x);
  }
  LEIBNIZ_INLINE static Pack log2(Pack x) { return xsimd::log2(x); }
  LEIBNIZ_INLINE static Pack log10(Pack x) { return xsimd::log10(x); }
  LEIBNIZ_INLINE static Pack log1p(Pack x) {
    return xsimd::select(x == Pack(T(0)), x, xsimd::log1p(x));
  }
  LEIBNIZ_INLINE static Pack tanh(Pack x) { return xsimd::tanh(x); }
  LEIBNIZ_INLINE static Pack erf(Pack x) { return xsimd::erf(x); }
  LEIBNIZ_INLINE static Pack cbrt(Pack x) { return xsimd::cbrt(x); }
};
template <class Pack> struct xsimd_functions<double, Pack> : computed_functions<double, Pack> {
  LEIBNIZ_INLINE static Pack tan(Pack x) { return xsimd::tan(x); }
  LEIBNIZ_INLINE static Pack sinh(Pack x) { return xsimd::sinh(x); }
  LEIBNIZ_INLINE static Pack asinh(Pack x) { return xsimd::asinh(x); }
};

LEIBNIZ_CONTRACTION_BEGIN
/// Vectors are passed by value: xsimd's functions take addresses, and those of copies keep no others in memory.
template <class T, class Arch>
struct library<xsimd::batch<T, Arch>> : xsimd_functions<T, xsimd::batch<T, Arch>> {
  static_assert(std::is_floating_point_v<T>, "leibniz::map: a batch of floats or doubles");
  using pack = xsimd::batch<T, Arch>;
  using value_type = T;
  using mask_type = xsimd::batch_bool<T, Arch>;
  static constexpr int size = static_cast<int>(pack::size);

  LEIBNIZ_INLINE static pack fill(T value) {
    return make([&](int) { return value; });
  }
  LEIBNIZ_INLINE static pack load(T const* from) { return pack::load_unaligned(from); }
  LEIBNIZ_INLINE static void store(pack x, T* to) { x.store_unaligned(to); }
  template <class F> LEIBNIZ_INLINE static pack make(F const& f) {
    return make(f, std::make_integer_sequence<int, size>{});
  }
  LEIBNIZ_INLINE static pack select(mask_type condition, pack a, pack b) {
    return xsimd::select(condition, a, b);
  }
  LEIBNIZ_INLINE static bool all(mask_type condition) { return xsimd::all(condition); }

  // Compilers fuse what they see as operators of their own vectors.
  LEIBNIZ_INLINE static pack add(pack a, pack b) {
    if constexpr (requires { pack(a.data + b.data); }) return pack(a.data + b.data);
    else return a + b;
  }
  LEIBNIZ_INLINE static pack negate(pack a) {  // xsimd's −0 is 0 with AVX-512
    if constexpr (requires { pack(-a.data); }) return pack(-a.data);
    else return -a;
  }
  LEIBNIZ_INLINE static pack subtract(pack a, pack b) {
    if constexpr (requires { pack(a.data - b.data); }) return pack(a.data - b.data);
    else return a - b;
  }
  LEIBNIZ_INLINE static pack multiply(pack a, pack b) {
    if constexpr (requires { pack(a.data * b.data); }) return pack(a.data * b.data);
    else return a * b;
  }
  LEIBNIZ_INLINE static pack fused_multiply_add(pack a, pack b, pack c) {
#if defined(__FMA__)  // xsimd 8.1 has a product and a sum for AVX-512
    return fused_on_x86<T>(a, b, c);
#else
    return xsimd::fma(a, b, c);
#endif
  }

  using bits_type = typename native_vector<typename number_format<T>::bits, pack>::type;
  LEIBNIZ_INLINE static bits_type fill_bits(typename number_format<T>::bits value) {
    return bits_type{} + value;
  }
  LEIBNIZ_INLINE static bits_type to_bits(pack x) { return __builtin_bit_cast(bits_type, x); }
  LEIBNIZ_INLINE static pack from_bits(bits_type x) { return __builtin_bit_cast(pack, x); }

  LEIBNIZ_INLINE static pack abs(pack x) { return xsimd::abs(x); }
  LEIBNIZ_INLINE static pack sqrt(pack x) { return xsimd::sqrt(x); }
  LEIBNIZ_INLINE static pack floor(pack x) { return with_sign(xsimd::floor(x), x); }
  LEIBNIZ_INLINE static pack ceil(pack x) { return with_sign(xsimd::ceil(x), x); }
  LEIBNIZ_INLINE static pack round(pack x) { return xsimd::round(x); }
  LEIBNIZ_INLINE static pack asin(pack x) { return xsimd::asin(x); }
  LEIBNIZ_INLINE static pack acos(pack x) { return xsimd::acos(x); }
  LEIBNIZ_INLINE static pack atan(pack x) { return xsimd::atan(x); }
  LEIBNIZ_INLINE static pack cosh(pack x) { return xsimd::cosh(x); }
  LEIBNIZ_INLINE static pack atanh(pack x) { return xsimd::atanh(x); }

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
