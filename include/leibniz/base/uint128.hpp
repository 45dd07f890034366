// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

namespace leibniz {

/// A natural number below 2^128. (Compilers for 32 bits have none of their own.)
struct uint128 {
  std::uint64_t high, low;

  constexpr bool is(std::uint64_t n) const { return high == 0 && low == n; }
  constexpr int width() const {
    return high != 0 ? 128 - std::countl_zero(high) : 64 - std::countl_zero(low);
  }
  /// How many times 2 divides a number that is not 0.
  constexpr int twos() const {
    return low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high);
  }
  friend constexpr bool operator==(uint128 const& a, uint128 const& b) {
    return a.high == b.high && a.low == b.low;
  }
  friend constexpr bool operator<(uint128 const& a, uint128 const& b) {
    return a.high != b.high ? a.high < b.high : a.low < b.low;
  }
};

constexpr uint128 operator<<(uint128 const& a, int n) {
  if (n == 0) return a;
  if (n >= 64) return {a.low << (n - 64), 0};
  return {a.high << n | a.low >> (64 - n), a.low << n};
}
constexpr uint128 operator>>(uint128 const& a, int n) {
  if (n == 0) return a;
  if (n >= 64) return {0, a.high >> (n - 64)};
  return {a.high >> n, a.low >> n | a.high << (64 - n)};
}
/// Modulo 2^128.
constexpr uint128 operator-(uint128 const& a, uint128 const& b) {
  return {a.high - b.high - (a.low < b.low ? 1u : 0u), a.low - b.low};
}
constexpr uint128 operator+(uint128 const& a, uint128 const& b) {
  std::uint64_t const low = a.low + b.low;
  return {a.high + b.high + (low < a.low ? 1u : 0u), low};
}
namespace detail {
constexpr uint128 wide_product(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t half = 0xffff'ffff;
  std::uint64_t const a0 = a & half, a1 = a >> 32, b0 = b & half, b1 = b >> 32;
  std::uint64_t const middle = a1 * b0 + (a0 * b0 >> 32), rest = a0 * b1 + (middle & half);
  return {a1 * b1 + (middle >> 32) + (rest >> 32), a * b};
}
}  // namespace detail

/// Modulo 2^128.
constexpr uint128 operator*(uint128 const& a, uint128 const& b) {
  uint128 result = detail::wide_product(a.low, b.low);
  result.high += a.high * b.low + a.low * b.high;
  return result;
}
namespace detail {

constexpr bool product_fits(uint128 const& a, uint128 const& b) {
  if (a.high != 0 && b.high != 0) return false;
  uint128 const crossed = a.high != 0 ? wide_product(a.high, b.low) : wide_product(b.high, a.low);
  return crossed.high == 0 && wide_product(a.low, b.low).high <= ~std::uint64_t{0} - crossed.low;
}

/// The number modulo 2^128 that an odd number is multiplied by to 1. (Newton; each step doubles the bits that are right.)
constexpr uint128 inverse(uint128 const& odd) {
  std::uint64_t low = 3 * odd.low ^ 2;  // 5 bits
  for (int bits = 5; bits < 64; bits *= 2) low *= 2 - odd.low * low;
  uint128 const half{0, low};
  return half * (uint128{0, 2} - odd * half);
}
/// a / b where b is odd and divides a.
constexpr uint128 exact_quotient(uint128 const& a, uint128 const& b) {
  return b.is(1) ? a : a * inverse(b);
}
/// Divides by 5 as often as that leaves no rest, at most `most` times; how often.
constexpr int remove_fives(uint128& a, int most) {
  constexpr uint128 fifth = inverse({0, 5}), largest = uint128{0, 0} - fifth;  // (2^128 − 1)/5
  for (int result = 0;; ++result) {
    uint128 const next = a * fifth;
    if (result == most || largest < next) return result;
    a = next;
  }
}

/// Divides by 10; the last decimal digit.
constexpr char remove_digit(uint128& a) {
  std::uint64_t rest = a.high % 10;
  a.high /= 10;
  std::uint64_t quotient = 0;
  for (int shift = 32; shift >= 0; shift -= 32) {
    rest = rest << 32 | (a.low >> shift & 0xffff'ffff);
    quotient = quotient << 32 | rest / 10;
    rest %= 10;
  }
  a.low = quotient;
  return static_cast<char>('0' + rest);
}

/// Of odd numbers. Complexity: a step for about each bit and a half. (Stein, 1967)
constexpr uint128 gcd(uint128 a, uint128 b) {
  while (!(a == b)) {
    if (a.is(1) || b.is(1)) return {0, 1};
    if (a < b) {
      uint128 const larger = b;
      b = a;
      a = larger;
    }
    a = a - b;
    a = a >> a.twos();
  }
  return a;
}

}  // namespace detail

}  // namespace leibniz
