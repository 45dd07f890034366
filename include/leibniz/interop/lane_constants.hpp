// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/interop/lanes.hpp"

// Constants of lane_functions.hpp.

namespace leibniz::simd {

/// A vector of the compiler's own, of as many bytes as a Pack.
template <class T, class Pack> struct native_vector {
  using type __attribute__((vector_size(sizeof(Pack)))) = T;
};

/// Coefficients and bits of a number type. Polynomials are interpolated at Chebyshev's points, with 32 digits and more
/// (by mpmath's chebyfit); their errors are below a sixth of the last place.
template <class T> struct number_format;
template <> struct number_format<double> {
  using bits = std::uint64_t;
  static constexpr int fraction = 52, bias = 1023;
  static constexpr bits root_half = 0x3fe6'a09e'667f'3bcd;
  /// Adding it rounds to an integer, which then stands in the last bits.
  static constexpr double shifter = 0x1.8p52;
  static constexpr double ln2_head = 0x1.62e42fefa38p-1, ln2_tail = 0x1.ef35793c7673p-45;
  static constexpr double exp_from = -708, exp_to = 709, least_exp = -750, largest_exp = 720;
  static constexpr double smallest = 0x1p-1022, largest = 0x1.fffffffffffffp1023;
  /// what makes subnormal numbers normal, and its logarithm
  static constexpr double raise = 0x1p54, raise_logarithm = 0x1.2b708872320e2p+5;
  /// π/2 in three pieces: where the first two have 33 bits each, their products with whole numbers below 2^20 are exact
  /// (Cody, Waite, 1980); with a fused multiply-add any are.
  static constexpr double right_angle[] = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54,
                                           -0x1.f1976b7ed8fbcp-110};
  static constexpr double right_angle_pieces[] = {0x1.921fb544p+0, 0x1.0b4611a6p-34,
                                                  0x1.3198a2e037073p-69};
  static constexpr double largest_angle = 0x1p20;
  /// (e^r − 1 − r − r²/2)/r³ for |r| ≤ 0.3467
  static constexpr double exponential[] = {
      0x1.5555555555555p-3,  0x1.5555555554cb2p-5,  0x1.1111111110e69p-7,
      0x1.6c16c17393002p-10, 0x1.a01a01a4b5021p-13, 0x1.a019c99634817p-16,
      0x1.71de17dab6782p-19, 0x1.2880562d283e2p-22, 0x1.af238498b289ap-26};
  /// (sin y − y)/y³ and (cos y − 1 + y²/2)/y⁴ in y², up to π/4
  static constexpr double sine[] = {-0x1.5555555555555p-3,  0x1.1111111110bb2p-7,
                                    -0x1.a01a019e83816p-13, 0x1.71de379654304p-19,
                                    -0x1.ae600aca92c64p-26, 0x1.5e0b05bff20f2p-33};
  static constexpr double cosine[] = {0x1.5555555555555p-5,  -0x1.6c16c16c16967p-10,
                                      0x1.a01a019f4e9b4p-16, -0x1.27e4fa17bf139p-22,
                                      0x1.1eeb68cd22f56p-29, -0x1.907d8f29fe831p-37};
  /// log(x)/u = 1 + u²/12 + u⁴ Σ…, u = 2 (x − 1)/(x + 1), for x from √½ to √2
  static constexpr double twelfth = 0x1.5555555555555p-4, twelfth_rest = 0x1.5555555555555p-58;
  static constexpr double logarithm[] = {
      0x1.999999999999ap-7,  0x1.2492492492521p-9,  0x1.c71c71c6eaa10p-12, 0x1.745d177a96056p-14,
      0x1.3b1395d2190c1p-16, 0x1.1118c7e4b0917p-18, 0x1.df7cc8e5fa539p-21, 0x1.e02e6fff27908p-23};
  /// (1 + 2x/√π) erfc(x) e^(x²) in t = (x − 4)/(x + 4), up to 28
  static constexpr double erfc_middle = 4, erfc_to = 28, erfc_to_square = 703;
  static constexpr double scaled_erfc_first = 0x1.82bd13b785217p-1;
  static constexpr double scaled_erfc[] = {
      -0x1.888e2046c7875p-3,  0x1.a9f9211be9ce3p-4,   -0x1.0fb15805d08cep-5,
      -0x1.37e1f07ab3dfcp-7,  0x1.9fd3a09761bf8p-6,   -0x1.85a6cf998d8e0p-6,
      0x1.f7b5ade6c00dbp-7,   -0x1.e2f0c678907b6p-8,  0x1.46769948a7828p-9,
      -0x1.ca3d768941ea6p-12, -0x1.4723cb9c69e63p-14, 0x1.3b32f4d2bb155p-14,
      -0x1.e9ce6e60adfa8p-17, -0x1.52dde2824a633p-18, 0x1.990c89dbef5a0p-19,
      0x1.8a1985912c878p-25,  -0x1.ccab04929f3bfp-22, 0x1.92f6b7c6d1ea7p-25,
      0x1.f4f5129cd7b0fp-25,  -0x1.8c4ca0f78dc97p-28, -0x1.dcfedadeb713ep-28,
      -0x1.b830d1b6809fap-31};
};
template <> struct number_format<float> {
  using bits = std::uint32_t;
  static constexpr int fraction = 23, bias = 127;
  static constexpr bits root_half = 0x3f35'04f3;
  static constexpr float shifter = 0x1.8p23f;
  static constexpr float ln2_head = 0x1.62e4p-1f, ln2_tail = 0x1.7f7d1cp-20f;
  static constexpr float exp_from = -87, exp_to = 88, least_exp = -106, largest_exp = 92;
  static constexpr float smallest = 0x1p-126f, largest = 0x1.fffffep127f;
  static constexpr float raise = 0x1p25f, raise_logarithm = 0x1.154246p+4f;
  static constexpr float right_angle[] = {0x1.921fb6p+0f, -0x1.777a5cp-25f, -0x1.ee59dap-50f};
  static constexpr float largest_angle = 0x1p13f;
  static constexpr float exponential[] = {0x1.5555555555555p-3f, 0x1.5555191d0bc8dp-5f,
                                          0x1.1110f64f76808p-7f, 0x1.6d112b32c18dcp-10f,
                                          0x1.a0f88ab2e2139p-13f};
  static constexpr float sine[] = {-0x1.555556p-3f, 0x1.11110ep-7f, -0x1.a013a8p-13f,
                                   0x1.6dbdeep-19f};
  static constexpr float cosine[] = {0x1.555554p-5f, -0x1.6c12d2p-10f, 0x1.9bd880p-16f};
  static constexpr float twelfth = 0x1.555556p-4f, twelfth_rest = -0x1.555556p-29f;
  static constexpr float logarithm[] = {0x1.9999a4p-7f, 0x1.247a30p-9f, 0x1.d80726p-12f};
  static constexpr float erfc_middle = 3, erfc_to = 10.5f, erfc_to_square = 84;
  static constexpr float scaled_erfc_first = 0x1.91e446p-1f;
  static constexpr float scaled_erfc[] = {
      -0x1.bfe19ap-3f, 0x1.488272p-4f,  0x1.fa283ep-8f,  -0x1.2765e0p-5f,  0x1.c91780p-6f,
      -0x1.7aee1ep-7f, 0x1.cf278ep-10f, 0x1.c84162p-11f, -0x1.c6705cp-12f, -0x1.121a62p-13f};
};

namespace coefficient {

inline constexpr double tanh_tail[] = {
    -0x1.5555555555555p-2,  0x1.1111111111109p-3,  -0x1.ba1ba1ba1a732p-5,  0x1.664f48822e9a5p-6,
    -0x1.226e3539b9272p-7,  0x1.d6d3c60009e9cp-9,  -0x1.7da25da5066b5p-10, 0x1.3547bfaa42508p-11,
    -0x1.f41d11ba745a0p-13, 0x1.8c93b7d5aba25p-14, -0x1.1adede7706052p-15, 0x1.08378067f032ap-17};
inline constexpr double erf_tail[] = {
    -0x1.812746b03799ep-2,  0x1.ce2f21a03ec76p-4,  -0x1.b82ce311319dfp-6,  0x1.565bccd2da297p-8,
    -0x1.c02da7eaddd24p-11, 0x1.f9a19ee06394ap-14, -0x1.f4b254bbbfecbp-17, 0x1.b835eabda2807p-20,
    -0x1.5117ce32e8c5ep-23, 0x1.6ed065198882dp-27};

}  // namespace coefficient

template <class Pack> using format_of = number_format<typename library<Pack>::value_type>;

}  // namespace leibniz::simd
