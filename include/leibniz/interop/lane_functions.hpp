// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>
#if defined(__FMA__)
#include <immintrin.h>
#endif

#include "leibniz/interop/lane_constants.hpp"

// Functions of several lanes at once, where the vectors' library has none that is both fast and right everywhere. The
// result of a lane depends on that lane only. No tables, no branches but for lanes whose number is extraordinary.

// A branch for extraordinary numbers calls a function that neither reads nor writes memory, by value: around another, GCC 12
// keeps all numbers of the program in memory; and stores in place hinder it from dropping those of the slots.
#define LEIBNIZ_RARE [[gnu::noinline, gnu::cold, gnu::const]] inline

namespace leibniz::simd {

LEIBNIZ_CONTRACTION_BEGIN

/// Σ coefficient[k] x^k, by Horner's rule in a power of x for every so many-th term: chains side by side. Coefficients
/// are constants one by one: each is an operand in memory then.
template <auto const& Coefficients, int Stride, int K, class V>
LEIBNIZ_INLINE V chain(V const& power) {
  constexpr int size = static_cast<int>(std::extent_v<std::remove_cvref_t<decltype(Coefficients)>>);
  constexpr auto coefficient = Coefficients[K];
  if constexpr (K + Stride >= size) return V(coefficient);
  else return chain<Coefficients, Stride, K + Stride>(power) * power + V(coefficient);
}
template <auto const& Coefficients, class V> LEIBNIZ_INLINE V polynomial(V const& x) {
  V const square = x * x;
  return chain<Coefficients, 2, 1>(square) * x + chain<Coefficients, 2, 0>(square);
}
template <auto const& Coefficients, class V> LEIBNIZ_INLINE V long_polynomial(V const& x) {
  V const square = x * x, fourth = square * square;
  return (chain<Coefficients, 4, 3>(fourth) * x + chain<Coefficients, 4, 2>(fourth)) * square +
         (chain<Coefficients, 4, 1>(fourth) * x + chain<Coefficients, 4, 0>(fourth));
}

/// x y − product, the product's error, exactly.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> product_error(lanes<Pack> const& x,
                                                               lanes<Pack> const& y,
                                                               lanes<Pack> const& product) {
  using traits = library<Pack>;
  if constexpr (traits::fused) {
    return lanes<Pack>(traits::fused_multiply_add(x.pack, y.pack, (-product).pack));
  } else {  // Dekker's splitting, by the bits
    using bits = typename format_of<Pack>::bits;
    constexpr bits head = static_cast<bits>(~bits{0} << (format_of<Pack>::fraction / 2 + 1));
    lanes<Pack> const a(traits::from_bits(traits::to_bits(x.pack) & traits::fill_bits(head)));
    lanes<Pack> const c(traits::from_bits(traits::to_bits(y.pack) & traits::fill_bits(head)));
    lanes<Pack> const b = x - a, d = y - c;
    return ((a * c - product) + a * d + b * c) + b * d;
  }
}

/// a − x y, of near numbers with one rounding.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> remainder(lanes<Pack> const& a, lanes<Pack> const& x,
                                     lanes<Pack> const& y) {
  using traits = library<Pack>;
  if constexpr (traits::fused) {
    return lanes<Pack>(traits::fused_multiply_add((-x).pack, y.pack, a.pack));
  } else {
    lanes<Pack> const product = x * y;
    return (a - product) - product_error(x, y, product);
  }
}

/// e^r − 1 for |r| ≤ 0.35.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> small_expm1(lanes<Pack> const& r) {
  using T = typename lanes<Pack>::value_type;
  return (r * r) * (r * polynomial<format_of<Pack>::exponential>(r) + static_cast<T>(0.5)) + r;
}
/// f(shifted, n, r) with x = n log 2 + r; n stands in the last bits of `shifted`. (No struct: GCC 12 keeps vectors in
/// structs in memory.)
template <class Pack, class F>
LEIBNIZ_INLINE lanes<Pack> with_exponent(lanes<Pack> const& x, F const& f) {
  using format = format_of<Pack>;
  using T = typename lanes<Pack>::value_type;
  auto const shifted = x * static_cast<T>(1.44269504088896340736L) + format::shifter;
  auto const n = shifted - format::shifter;
  return f(shifted, n, (x - n * format::ln2_head) - n * format::ln2_tail);
}
/// y·2^n for the n in the last bits, within the exponents of finite numbers.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> scale(lanes<Pack> const& y, lanes<Pack> const& shifted) {
  using traits = library<Pack>;
  return lanes<Pack>(traits::from_bits(
      traits::to_bits(y.pack) + (traits::to_bits(shifted.pack) << format_of<Pack>::fraction)));
}
/// y·2^n with one rounding for the n in the last bits, of overflow and underflow, too.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> scale_far(lanes<Pack> const& y, lanes<Pack> const& n) {
  using V = lanes<Pack>;
  constexpr auto shifter = format_of<Pack>::shifter;
  using T = typename V::value_type;
  V const shifted = n * T(0.5) + shifter;
  return scale(y, shifted) * scale(V(1), n - (shifted - shifter) + shifter);
}
/// x, but within bounds; NaN stays.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> bounded(lanes<Pack> const& x, typename lanes<Pack>::value_type from,
                                   typename lanes<Pack>::value_type to) {
  lanes<Pack> const low(from), high(to);
  return select(x < low, low, select(high < x, high, x));
}

/// e^x for |x| below 708, of floats 87.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> usual_exp(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  return with_exponent(x, [](V const& leibniz_shifted, V const&, V const& leibniz_r)
                              __attribute__((always_inline)) {
                                return scale(small_expm1(leibniz_r) + 1, leibniz_shifted);
                              });
}
template <class Pack> LEIBNIZ_RARE Pack far_exp(Pack pack) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  V const x(pack), in_range = bounded(x, format::least_exp, format::largest_exp);
  return with_exponent(in_range,
                       [](V const&, V const& leibniz_n, V const& leibniz_r)
                           __attribute__((always_inline)) {
                             return scale_far(small_expm1(leibniz_r) + 1, leibniz_n);
                           })
      .pack;
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_exp(lanes<Pack> const& x) {
  lanes<Pack> const result = usual_exp(x);
  auto const usual = abs(x) <= -format_of<Pack>::exp_from;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return select(usual, result, lanes<Pack>(far_exp(x.pack)));
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_exp2(lanes<Pack> const& x) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  using T = typename V::value_type;
  V const in_range = bounded(x, T(-2 * format::bias), T(2 * format::bias));
  V const n = (in_range + format::shifter) - format::shifter;
  V const r = (in_range - n) * static_cast<T>(0.693147180559945309417L);
  return select(x == x, scale_far(small_expm1(r) + 1, n), x);
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_expm1(lanes<Pack> const& x) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  V const usual = with_exponent(bounded(x, format::exp_from, format::exp_to),
                                [&](V const& leibniz_shifted, V const& leibniz_n,
                                    V const& leibniz_r) __attribute__((always_inline)) {
                                  V const leibniz_power = scale(V(1), leibniz_shifted),
                                          leibniz_y = small_expm1(leibniz_r);
                                  return select(leibniz_n == 0, select(x == 0, x, leibniz_y),
                                                leibniz_power * leibniz_y + (leibniz_power - 1));
                                });
  auto const in_range = x <= format::exp_to;
  if (library<Pack>::all(in_range.pack)) [[likely]]
    return usual;
  return select(in_range, usual, V(far_exp(x.pack)));
}

/// k and m of x = 2^k m for a normal x, with m from √½ to √2. A whole number as a floating one: behind the bits of the
/// power of 2 whose last bit is 1.
template <class Pack>
LEIBNIZ_INLINE auto bits_from_root_half(lanes<Pack> const& x) {
  using format = format_of<Pack>;
  constexpr auto one = typename format::bits{format::bias} << format::fraction;
  return library<Pack>::to_bits(x.pack) + library<Pack>::fill_bits(one - format::root_half);
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> binary_exponent(lanes<Pack> const& x) {
  using traits = library<Pack>;
  using format = format_of<Pack>;
  using bits = typename format::bits;
  constexpr auto power = static_cast<typename traits::value_type>(bits{1} << format::fraction);
  return lanes<Pack>(traits::from_bits((bits_from_root_half(x) >> format::fraction) |
                                       traits::fill_bits(__builtin_bit_cast(bits, power)))) -
         (power + format::bias);
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> significand(lanes<Pack> const& x) {
  using traits = library<Pack>;
  using format = format_of<Pack>;
  using bits = typename format::bits;
  constexpr bits fraction = (bits{1} << format::fraction) - 1;
  return lanes<Pack>(traits::from_bits((bits_from_root_half(x) & traits::fill_bits(fraction)) +
                                       traits::fill_bits(format::root_half)));
}
/// log x + rest for a normal x = 2^k m with m from √½ to √2 and u = 2 (m − 1)/(m + 1): k log 2 + u + u³/12 + …, with what
/// the sum and the quotient lack. compute_pow has the same terms, and computes them in common with it.
template <class Pack, class... Rest>
LEIBNIZ_INLINE lanes<Pack> usual_log(lanes<Pack> const& x, Rest const&... rest) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  V const k = binary_exponent(x), m = significand(x);
  V const f = m - 1, doubled = f + f, sum = m + 1, sum_tail = m - (sum - 1);
  V const reciprocal = V(1) / sum, u = doubled * reciprocal;
  V const u_tail = (remainder(doubled, u, sum) - u * sum_tail) * reciprocal;
  V const square = u * u;
  V const series = square * polynomial<format::logarithm>(square) + format::twelfth;
  V const more = u * (square * series);
  V const powers = k * format::ln2_head, first = powers + u;
  return first + (more + ((u - (first - powers)) + ((u_tail + k * format::ln2_tail) + ... + rest)));
}
/// The logarithm's special values where `result` is that of a positive number.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> special_log(lanes<Pack> const& x, lanes<Pack> const& result) {
  using V = lanes<Pack>;
  using limits = std::numeric_limits<typename V::value_type>;
  constexpr auto infinity = limits::infinity();
  V const none(limits::quiet_NaN());
  return select(x > 0, select(x < infinity, result, x), select(x == 0, V(-infinity), none));
}
template <class Pack> LEIBNIZ_RARE Pack far_log(Pack pack) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  V const x(pack);
  auto const small = x < format::smallest;
  return special_log(x, usual_log(select(small, x * format::raise, x),
                                  select(small, V(-format::raise_logarithm), V(0))))
      .pack;
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_log(lanes<Pack> const& x) {
  using format = format_of<Pack>;
  lanes<Pack> const result = usual_log(x);
  auto const usual = x >= format::smallest && x <= format::largest;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return select(usual, result, lanes<Pack>(far_log(x.pack)));
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_log1p(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  V const u = x + 1, rest = select(x > 1, V(1) - (u - x), x - (u - 1));
  V const result = select(x == 0, x, usual_log(u, rest / u));
  auto const usual = x > -1 && x <= format_of<Pack>::largest;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return special_log(u, result);
}

/// A positive angle less a multiple of π/2, and the multiple's last bits, of a large number in integers (Payne, Hanek,
/// 1983): of the product with 2/π the 190 bits below the multiples of 4. Not a number: NaN.
struct large_angle {
  double rest;
  std::uint64_t quadrant;
};
LEIBNIZ_INLINE large_angle reduce_large(double x) {
  __extension__ using wide = unsigned __int128;
  constexpr auto& words = math::constant::two_over_pi;
  std::uint64_t const number = __builtin_bit_cast(std::uint64_t, x);
  int const exponent = static_cast<int>(number >> 52 & 0x7ff) - 1075;
  if (exponent == 2047 - 1075) return {x - x, 0};
  std::uint64_t const m = (number & 0x000f'ffff'ffff'ffff) | 0x0010'0000'0000'0000;
  // 192 bits of 2/π from bit `exponent` − 2 on; before bit 0 there are zeros
  int const from = exponent - 2 + 64, shift = from % 32;
  std::uint64_t part[3];
  for (int i = 0; i < 3; ++i) {
    std::uint64_t word[3];
    for (int j = 0; j < 3; ++j) {
      int const at = from / 32 - 2 + 2 * i + j;
      word[j] = at < 0 || at >= 40 ? 0 : words[at];
    }
    part[i] = (word[0] << 32 | word[1]) << shift | (word[2] << shift) >> 32;
  }
  wide const low = static_cast<wide>(m) * part[2],
             middle = static_cast<wide>(m) * part[1] + static_cast<std::uint64_t>(low >> 64);
  std::uint64_t const high = m * part[0] + static_cast<std::uint64_t>(middle >> 64);
  std::uint64_t const next = static_cast<std::uint64_t>(middle);
  wide const all = static_cast<wide>(high) << 64 | next;
  wide fraction = all << 2 | static_cast<std::uint64_t>(low) >> 62;
  std::uint64_t turns = high >> 62;
  bool const upper = fraction >> 127 != 0;
  if (upper) {
    turns += 1;
    fraction = -fraction;
  }
  // as two doubles; what is left is not 0
  std::uint64_t top = static_cast<std::uint64_t>(fraction >> 64);
  int const zeros = top == 0 ? 64 + __builtin_clzll(static_cast<std::uint64_t>(fraction) | 1)
                             : __builtin_clzll(top);
  fraction <<= zeros;
  top = static_cast<std::uint64_t>(fraction >> 64);
  double const weight =
      __builtin_bit_cast(double, static_cast<std::uint64_t>(1023 - 64 - zeros) << 52);
  double const a = static_cast<double>(top >> 37 << 37) * weight,  // 27 bits
      b = static_cast<double>(top & 0x1f'ffff'ffff) * weight,
               c = static_cast<double>(static_cast<std::uint64_t>(fraction) >> 11) *
                   (weight * 0x1p-53);
  constexpr double p = 0x1.921fb5p+0, q = 0x1.110b46p-26, rest = 0x1.1a62633145c07p-54;
  double const result = a * p + (a * q + b * p + (b * q + (a + b) * rest + c * (p + q)));
  return {upper ? -result : result, turns};
}
/// a where the sign bit is set, else b.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> by_sign(typename library<Pack>::bits_type sign, lanes<Pack> const& a,
                                   lanes<Pack> const& b) {
  using traits = library<Pack>;
  using bits = typename format_of<Pack>::bits;
  using whole = typename native_vector<std::make_signed_t<bits>, Pack>::type;
  auto const first = traits::to_bits(a.pack), second = traits::to_bits(b.pack);
  if constexpr (sizeof(Pack) > 16) {
    auto const mask = reinterpret_cast<whole>(sign) < 0;
    return lanes<Pack>(traits::from_bits(mask ? first : second));
  } else {  // SSE2 has no instruction for it
    auto const mask = traits::fill_bits(0) - (sign >> (8 * sizeof(bits) - 1));
    return lanes<Pack>(traits::from_bits((first & mask) | (second & ~mask)));
  }
}
/// cos x or sin x = ± sin y or ± cos y for x = y + n π/2 with |y| ≤ π/4 and n in the last bits of `shifted`; `signs` has
/// the sign of sin x's argument.
template <bool Cosine, class Pack>
LEIBNIZ_INLINE lanes<Pack> sine_of(lanes<Pack> const& y, typename library<Pack>::bits_type quadrant,
                                   typename library<Pack>::bits_type signs) {
  using traits = library<Pack>;
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  using bits = typename format::bits;
  constexpr int last = 8 * sizeof(bits) - 1;
  V const z = y * y;
  V const s = (y * z) * polynomial<format::sine>(z) + y;
  V const c = z * (z * polynomial<format::cosine>(z) - 0.5) + 1;
  auto const odd = quadrant << last, lower = quadrant << (last - 1),
             sign = traits::fill_bits(bits{1} << last);
  V const result = Cosine ? by_sign(odd, s, c) : by_sign(odd, c, s);
  auto const flipped = (Cosine ? lower ^ odd : lower ^ signs) & sign;
  return V(traits::from_bits(traits::to_bits(result.pack) ^ flipped));
}
/// sin x or cos x for |x| up to `largest_angle`, and |x| itself. Without a fused multiply-add, products with two pieces
/// of π/2 have to be exact.
template <bool Cosine, class Pack>
LEIBNIZ_INLINE lanes<Pack> usual_sine(lanes<Pack> const& x, lanes<Pack> const& magnitude) {
  using traits = library<Pack>;
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  using T = typename V::value_type;
  V const shifted = magnitude * static_cast<T>(0.63661977236758134308) + format::shifter,
          n = shifted - format::shifter;
  auto const less = [&](V const& leibniz_y, T leibniz_piece) __attribute__((always_inline)) {
    if constexpr (traits::fused)
      return V(traits::fused_multiply_add(n.pack, traits::fill(-leibniz_piece), leibniz_y.pack));
    else return leibniz_y - n * leibniz_piece;
  };
  V y = magnitude;
  if constexpr (traits::fused) {
    y = less(less(less(y, format::right_angle[0]), format::right_angle[1]), format::right_angle[2]);
  } else {
    constexpr auto& pieces = format::right_angle_pieces;
    y = less(less(less(y, pieces[0]), pieces[1]), pieces[2]);
  }
  return sine_of<Cosine>(y, traits::to_bits(shifted.pack), traits::to_bits(x.pack));
}
template <bool Cosine, class Pack> LEIBNIZ_RARE Pack large_sine(Pack x) {
  using V = lanes<Pack>;
  using T = typename V::value_type;
  if constexpr (std::is_same_v<T, float>) {
    return each_lane(
               [](float leibniz_x) { return Cosine ? math::cos(leibniz_x) : math::sin(leibniz_x); },
               V(x))
        .pack;
  } else {
    unpacked<double, V::size> const numbers = unpack(abs(V(x)));
    unpacked<double, V::size> angles;
    unpacked<std::uint64_t, V::size> quadrants;
    for (int k = 0; k < V::size; ++k) {
      large_angle const angle = reduce_large(numbers.at[k]);
      angles.at[k] = angle.rest;
      quadrants.at[k] = angle.quadrant;
    }
    return sine_of<Cosine>(V::load(angles.at),
                           __builtin_bit_cast(typename library<Pack>::bits_type, quadrants),
                           library<Pack>::to_bits(x))
        .pack;
  }
}
// The usual result does not depend on the branch, and no struct holds vectors on the way (GCC 12 keeps such in memory):
// sine and cosine of one angle share their work.
template <bool Cosine, class Pack> LEIBNIZ_INLINE lanes<Pack> compute_sine(lanes<Pack> const& x) {
  lanes<Pack> const magnitude = abs(x), result = usual_sine<Cosine>(x, magnitude);
  auto const usual = magnitude < format_of<Pack>::largest_angle;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return select(usual, result, lanes<Pack>(large_sine<Cosine>(x.pack)));
}

template <class Pack> LEIBNIZ_RARE Pack far_pow(Pack x, Pack y) {
  return each_lane([](auto leibniz_x, auto leibniz_y) { return math::pow(leibniz_x, leibniz_y); },
                   lanes<Pack>(x), lanes<Pack>(y))
      .pack;
}
/// x^y = e^(y log x): the logarithm and its product with y in two numbers each, within 2^-65 (floats: 2^-33). Its series
/// is that of 2 artanh(u/2) with u = 2 (m − 1)/(m + 1) for x = 2^k m; tails are named after what they are left from.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> compute_pow(lanes<Pack> const& x, lanes<Pack> const& y) {
  using traits = library<Pack>;
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  using T = typename V::value_type;
  V const k = binary_exponent(x), m = significand(x);
  V const f = m - 1, doubled = f + f, sum = m + 1, sum_tail = m - (sum - 1);
  V const reciprocal = V(1) / sum, u = doubled * reciprocal;
  V const u_tail = (remainder(doubled, u, sum) - u * sum_tail) * reciprocal;
  V const square = u * u, square_tail = product_error(u, u, square) + (u + u) * u_tail;
  // 1/12 + u² Σ…
  V const rising = polynomial<format::logarithm>(square);
  V const series = square * rising + format::twelfth,
          series_tail = remainder(format::twelfth - series, -square, rising) + format::twelfth_rest;
  V const t = square * series,
          t_tail = product_error(square, series, t) + (square * series_tail + square_tail * series);
  V const more = u * t, more_tail = product_error(u, t, more) + (u * t_tail + u_tail * t);
  V const powers = k * format::ln2_head, first = powers + u, logarithm = first + more;
  V const logarithm_tail = ((u - (first - powers)) + (more - (logarithm - first))) +
                           ((u_tail + more_tail) + k * format::ln2_tail);

  V const exponent = y * logarithm,
          exponent_tail = product_error(y, logarithm, exponent) + y * logarithm_tail;
  V const shifted = exponent * static_cast<T>(1.44269504088896340736L) + format::shifter,
          n = shifted - format::shifter,
          r = ((exponent - n * format::ln2_head) - n * format::ln2_tail) + exponent_tail;
  V const result = scale(small_expm1(r) + 1, shifted);
  auto const usual =
      x >= format::smallest && x <= format::largest && abs(exponent) <= -format::exp_from;
  if (traits::all(usual.pack)) [[likely]]
    return result;
  return select(usual, result, V(far_pow(x.pack, y.pack)));
}

/// tanh: a polynomial up to 0.55, then 1 − 2/(e^2x + 1).
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_tanh(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  V const a = abs(x), z = x * x;
  V const bounded = select(a > 20, V(20), a);  // 1 to the last bit; NaN stays
  V const large = V(1) - V(2) / (usual_exp(bounded + bounded) + 1);
  V const small_one = select(x == 0, x, x * (z * polynomial<coefficient::tanh_tail>(z)) + x);
  return select(a < 0.55, small_one, select(x < 0, -large, large));
}

/// x with the sign of y where x is 0 or has it already.
template <class Pack> LEIBNIZ_INLINE Pack with_sign(Pack x, Pack y) {
  using traits = library<Pack>;
  using bits = typename format_of<Pack>::bits;
  auto const sign = traits::fill_bits(bits{1} << (8 * sizeof(bits) - 1));
  return traits::from_bits(traits::to_bits(x) | (traits::to_bits(y) & sign));
}

/// f(q, rest) with erfc(x)·e^(x²) = q + rest of x ≥ 0: a polynomial in t = (x − m)/(x + m) over 1 + 2x/√π (after
/// Schonfelder, Math. Comp. 32, 1978). That divisor makes the polynomial flat at 0 and behind, so that the rounding of t
/// matters little; `rest` makes up for that of the divisor, of the sum and of the quotient.
template <class Pack, class F>
LEIBNIZ_INLINE lanes<Pack> with_scaled_erfc(lanes<Pack> const& x, F const& f) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  constexpr auto slope_at_0 =
      math::constant::rounded<typename V::value_type>(math::constant::two_over_root_pi);
  V const t = (x - format::erfc_middle) / (x + format::erfc_middle);
  V const divisor = x * slope_at_0 + 1, inverse = V(1) / divisor;
  V const slope = long_polynomial<format::scaled_erfc>(t),
          p = t * slope + format::scaled_erfc_first;
  V const q = p * inverse;
  V const p_rest = remainder(format::scaled_erfc_first - p, -t, slope),
          divisor_rest = remainder(1 - divisor, x, V(-slope_at_0));
  return f(q, (remainder(p, q, divisor) + (p_rest - q * divisor_rest)) * inverse);
}
/// erfc(x), where that is neither subnormal nor 0.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> usual_erfc(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  V const square = x * x, square_rest = product_error(x, x, square);
  V const y = with_scaled_erfc(abs(x), [&](V const& leibniz_q,
                                           V const& leibniz_rest) __attribute__((always_inline)) {
    // The exponential is the derivative's, too.
    return with_exponent(-square, [&](V const& leibniz_shifted, V const&,
                                      V const& leibniz_r) __attribute__((always_inline)) {
      V const leibniz_power = small_expm1(leibniz_r),
              leibniz_all = leibniz_rest - leibniz_q * square_rest;
      return scale(leibniz_q +
                       (leibniz_power * leibniz_q + (leibniz_power * leibniz_all + leibniz_all)),
                   leibniz_shifted);
    });
  });
  return select(x < 0, V(2) - y, y);
}
template <class Pack> LEIBNIZ_RARE Pack far_erfc(Pack pack) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  V const x(pack), a = bounded(abs(x), 0, format::erfc_to), square = a * a,
                   square_rest = product_error(a, a, square), power(far_exp((-square).pack));
  V const y = with_scaled_erfc(
      a, [&](V const& leibniz_q, V const& leibniz_rest) __attribute__((always_inline)) {
        return power * leibniz_q + power * (leibniz_rest - leibniz_q * square_rest);
      });
  return select(x < 0, V(2) - y, y).pack;
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_erfc(lanes<Pack> const& x) {
  lanes<Pack> const result = usual_erfc(x);
  auto const usual = x * x <= format_of<Pack>::erfc_to_square;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return select(usual, result, lanes<Pack>(far_erfc(x.pack)));
}
/// Up to 0.85 an odd polynomial, then 1 − erfc.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_erf(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  constexpr double first = 0x1.20dd750429b6dp+0;
  V const a = abs(x), b = select(a > 6, V(6), a), z = x * x;
  V const power = usual_exp(-(b * b));
  V const large =
      with_scaled_erfc(b, [&](V const& leibniz_q, V const&)
                              __attribute__((always_inline)) { return V(1) - power * leibniz_q; });
  V const near = x * first + x * (z * polynomial<coefficient::erf_tail>(z));
  return select(a < 0.85, select(x == 0, x, near), select(x < 0, -large, large));
}

/// What `square`, the rounded x², lacks; 0 where e^(−x²/2) is 0.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> square_rest(lanes<Pack> const& x, lanes<Pack> const& square) {
  return select(abs(x) < 64, product_error(x, x, square), lanes<Pack>(0));
}
/// e^(−x²) and the density of the normal distribution, the rounding of x² made up for.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> exp_minus_square(lanes<Pack> const& x) {
  lanes<Pack> const square = x * x, power = exp(-square);
  return power - power * square_rest(x, square);
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> normal_pdf(lanes<Pack> const& x) {
  using T = typename lanes<Pack>::value_type;
  lanes<Pack> const square = x * x, power = exp(square * T(-0.5));
  return math::constant::rounded<T>(math::constant::inverse_root_two_pi) *
         (power - power * (square_rest(x, square) * T(0.5)));
}
/// The normal distribution function, the rounding of erfc's argument made up for, as in math/normal.hpp.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> normal_cdf(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  using T = typename V::value_type;
  constexpr T factor = math::constant::rounded<T>(-math::constant::root_half);
  constexpr T rest =
      math::constant::rounded<T>(-math::constant::root_half - math::constant::extended(factor));
  V const y = x * factor, tail = erfc(y) * T(0.5);
  V const lacking = product_error(x, V(factor), y) + x * rest;
  V const corrected = tail - tail * (lacking * (y + sqrt(y * y + T(1.2732395))));
  return select(y > T(0.5) && y < T(1000), corrected, tail);
}

LEIBNIZ_CONTRACTION_END

#if defined(__FMA__)
/// a b + c with one rounding, of vectors of 16, 32 or 64 bytes.
template <class T, class Pack> LEIBNIZ_INLINE Pack fused_on_x86(Pack a, Pack b, Pack c) {
#define LEIBNIZ_FUSED(native, multiply_add)                                   \
  return __builtin_bit_cast(Pack, multiply_add(__builtin_bit_cast(native, a), \
                                               __builtin_bit_cast(native, b), \
                                               __builtin_bit_cast(native, c)))
  if constexpr (std::is_same_v<T, double>) {
    if constexpr (sizeof(Pack) == 16) LEIBNIZ_FUSED(__m128d, _mm_fmadd_pd);
    else if constexpr (sizeof(Pack) == 32) LEIBNIZ_FUSED(__m256d, _mm256_fmadd_pd);
#if defined(__AVX512F__)
    else LEIBNIZ_FUSED(__m512d, _mm512_fmadd_pd);
#endif
  } else {
    if constexpr (sizeof(Pack) == 16) LEIBNIZ_FUSED(__m128, _mm_fmadd_ps);
    else if constexpr (sizeof(Pack) == 32) LEIBNIZ_FUSED(__m256, _mm256_fmadd_ps);
#if defined(__AVX512F__)
    else LEIBNIZ_FUSED(__m512, _mm512_fmadd_ps);
#endif
  }
#undef LEIBNIZ_FUSED
}
#endif

/// The functions above, for the `library` of a vector type of doubles or floats.
template <class T, class Pack> struct computed_functions {
#if defined(__FMA__) || defined(__aarch64__)
  static constexpr bool fused = true;
#else
  static constexpr bool fused = false;
#endif
  LEIBNIZ_INLINE static Pack exp(Pack x) { return compute_exp(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack exp2(Pack x) { return compute_exp2(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack expm1(Pack x) { return compute_expm1(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack log(Pack x) { return compute_log(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack log1p(Pack x) { return compute_log1p(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack tanh(Pack x) { return compute_tanh(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack erf(Pack x) { return compute_erf(lanes<Pack>(x)).pack; }
  // Where products and sums are not fused, these are no faster than one lane at a time.
  LEIBNIZ_INLINE static Pack pow(Pack x, Pack y)
  requires fused
  {
    return compute_pow(lanes<Pack>(x), lanes<Pack>(y)).pack;
  }
  LEIBNIZ_INLINE static Pack erfc(Pack x) { return compute_erfc(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack sin(Pack x)
  requires(fused || !std::is_same_v<T, float>)
  {
    return compute_sine<false>(lanes<Pack>(x)).pack;
  }
  LEIBNIZ_INLINE static Pack cos(Pack x)
  requires(fused || !std::is_same_v<T, float>)
  {
    return compute_sine<true>(lanes<Pack>(x)).pack;
  }
};

}  // namespace leibniz::simd

namespace leibniz::emit {

void exp_minus_square();  // ends unqualified lookup here: that of lanes is found
template <> struct row_of_lanes<exp_minus_square_entry> : exp_minus_square_entry {
  template <class V> LEIBNIZ_INLINE static V value(V const& x) { return exp_minus_square(x); }
};
template <> struct row_of_lanes<normal_pdf_entry> : normal_pdf_entry {
  template <class V> LEIBNIZ_INLINE static V value(V const& x) { return normal_pdf(x); }
};
template <> struct row_of_lanes<normal_cdf_entry> : normal_cdf_entry {
  template <class V> LEIBNIZ_INLINE static V value(V const& x) { return normal_cdf(x); }
};

}  // namespace leibniz::emit

#undef LEIBNIZ_RARE
