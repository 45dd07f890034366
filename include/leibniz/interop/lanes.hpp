// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <type_traits>
#include <utility>

#include "leibniz/emit/map.hpp"
#include "leibniz/functions/table.hpp"

// Several numbers at once, one point a lane. The vectors are another library's; what it knows of a function is used
// where it is as accurate as the scalar function, everything else is computed lane by lane: right for every function.

namespace leibniz::simd {

template <class Row, class... Rows> constexpr bool is_one_of(entry_list<Rows...>) {
  return (std::is_same_v<Row, Rows> || ...);
}

/// What a vector type of another library can do; interop/xsimd.hpp and interop/std_simd.hpp specialise it.
///   value_type, mask_type, size; fill(value), load(pointer), store(vector, pointer), make(f) with f(lane),
///   select(mask, a, b); any of the functions of this file, by name.
template <class Pack> struct library;

template <class Pack> concept Known = requires { typename library<Pack>::value_type; };

/// A truth value for each lane.
template <class Pack> struct mask {
  using pack_type = typename library<Pack>::mask_type;
  pack_type pack;

  /// A row's body that branches is computed lane by lane: it has `lanewise = false`.
  template <class Bool>
  requires std::same_as<Bool, bool>
  constexpr explicit operator Bool() const {
    static_assert(never<Bool>,
                  "leibniz: a function of the table branches on several lanes at once: use "
                  "math::select, or give its row `static constexpr bool lanewise = false;`");
    return false;
  }
};

/// A number for each lane: the scalar of a call.
template <class Pack> struct lanes {
  using traits = library<Pack>;
  using value_type = typename traits::value_type;
  static constexpr int size = traits::size;
  Pack pack;

  lanes() = default;
  LEIBNIZ_INLINE explicit lanes(Pack const& pack_in) : pack(pack_in) {}
  template <class U>
  requires std::is_arithmetic_v<U>
  LEIBNIZ_INLINE lanes(U value_in) : pack(traits::fill(static_cast<value_type>(value_in))) {}

  LEIBNIZ_INLINE static lanes load(value_type const* from) { return lanes(traits::load(from)); }
  LEIBNIZ_INLINE void store(value_type* to) const { traits::store(pack, to); }
  /// From what f gives for each lane.
  template <class F> LEIBNIZ_INLINE static lanes make(F const& f) { return lanes(traits::make(f)); }
};

template <class Pack>
LEIBNIZ_INLINE mask<Pack> operator&&(mask<Pack> const& a, mask<Pack> const& b) {
  return {a.pack && b.pack};
}
template <class Pack>
LEIBNIZ_INLINE mask<Pack> operator||(mask<Pack> const& a, mask<Pack> const& b) {
  return {a.pack || b.pack};
}
template <class Pack> LEIBNIZ_INLINE mask<Pack> operator!(mask<Pack> const& a) { return {!a.pack}; }

template <class Pack> LEIBNIZ_INLINE lanes<Pack> operator+(lanes<Pack> const& a) { return a; }
template <class Pack> LEIBNIZ_INLINE lanes<Pack> operator-(lanes<Pack> const& a) {
  return lanes<Pack>(library<Pack>::negate(a.pack));
}

// Between lanes, and between them and a plain number.
#define LEIBNIZ_LANES_OPERATOR(symbol, result, ...)                                   \
  template <class Pack>                                                               \
  LEIBNIZ_INLINE result operator symbol(lanes<Pack> const& a, lanes<Pack> const& b) { \
    return result{__VA_ARGS__};                                                       \
  }                                                                                   \
  template <class Pack, math::Arithmetic U>                                           \
  LEIBNIZ_INLINE result operator symbol(lanes<Pack> const& a, U b) {                  \
    return a symbol lanes<Pack>(b);                                                   \
  }                                                                                   \
  template <class Pack, math::Arithmetic U>                                           \
  LEIBNIZ_INLINE result operator symbol(U a, lanes<Pack> const& b) {                  \
    return lanes<Pack>(a) symbol b;                                                   \
  }

LEIBNIZ_CONTRACTION_BEGIN
LEIBNIZ_LANES_OPERATOR(+, lanes<Pack>, library<Pack>::add(a.pack, b.pack))
LEIBNIZ_LANES_OPERATOR(-, lanes<Pack>, library<Pack>::subtract(a.pack, b.pack))
LEIBNIZ_LANES_OPERATOR(*, lanes<Pack>, library<Pack>::multiply(a.pack, b.pack))
LEIBNIZ_CONTRACTION_END
LEIBNIZ_LANES_OPERATOR(/, lanes<Pack>, a.pack / b.pack)
LEIBNIZ_LANES_OPERATOR(<, mask<Pack>, a.pack < b.pack)
LEIBNIZ_LANES_OPERATOR(<=, mask<Pack>, a.pack <= b.pack)
LEIBNIZ_LANES_OPERATOR(>, mask<Pack>, a.pack > b.pack)
LEIBNIZ_LANES_OPERATOR(>=, mask<Pack>, a.pack >= b.pack)
LEIBNIZ_LANES_OPERATOR(==, mask<Pack>, a.pack == b.pack)
LEIBNIZ_LANES_OPERATOR(!=, mask<Pack>, !(a.pack == b.pack))  // xsimd 8.1: NaN != x is false
#undef LEIBNIZ_LANES_OPERATOR

template <class T> inline constexpr bool is_lanes = false;
template <class Pack> inline constexpr bool is_lanes<lanes<Pack>> = true;

/// The numbers of some lanes, in memory.
template <class T, int Size> struct unpacked {
  c_array<T, Size> at;
};
template <class Pack> LEIBNIZ_INLINE auto unpack(lanes<Pack> const& x) {
  unpacked<typename lanes<Pack>::value_type, lanes<Pack>::size> result;
  x.store(result.at);
  return result;
}

/// Lane by lane what f gives for the numbers in each.
template <class F, class Pack, class... More>
LEIBNIZ_INLINE lanes<Pack> each_lane(F const& f, lanes<Pack> const& x, More const&... more) {
  using T = typename lanes<Pack>::value_type;
  T result[lanes<Pack>::size];
  auto const compute = [&](auto const&... leibniz_numbers) {
    for (int leibniz_k = 0; leibniz_k < lanes<Pack>::size; ++leibniz_k)
      result[leibniz_k] = static_cast<T>(f(leibniz_numbers.at[leibniz_k]...));
  };
  compute(unpack(x), unpack(more)...);
  return lanes<Pack>::load(result);
}

template <class Pack> LEIBNIZ_INLINE lanes<Pack> select(mask<Pack> const& condition,
                                                        lanes<Pack> const& a,
                                                        lanes<Pack> const& b) {
  return lanes<Pack>(library<Pack>::select(condition.pack, a.pack, b.pack));
}

// The library's function where it has one, else lane by lane; found by argument-dependent lookup.
#define LEIBNIZ_LANES_1(name)                                                       \
  template <class Pack> LEIBNIZ_INLINE lanes<Pack> name(lanes<Pack> const& x) {     \
    if constexpr (requires { library<Pack>::name(x.pack); })                        \
      return lanes<Pack>(library<Pack>::name(x.pack));                              \
    else return each_lane([](auto leibniz_x) { return math::name(leibniz_x); }, x); \
  }
#define LEIBNIZ_LANES_2(name)                                                                     \
  template <class Pack>                                                                           \
  LEIBNIZ_INLINE lanes<Pack> name(lanes<Pack> const& x, lanes<Pack> const& y) {                   \
    if constexpr (requires { library<Pack>::name(x.pack, y.pack); })                              \
      return lanes<Pack>(library<Pack>::name(x.pack, y.pack));                                    \
    else                                                                                          \
      return each_lane(                                                                           \
          [](auto leibniz_x, auto leibniz_y) { return math::name(leibniz_x, leibniz_y); }, x, y); \
  }
#define LEIBNIZ_LANES_3(name)                                                                      \
  template <class Pack> LEIBNIZ_INLINE lanes<Pack> name(                                           \
      lanes<Pack> const& x, lanes<Pack> const& y, lanes<Pack> const& z) {                          \
    if constexpr (requires { library<Pack>::name(x.pack, y.pack, z.pack); })                       \
      return lanes<Pack>(library<Pack>::name(x.pack, y.pack, z.pack));                             \
    else                                                                                           \
      return each_lane([](auto leibniz_x, auto leibniz_y,                                          \
                          auto leibniz_z) { return math::name(leibniz_x, leibniz_y, leibniz_z); }, \
                       x, y, z);                                                                   \
  }

LEIBNIZ_LANES_1(abs)
LEIBNIZ_LANES_1(sqrt)
LEIBNIZ_LANES_1(cbrt)
LEIBNIZ_LANES_1(exp)
LEIBNIZ_LANES_1(exp2)
LEIBNIZ_LANES_1(expm1)
LEIBNIZ_LANES_1(log)
LEIBNIZ_LANES_1(log2)
LEIBNIZ_LANES_1(log10)
LEIBNIZ_LANES_1(log1p)
LEIBNIZ_LANES_1(sin)
LEIBNIZ_LANES_1(cos)
LEIBNIZ_LANES_1(tan)
LEIBNIZ_LANES_1(asin)
LEIBNIZ_LANES_1(acos)
LEIBNIZ_LANES_1(atan)
LEIBNIZ_LANES_1(sinh)
LEIBNIZ_LANES_1(cosh)
LEIBNIZ_LANES_1(tanh)
LEIBNIZ_LANES_1(asinh)
LEIBNIZ_LANES_1(acosh)
LEIBNIZ_LANES_1(atanh)
LEIBNIZ_LANES_1(erf)
LEIBNIZ_LANES_1(erfc)
LEIBNIZ_LANES_1(lgamma)
LEIBNIZ_LANES_1(tgamma)
LEIBNIZ_LANES_1(digamma)
LEIBNIZ_LANES_1(floor)
LEIBNIZ_LANES_1(ceil)
LEIBNIZ_LANES_1(round)
LEIBNIZ_LANES_2(pow)
LEIBNIZ_LANES_2(hypot)
LEIBNIZ_LANES_2(atan2)
LEIBNIZ_LANES_2(fmod)
LEIBNIZ_LANES_2(copysign)
LEIBNIZ_LANES_3(hypot)
LEIBNIZ_LANES_3(fma)

#undef LEIBNIZ_LANES_1
#undef LEIBNIZ_LANES_2
#undef LEIBNIZ_LANES_3

}  // namespace leibniz::simd

namespace leibniz {

// Lane by lane always: hypot, atan2, fmod, copysign, fma, acosh, lgamma, tgamma, digamma, polygamma, the Bessel
// functions, sinpi, cospi, logit, silu, gelu, gelu_tanh, mish, log_cosh, xlogy, xlog1py, hypot of three. With xsimd
// also, of doubles, log2, log10, cbrt; of floats, tan, sinh, asinh. With std::experimental::simd also what is not
// in computed_functions, round, and, without fused multiply-adds, sine and cosine of floats.

/// Whether a row's body computes with several lanes as it does with one number: what calls no mathematical library, and
/// these. Other rows are computed lane by lane; a row of your own says `static constexpr bool lanewise = true;`.
template <class Row> constexpr bool is_lanewise() {
  if constexpr (requires { Row::lanewise; }) return Row::lanewise;
  else
    return !Row::calls_library ||
           simd::is_one_of<Row>(
               entry_list<fma_entry, sqrt_entry, cbrt_entry, hypot_entry, over_hypot_entry,
                          over_hypot_squared_entry, pow_entry, power_entry, pow_below_entry,
                          pow_two_below_entry, cbrt_slope_entry, exp_entry, exp2_entry, expm1_entry,
                          log_entry, log2_entry, log10_entry, log1p_entry, sigmoid_entry,
                          softplus_entry, log_sigmoid_entry, sin_entry, cos_entry, tan_entry,
                          asin_entry, acos_entry, atan_entry, atan2_entry, sinc_entry, sinh_entry,
                          cosh_entry, sech_squared_entry, tanh_entry, asinh_entry, acosh_entry,
                          atanh_entry, erf_entry, erfc_entry, tanh_softplus_entry, floor_entry,
                          ceil_entry, round_entry>());
}

namespace emit {

/// A row lane by lane.
template <class Row> struct row_of_lanes : Row {
  template <class V> LEIBNIZ_INLINE static V constant() {
    return Row::template constant<typename V::value_type>();
  }
  template <class... Xs> LEIBNIZ_INLINE static auto value(Xs const&... xs) {
    return simd::each_lane([](auto... leibniz_xs) { return Row::value(leibniz_xs...); }, xs...);
  }
};
template <class Pack, class Row> struct row_for<simd::lanes<Pack>, Row> {
  using type = std::conditional_t<is_lanewise<Row>() && Row::arity != 0, Row, row_of_lanes<Row>>;
};
template <class Program, class Pack> struct constant_for<Program, simd::lanes<Pack>> {
  LEIBNIZ_INLINE static simd::lanes<Pack> at(int index) {
    return scalars<Program, typename simd::lanes<Pack>::value_type>::value.at[index];
  }
};

template <class Pack> inline constexpr int points_at_once<simd::lanes<Pack>> =
    simd::lanes<Pack>::size;
template <simd::Known Pack, class T> struct batch_number<Pack, T> {
  static_assert(
      std::is_same_v<T, typename simd::library<Pack>::value_type>,
      "leibniz::map<Batch>: the batch is of another number type than the arguments: 2.0 is a double, 2.0f a float");
  using type = simd::lanes<Pack>;
};

}  // namespace emit
}  // namespace leibniz
