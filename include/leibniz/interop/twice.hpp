// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/interop/lane_functions.hpp"

// Two vectors as one, for lz::map: while one waits in a long chain of operations (the exponential of a sum of
// exponentials), the processor has those of the other to do. Faster where chains are long and few numbers are kept at
// once; with many, there are not registers enough for both (bench/results/batch.md).

namespace leibniz {

namespace simd {

/// Two vectors of a type that lz::map knows, the first points in `a`.
template <class Pack> struct twice {
  Pack a, b;
};
template <class Mask> struct twice_mask {
  Mask a, b;
};

#define LEIBNIZ_TWICE_COMPARISON(symbol)                                            \
  template <class Pack>                                                             \
  LEIBNIZ_INLINE auto operator symbol(twice<Pack> const& x, twice<Pack> const& y) { \
    using half = typename library<Pack>::mask_type;                                 \
    return twice_mask<half>{x.a symbol y.a, x.b symbol y.b};                        \
  }
LEIBNIZ_TWICE_COMPARISON(<)
LEIBNIZ_TWICE_COMPARISON(<=)
LEIBNIZ_TWICE_COMPARISON(>)
LEIBNIZ_TWICE_COMPARISON(>=)
LEIBNIZ_TWICE_COMPARISON(==)
#undef LEIBNIZ_TWICE_COMPARISON
template <class Pack>
LEIBNIZ_INLINE twice<Pack> operator/(twice<Pack> const& x, twice<Pack> const& y) {
  return {x.a / y.a, x.b / y.b};
}
template <class Mask>
LEIBNIZ_INLINE twice_mask<Mask> operator&&(twice_mask<Mask> const& x, twice_mask<Mask> const& y) {
  return {x.a && y.a, x.b && y.b};
}
template <class Mask>
LEIBNIZ_INLINE twice_mask<Mask> operator||(twice_mask<Mask> const& x, twice_mask<Mask> const& y) {
  return {x.a || y.a, x.b || y.b};
}
template <class Mask> LEIBNIZ_INLINE twice_mask<Mask> operator!(twice_mask<Mask> const& x) {
  return {!x.a, !x.b};
}

// What one vector's library has.
#define LEIBNIZ_TWICE_1(name)                                  \
  LEIBNIZ_INLINE static pack name(pack const& x)               \
  requires requires(Pack leibniz_x) { half::name(leibniz_x); } \
  {                                                            \
    return {half::name(x.a), half::name(x.b)};                 \
  }
#define LEIBNIZ_TWICE_2(name)                                             \
  LEIBNIZ_INLINE static pack name(pack const& x, pack const& y)           \
  requires requires(Pack leibniz_x) { half::name(leibniz_x, leibniz_x); } \
  {                                                                       \
    return {half::name(x.a, y.a), half::name(x.b, y.b)};                  \
  }

template <class Pack> struct library<twice<Pack>> {
  using half = library<Pack>;
  using pack = twice<Pack>;
  using value_type = typename half::value_type;
  using mask_type = twice_mask<typename half::mask_type>;
  static constexpr int size = 2 * half::size;

  LEIBNIZ_INLINE static pack fill(value_type value) {
    return {half::fill(value), half::fill(value)};
  }
  LEIBNIZ_INLINE static pack load(value_type const* from) {
    return {half::load(from), half::load(from + half::size)};
  }
  LEIBNIZ_INLINE static void store(pack const& x, value_type* to) {
    half::store(x.a, to);
    half::store(x.b, to + half::size);
  }
  template <class F> LEIBNIZ_INLINE static pack make(F const& f) {
    return {half::make(f), half::make([&](int leibniz_k) { return f(leibniz_k + half::size); })};
  }
  LEIBNIZ_INLINE static pack select(mask_type const& condition, pack const& x, pack const& y) {
    return {half::select(condition.a, x.a, y.a), half::select(condition.b, x.b, y.b)};
  }
  LEIBNIZ_INLINE static bool all(mask_type const& condition) {
    return half::all(condition.a) && half::all(condition.b);
  }

  LEIBNIZ_TWICE_1(negate)
  LEIBNIZ_TWICE_2(add)
  LEIBNIZ_TWICE_2(subtract)
  LEIBNIZ_TWICE_2(multiply)
  LEIBNIZ_TWICE_1(abs)
  LEIBNIZ_TWICE_1(sqrt)
  LEIBNIZ_TWICE_1(cbrt)
  LEIBNIZ_TWICE_1(exp)
  LEIBNIZ_TWICE_1(exp2)
  LEIBNIZ_TWICE_1(expm1)
  LEIBNIZ_TWICE_1(log)
  LEIBNIZ_TWICE_1(log2)
  LEIBNIZ_TWICE_1(log10)
  LEIBNIZ_TWICE_1(log1p)
  LEIBNIZ_TWICE_1(sin)
  LEIBNIZ_TWICE_1(cos)
  LEIBNIZ_TWICE_1(tan)
  LEIBNIZ_TWICE_1(asin)
  LEIBNIZ_TWICE_1(acos)
  LEIBNIZ_TWICE_1(atan)
  LEIBNIZ_TWICE_1(sinh)
  LEIBNIZ_TWICE_1(cosh)
  LEIBNIZ_TWICE_1(tanh)
  LEIBNIZ_TWICE_1(asinh)
  LEIBNIZ_TWICE_1(atanh)
  LEIBNIZ_TWICE_1(erf)
  LEIBNIZ_TWICE_1(erfc)
  LEIBNIZ_TWICE_1(floor)
  LEIBNIZ_TWICE_1(ceil)
  LEIBNIZ_TWICE_1(round)
  LEIBNIZ_TWICE_2(pow)
};
#undef LEIBNIZ_TWICE_1
#undef LEIBNIZ_TWICE_2

template <class Pack>
LEIBNIZ_INLINE lanes<twice<Pack>> exp_minus_square(lanes<twice<Pack>> const& x) {
  using half = lanes<Pack>;
  return lanes<twice<Pack>>(
      {exp_minus_square(half(x.pack.a)).pack, exp_minus_square(half(x.pack.b)).pack});
}
template <class Pack>
LEIBNIZ_INLINE lanes<twice<Pack>> normal_pdf(lanes<twice<Pack>> const& x) {
  using half = lanes<Pack>;
  return lanes<twice<Pack>>({normal_pdf(half(x.pack.a)).pack, normal_pdf(half(x.pack.b)).pack});
}
template <class Pack>
LEIBNIZ_INLINE lanes<twice<Pack>> normal_cdf(lanes<twice<Pack>> const& x) {
  using half = lanes<Pack>;
  return lanes<twice<Pack>>({normal_cdf(half(x.pack.a)).pack, normal_cdf(half(x.pack.b)).pack});
}

}  // namespace simd

/// The batch of two vectors: `lz::map<lz::twice<xsimd::batch<double>>>(…)`.
template <class Pack> using twice = simd::twice<Pack>;

}  // namespace leibniz
