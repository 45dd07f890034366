// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <type_traits>

#include "leibniz/interop/lanes.hpp"

// Functions of several lanes at once, where the vectors' library has none that is both fast and right everywhere. The
// result of a lane depends on that lane only. No tables, no branches but for lanes whose number is extraordinary.

namespace leibniz::simd {

/// A vector of the compiler's own, of as many bytes as a Pack.
template <class T, class Pack> struct native_vector {
  using type __attribute__((vector_size(sizeof(Pack)))) = T;
};

/// Coefficients and bits of a number type.
template <class T> struct number_format;
template <> struct number_format<double> {
  using bits = std::uint64_t;
  static constexpr int fraction = 52, bias = 1023;
  /// Adding it rounds to an integer, which then stands in the last bits.
  static constexpr double shifter = 0x1.8p52;
  static constexpr double ln2_head = 0x1.62e42fefa38p-1, ln2_tail = 0x1.ef35793c7673p-45;
  static constexpr double exp_from = -708, exp_to = 709, least_exp = -750, largest_exp = 720;
  /// (e^r − 1 − r − r²/2)/r³, interpolated at Chebyshev's points of |r| ≤ 0.3467
  static constexpr double exponential[] = {
      0x1.5555555555555p-3,  0x1.5555555554cb2p-5,  0x1.1111111110e69p-7,
      0x1.6c16c17393002p-10, 0x1.a01a01a4b5021p-13, 0x1.a019c99634817p-16,
      0x1.71de17dab6782p-19, 0x1.2880562d283e2p-22, 0x1.af238498b289ap-26};
};
template <> struct number_format<float> {
  using bits = std::uint32_t;
  static constexpr int fraction = 23, bias = 127;
  static constexpr float shifter = 0x1.8p23f;
  static constexpr float ln2_head = 0x1.62e4p-1f, ln2_tail = 0x1.7f7d1cp-20f;
  static constexpr float exp_from = -87, exp_to = 88, least_exp = -106, largest_exp = 92;
  static constexpr float exponential[] = {0x1.5555555555555p-3f, 0x1.5555191d0bc8dp-5f,
                                          0x1.1110f64f76808p-7f, 0x1.6d112b32c18dcp-10f,
                                          0x1.a0f88ab2e2139p-13f};
};

namespace coefficient {

inline constexpr double logarithm_even[] = {
    0.6666666666666735130, 0.3999999999940941908, 0.2857142874366239149, 0.2222219843214978396,
    0.1818357216161805012, 0.1531383769920937332, 0.1479819860511658591};
inline constexpr double sine_tail[] = {8.33333333332248946124e-03, -1.98412698298579493134e-04,
                                       2.75573137070700676789e-06, -2.50507602534068634195e-08,
                                       1.58969099521155010221e-10};
inline constexpr double cosine_tail[] = {4.16666666666666019037e-02, -1.38888888888741095749e-03,
                                         2.48015872894767294178e-05, -2.75573143513906633035e-07,
                                         2.08757232129817482790e-09, -1.13596475577881948265e-11};
inline constexpr double tanh_tail[] = {
    -0x1.5555555555555p-2,  0x1.1111111111109p-3,  -0x1.ba1ba1ba1a732p-5,  0x1.664f48822e9a5p-6,
    -0x1.226e3539b9272p-7,  0x1.d6d3c60009e9cp-9,  -0x1.7da25da5066b5p-10, 0x1.3547bfaa42508p-11,
    -0x1.f41d11ba745a0p-13, 0x1.8c93b7d5aba25p-14, -0x1.1adede7706052p-15, 0x1.08378067f032ap-17};
inline constexpr double scaled_erfc_rest[] = {
    -0x1.1df1ad154a29dp-3,  0x1.f7f5df66fd901p-7,   0x1.16ecefcfa60d6p-4,   -0x1.9ddb23c3e9643p-4,
    0x1.7fee004df5779p-4,   -0x1.0fb06dfe4a21fp-4,  0x1.3079edfa216c6p-5,   -0x1.09623882bcbccp-6,
    0x1.49c67185eb8ffp-8,   -0x1.8d4a9e54d1643p-11, -0x1.a1de7b516ea38p-13, 0x1.3be0bd3eb2052p-13,
    -0x1.996acda2ba59cp-16, -0x1.78a5bd53e6533p-17, 0x1.7fb743c2a34a5p-18,  0x1.43db131ad7595p-22,
    -0x1.c0446ae0964c4p-21, 0x1.0c8054a306f46p-24,  0x1.ee71d8aa8d876p-24,  -0x1.0842e2085aeedp-27,
    -0x1.d24ca4c214750p-27, -0x1.ebe118e7461f7p-30};
inline constexpr double erf_tail[] = {
    -0x1.812746b03799ep-2,  0x1.ce2f21a03ec76p-4,  -0x1.b82ce311319dfp-6,  0x1.565bccd2da297p-8,
    -0x1.c02da7eaddd24p-11, 0x1.f9a19ee06394ap-14, -0x1.f4b254bbbfecbp-17, 0x1.b835eabda2807p-20,
    -0x1.5117ce32e8c5ep-23, 0x1.6ed065198882dp-27};

}  // namespace coefficient

template <class Pack> using format_of = number_format<typename library<Pack>::value_type>;

LEIBNIZ_CONTRACTION_BEGIN

/// Σ coefficient[k] x^k, by Horner's rule in x² for even and odd powers: half as long a chain. Coefficients are
/// constants one by one: each is an operand in memory then.
template <auto const& Coefficients, int K, class V>
LEIBNIZ_INLINE V every_second(V const& square) {
  constexpr int size = static_cast<int>(std::extent_v<std::remove_cvref_t<decltype(Coefficients)>>);
  constexpr auto coefficient = Coefficients[K];
  if constexpr (K + 2 >= size) return V(coefficient);
  else return every_second<Coefficients, K + 2>(square) * square + V(coefficient);
}
template <auto const& Coefficients, class V> LEIBNIZ_INLINE V polynomial(V const& x) {
  V const square = x * x;
  return every_second<Coefficients, 1>(square) * x + every_second<Coefficients, 0>(square);
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
// A branch for extraordinary numbers calls no function: around one, all numbers of the program would be kept in memory.

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
template <class Pack> LEIBNIZ_INLINE lanes<Pack> far_exp(lanes<Pack> const& x) {
  using format = format_of<Pack>;
  using V = lanes<Pack>;
  V const result = with_exponent(bounded(x, format::least_exp, format::largest_exp),
                                 [](V const&, V const& leibniz_n, V const& leibniz_r)
                                     __attribute__((always_inline)) {
                                       return scale_far(small_expm1(leibniz_r) + 1, leibniz_n);
                                     });
  return select(x == x, result, x);
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_exp(lanes<Pack> const& x) {
  using format = format_of<Pack>;
  auto const usual = abs(x) <= -format::exp_from;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return usual_exp(x);
  return far_exp(x);
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
  V const usual =
      with_exponent(bounded(x, format::exp_from, format::exp_to),
                    [&](V const& leibniz_shifted, V const& leibniz_n,
                        V const& leibniz_r) __attribute__((always_inline)) {
                      V const power = scale(V(1), leibniz_shifted), y = small_expm1(leibniz_r);
                      return select(leibniz_n == 0, select(x == 0, x, y), power * y + (power - 1));
                    });
  auto const above = x > format::exp_to || !(x == x);
  if (!library<Pack>::all((!above).pack)) [[unlikely]]
    return select(above, far_exp(x), usual);
  return usual;
}

/// log of 2^more x (1 + rest) for doubles, a normal x and a small rest, by fdlibm's method: x = 2^k (1 + f), s = f/(2 +
/// f), and an even polynomial in s.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> usual_log(lanes<Pack> const& x, lanes<Pack> const& rest,
                                     lanes<Pack> const& more) {
  using traits = library<Pack>;
  using V = lanes<Pack>;
  constexpr std::uint64_t one = 0x3ff0'0000'0000'0000, root_half = 0x3fe6'a09e'667f'3bcd,
                          fraction = 0x000f'ffff'ffff'ffff, two_52 = 0x4330'0000'0000'0000;
  auto const shifted = traits::to_bits(x.pack) + traits::fill_bits(one - root_half);
  // the exponent as a double: behind the bits of 2^52
  V const k =
      V(traits::from_bits((shifted >> 52) | traits::fill_bits(two_52))) - (0x1p52 + 1023) + more;
  V const f =
      V(traits::from_bits((shifted & traits::fill_bits(fraction)) + traits::fill_bits(root_half))) -
      1;
  V const s = f / (f + 2), z = s * s, half = f * f * 0.5,
          r = z * polynomial<coefficient::logarithm_even>(z);
  return k * 0x1.62e42feep-1 - ((half - (s * (half + r) + (k * 0x1.a39ef35793c76p-33 + rest))) - f);
}
/// The logarithm's special values where `result` is that of a positive number.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> special_log(lanes<Pack> const& x, lanes<Pack> const& result) {
  using V = lanes<Pack>;
  constexpr double infinity = math::constant::positive_infinity();
  V const none(math::constant::not_a_number());
  return select(x > 0, select(x < infinity, result, x), select(x == 0, V(-infinity), none));
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_log(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  auto const usual = x >= 0x1p-1022 && x <= 0x1.fffffffffffffp1023;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return usual_log(x, V(0), V(0));
  auto const small = x < 0x1p-1022;
  return special_log(x, usual_log(select(small, x * 0x1p54, x), V(0), select(small, V(-54), V(0))));
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_log1p(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  V const u = x + 1, rest = select(x > 1, V(1) - (u - x), x - (u - 1));
  V const result = select(x == 0, x, usual_log(u, rest / u, V(0)));
  auto const usual = x > -1 && x <= 0x1.fffffffffffffp1023;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return special_log(u, result);
}

/// An angle less a multiple of π/2, in two parts, and the multiple's last bits, of a large number in integers (Payne,
/// Hanek, 1983): of the product with 2/π the 190 bits below the multiples
/// of 4. Not a number: NaN.
struct large_angle {
  double head, tail;
  std::uint64_t quadrant;
};
LEIBNIZ_INLINE large_angle reduce_large(double x) {
  __extension__ using wide = unsigned __int128;
  constexpr auto& words = math::constant::two_over_pi;
  std::uint64_t const number = __builtin_bit_cast(std::uint64_t, x);
  int const exponent = static_cast<int>(number >> 52 & 0x7ff) - 1075;
  if (exponent == 2047 - 1075) return {x - x, 0, 0};
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
  if (upper) turns += 1, fraction = -fraction;
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
  double const product = a * p, more = a * q + b * p + (b * q + (a + b) * rest + c * (p + q));
  double const head = product + more, tail = more - (head - product);
  bool const negative = number >> 63 != 0;
  bool const minus = upper != negative;
  return {minus ? -head : head, minus ? -tail : tail, negative ? -turns : turns};
}
/// sin(r + rest) or cos(r + rest), whichever the quadrant asks for, for |r| ≤ π/4: fdlibm's polynomials.
template <class Pack>
LEIBNIZ_INLINE lanes<Pack> sine_of(lanes<Pack> const& r, lanes<Pack> const& rest,
                                   typename library<Pack>::bits_type quadrant) {
  using traits = library<Pack>;
  using V = lanes<Pack>;
  V const z = r * r, v = z * r;
  V const s = r - ((z * (rest * 0.5 - v * polynomial<coefficient::sine_tail>(z)) - rest) +
                   v * 0x1.5555555555549p-3);
  V const half = z * 0.5, w = V(1.0) - half;
  V const c =
      w + (((V(1.0) - w) - half) + (z * (z * polynomial<coefficient::cosine_tail>(z)) - r * rest));
  auto const one = traits::fill_bits(std::uint64_t{1});
  // all ones where the quadrant is odd; the sign where its second bit is set
  auto const odd = traits::fill_bits(std::uint64_t{0}) - (quadrant & one);
  auto const chosen = (traits::to_bits(s.pack) & ~odd) | (traits::to_bits(c.pack) & odd);
  return V(traits::from_bits(chosen ^ ((quadrant >> 1) << 63)));
}
/// sin(x + turns·π/2) for |x| below 2^20, with π/2 in three pieces: products with the first two are exact (Cody, Waite,
/// 1980).
template <class Pack> LEIBNIZ_INLINE lanes<Pack> usual_sine(lanes<Pack> const& x,
                                                            std::uint64_t turns) {
  using traits = library<Pack>;
  using V = lanes<Pack>;
  V const shifted = x * 0.63661977236758134308 + 0x1.8p52, n = shifted - 0x1.8p52;
  V const t = x - n * 0x1.921fb544p+0, w = n * 0x1.0b4611a6p-34;
  V const r = t - w, rest = n * 0x1.3198a2e037073p-69 - ((t - r) - w), y = r - rest;
  return sine_of(y, (r - y) - rest, traits::to_bits(shifted.pack) + traits::fill_bits(turns));
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> large_sine(lanes<Pack> const& x,
                                                            std::uint64_t turns) {
  using V = lanes<Pack>;
  unpacked<double, V::size> const numbers = unpack(x);
  unpacked<double, V::size> head, tail;
  unpacked<std::uint64_t, V::size> quadrant;
  for (int k = 0; k < V::size; ++k) {
    large_angle const angle = reduce_large(numbers.at[k]);
    head.at[k] = angle.head;
    tail.at[k] = angle.tail;
    quadrant.at[k] = angle.quadrant + turns;
  }
  return sine_of(V::load(head.at), V::load(tail.at),
                 __builtin_bit_cast(typename library<Pack>::bits_type, quadrant));
}
// The usual result does not depend on the branch, and no struct holds vectors on the way (GCC 12 keeps such in memory):
// sine and cosine of one angle share their work.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_sin(lanes<Pack> const& x) {
  lanes<Pack> const result = select(x == 0, x, usual_sine(x, 0));
  auto const usual = abs(x) < 0x1p20;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return select(usual, result, large_sine(x, 0));
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_cos(lanes<Pack> const& x) {
  lanes<Pack> const result = usual_sine(x, 1);
  auto const usual = abs(x) < 0x1p20;
  if (library<Pack>::all(usual.pack)) [[likely]]
    return result;
  return select(usual, result, large_sine(x, 1));
}

/// tanh of doubles: a polynomial up to 0.55, then 1 − 2/(e^2x + 1).
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

/// f(q, rest) with erfc(x)·e^(x²) = q + rest of doubles x ≥ 0: (1 + 2x) times it, interpolated in t = (x − 4)/(x + 4)
/// up to x = 28, over 1 + 2x (after Schonfelder, Math. Comp. 32, 1978). The tails make up for the rounding of t, of the
/// sum and of the quotient.
template <class Pack, class F>
LEIBNIZ_INLINE lanes<Pack> with_scaled_erfc(lanes<Pack> const& x, F const& f) {
  using V = lanes<Pack>;
  constexpr double first = 0x1.3ba5916e9fd7fp+0;
  V const above = x - 4, sum = x + 4, divisor = x + x + 1;
  V const reciprocal = V(1) / (sum * divisor), of_sum = reciprocal * divisor;
  V const t = above * of_sum, t_sum = t * sum;
  V const t_rest =
      ((above - t_sum) - product_error(t, sum, t_sum) + (x - (above + 4)) - t * (x - (sum - 4))) *
      of_sum;
  V const slope = polynomial<coefficient::scaled_erfc_rest>(t), product = t * slope;
  V const p = product + first;
  V const of_divisor = reciprocal * sum, q = p * of_divisor, q_divisor = q * divisor;
  // by t: erfc(x) e^(x²) has the derivative 2x times it less 2/√π, x has (x + 4)²/8
  V const by_t = (q + q + divisor * ((x + x) * q - 1.1283791670955126)) * (sum * sum * 0.125);
  V const p_rest = ((product - (p - first)) + product_error(t, slope, product)) + t_rest * by_t;
  V const q_rest = ((p - q_divisor) - product_error(q, divisor, q_divisor) + p_rest -
                    q * (x + x - (divisor - 1))) *
                   of_divisor;
  return f(q, q_rest);
}
template <class Pack> LEIBNIZ_INLINE lanes<Pack> compute_erfc(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  V const a = abs(x), b = select(a > 28, V(28), a), square = b * b;
  V const power = compute_exp(-square), square_rest = product_error(b, b, square);
  V const y = with_scaled_erfc(
      b, [&](V const& leibniz_q, V const& leibniz_rest) __attribute__((always_inline)) {
        return power * leibniz_q + power * (leibniz_rest - leibniz_q * square_rest);
      });
  return select(x < 0, V(2) - y, y);
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

/// The density of the normal distribution, the rounding of x² made up for.
template <class Pack> LEIBNIZ_INLINE lanes<Pack> normal_pdf(lanes<Pack> const& x) {
  using V = lanes<Pack>;
  using T = typename V::value_type;
  V const square = x * x;
  V const rest = select(abs(x) < T(64), product_error(x, x, square), V(0));
  return math::constant::rounded<T>(math::constant::inverse_root_two_pi) * exp(square * T(-0.5)) *
         (V(1) - rest * T(0.5));
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

/// The functions above, for the `library` of a vector type of doubles or floats.
template <class T, class Pack> struct computed_functions {
  LEIBNIZ_INLINE static Pack exp(Pack x) { return compute_exp(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack exp2(Pack x) { return compute_exp2(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack expm1(Pack x) { return compute_expm1(lanes<Pack>(x)).pack; }
};
template <class Pack> struct computed_functions<double, Pack> : computed_functions<void, Pack> {
  LEIBNIZ_INLINE static Pack log(Pack x) { return compute_log(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack log1p(Pack x) { return compute_log1p(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack sin(Pack x) { return compute_sin(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack cos(Pack x) { return compute_cos(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack tanh(Pack x) { return compute_tanh(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack erf(Pack x) { return compute_erf(lanes<Pack>(x)).pack; }
  LEIBNIZ_INLINE static Pack erfc(Pack x) { return compute_erfc(lanes<Pack>(x)).pack; }
};

}  // namespace leibniz::simd

namespace leibniz::emit {

template <> struct row_of_lanes<normal_pdf_entry> : normal_pdf_entry {
  template <class V> LEIBNIZ_INLINE static V value(V const& x) { return simd::normal_pdf(x); }
};
template <> struct row_of_lanes<normal_cdf_entry> : normal_cdf_entry {
  template <class V> LEIBNIZ_INLINE static V value(V const& x) { return simd::normal_cdf(x); }
};

}  // namespace leibniz::emit
