// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <experimental/simd>
#include <type_traits>

#include "leibniz/interop/lane_functions.hpp"

// std::experimental::simd for lz::map: `lz::map<std::experimental::native_simd<float>>(gradient(f), …)`. (GCC's
// standard library has it since version 11, for Clang too.) Source: ISO/IEC TS 19570:2018, clause 9

namespace leibniz::simd {

LEIBNIZ_CONTRACTION_BEGIN
template <class T, class Abi>
struct library<std::experimental::simd<T, Abi>>
    : computed_functions<T, std::experimental::simd<T, Abi>> {
  static_assert(std::is_floating_point_v<T>, "leibniz::map: a vector of floats or doubles");
  using pack = std::experimental::simd<T, Abi>;
  using value_type = T;
  using mask_type = std::experimental::simd_mask<T, Abi>;
  static constexpr int size = static_cast<int>(pack::size());

  LEIBNIZ_INLINE static pack fill(T value) { return pack(value); }
  LEIBNIZ_INLINE static pack load(T const* from) {
    return pack(from, std::experimental::element_aligned);
  }
  LEIBNIZ_INLINE static void store(pack x, T* to) {
    x.copy_to(to, std::experimental::element_aligned);
  }
  template <class F> LEIBNIZ_INLINE static pack make(F const& f) {
    return pack([&](auto leibniz_k) { return f(static_cast<int>(leibniz_k)); });
  }
  LEIBNIZ_INLINE static pack select(mask_type condition, pack a, pack b) {
    pack result = b;
    std::experimental::where(condition, result) = a;
    return result;
  }

  LEIBNIZ_INLINE static pack add(pack a, pack b) { return a + b; }
  LEIBNIZ_INLINE static pack negate(pack a) { return -a; }
  LEIBNIZ_INLINE static pack subtract(pack a, pack b) { return a - b; }
  LEIBNIZ_INLINE static pack multiply(pack a, pack b) { return a * b; }

  LEIBNIZ_INLINE static pack fused_multiply_add(pack a, pack b, pack c) {
#if defined(__FMA__)  // the library's is one for each lane
    return fused_on_x86<T>(a, b, c);
#else
    return std::experimental::fma(a, b, c);
#endif
  }
  LEIBNIZ_INLINE static bool all(mask_type condition) {
    return std::experimental::all_of(condition);
  }

  using bits_type = typename native_vector<typename number_format<T>::bits, pack>::type;
  LEIBNIZ_INLINE static bits_type fill_bits(typename number_format<T>::bits value) {
    return bits_type{} + value;
  }
  LEIBNIZ_INLINE static bits_type to_bits(pack x) { return __builtin_bit_cast(bits_type, x); }
  LEIBNIZ_INLINE static pack from_bits(bits_type x) { return __builtin_bit_cast(pack, x); }

  LEIBNIZ_INLINE static pack abs(pack x) { return std::experimental::abs(x); }
  LEIBNIZ_INLINE static pack sqrt(pack x) { return std::experimental::sqrt(x); }
  LEIBNIZ_INLINE static pack floor(pack x) { return with_sign(std::experimental::floor(x), x); }
  LEIBNIZ_INLINE static pack ceil(pack x) { return with_sign(std::experimental::ceil(x), x); }
};
LEIBNIZ_CONTRACTION_END

}  // namespace leibniz::simd
