// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/math/double_double.hpp"

namespace leibniz::math::constant {

/// x = quarter_turns * pi / 2 + rest; the quarter turns are known modulo 4.
struct quadrant {
  int quarter_turns;
  double_double rest;
};

/// 2 / pi = 0.w0 w1 w2 ... in base 2^32; 1,280 bits reach the largest double.
inline constexpr std::uint32_t two_over_pi[] = {
    0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab, 0xdebbc561,
    0xb7246e3a, 0x424dd2e0, 0x06492eea, 0x09d1921c, 0xfe1deb1c, 0xb129a73e, 0xe88235f5, 0x2ebb4484,
    0xe99c7026, 0xb45f7e41, 0x3991d639, 0x835339f4, 0x9c845f8b, 0xbdf9283b, 0x1ff897ff, 0xde05980f,
    0xef2f118b, 0x5a0a6d1f, 0x6d367ecf, 0x27cb09b7, 0x4f463f66, 0x9e5fea2d, 0x7527bac7, 0xebe5f17b,
    0x3d0739f7, 0x8a5292ea, 0x6bfb5fb1, 0x1f8d5d08, 0x56033046, 0xfc7b6bab, 0xf0cfbc20, 0x9af4361d};

/// x modulo pi / 2, to 2^-120 of the rest for every double |x| > pi / 4: of the product x * 2 / pi
/// only the digits just above and below the point are formed, in integers. A double comes no closer
/// to a multiple of pi / 2 than 2^-61 (Payne, Hanek, "Radian reduction for trigonometric
/// functions", 1983; Muller, "Elementary functions", 11.3.2), so six digits below the point are
/// enough.
constexpr quadrant reduce_to_quadrant(double x) noexcept {
  constexpr int digits = 7;
  // |x| = significand * 2^(32 shift + bits), as three base-2^32 digits.
  int const exponent = exponent_of(x) - 52;
  int const shift = (exponent + 96) / 32 - 3;
  int const bits = exponent - 32 * shift;
  std::uint64_t const significand = (to_bits(x) & fraction_mask) | (fraction_mask + 1);
  std::uint64_t const middle =
      (significand >> 32 << bits) + ((significand & 0xffff'ffff) << bits >> 32);
  std::uint64_t const factor[3] = {(significand << bits) & 0xffff'ffff, middle & 0xffff'ffff,
                                   middle >> 32};

  // Digit 0 is the one above the point; those above it are multiples of 2^32 quarter turns.
  std::uint64_t product[digits] = {};
  for (int k = 0; k < 3; ++k) {
    std::uint64_t carry = 0;
    for (int digit = digits - 1; digit >= 0; --digit) {
      int const word = shift - 1 + k + digit;
      carry += product[digit] + (word < 0 ? 0 : factor[k] * two_over_pi[word]);
      product[digit] = carry & 0xffff'ffff;
      carry >>= 32;
    }
  }

  // A fraction of one half or more counts down from the next quarter turn.
  bool const upper_half = product[1] >= 0x8000'0000;
  int const turns = static_cast<int>(product[0] & 3) + (upper_half ? 1 : 0);
  double_double fraction;
  double weight = 0x1p-32;
  for (int digit = 1; digit < digits; ++digit) {
    std::uint64_t const value = upper_half ? 0xffff'ffff - product[digit] : product[digit];
    fraction = fraction + static_cast<double>(value) * weight;
    weight *= 0x1p-32;
  }
  double_double const rest = fraction * half_pi;
  // At a negative x everything changes sign.
  bool const negative = is_negative(x);
  return {(negative ? -turns : turns) & 3, upper_half == negative ? rest : -rest};
}

/// The same for a finite double-double of any size; within [-pi / 4, pi / 4] nothing happens.
constexpr quadrant reduce(double_double x) noexcept {
  if (magnitude(x.high) < 0.785) return {0, x};
  quadrant result = reduce_to_quadrant(x.high);
  if (magnitude(x.low) < 0.785) {
    result.rest = result.rest + x.low;
  } else {
    quadrant const low = reduce_to_quadrant(x.low);
    result = {(result.quarter_turns + low.quarter_turns) & 3, result.rest + low.rest};
  }
  return result;
}

}  // namespace leibniz::math::constant
