// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstdint>

#include "leibniz/base/uint128.hpp"

namespace leibniz {

/// A natural number below 2^1312: enough for any double and its decimal scale, exactly. Nothing is checked.
class natural {
 public:
  constexpr natural(std::uint64_t value_in) {
    for (; value_in != 0; value_in >>= 32) limbs_[size_++] = static_cast<std::uint32_t>(value_in);
  }
  constexpr natural(uint128 value_in) {
    for (; !value_in.is(0); value_in = value_in >> 32)
      limbs_[size_++] = static_cast<std::uint32_t>(value_in.low);
  }

  constexpr bool is_zero() const { return size_ == 0; }
  /// How many bits it has.
  constexpr int width() const {
    return size_ == 0 ? 0 : 32 * size_ - std::countl_zero(limbs_[size_ - 1]);
  }

  constexpr natural& operator*=(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (int i = 0; i < size_; ++i) {
      carry += std::uint64_t{limbs_[i]} * factor;
      limbs_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) limbs_[size_++] = static_cast<std::uint32_t>(carry);
    return *this;
  }
  constexpr natural& times_power_of_two(int n) {
    for (; n >= 31; n -= 31) *this *= std::uint32_t{1} << 31;
    return *this *= std::uint32_t{1} << n;
  }
  constexpr natural& times_power_of_five(int n) {
    for (; n >= 13; n -= 13) *this *= 1'220'703'125;
    for (; n > 0; --n) *this *= 5;
    return *this;
  }
  constexpr natural& times_power_of_ten(int n) {
    for (; n >= 9; n -= 9) *this *= 1'000'000'000;
    for (; n > 0; --n) *this *= 10;
    return *this;
  }
  constexpr natural& operator+=(natural const& b) {
    std::uint64_t carry = 0;
    for (int i = 0; i < b.size_ || carry != 0; ++i) {
      carry += std::uint64_t{i < size_ ? limbs_[i] : 0} + (i < b.size_ ? b.limbs_[i] : 0);
      if (i == size_) ++size_;
      limbs_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    return *this;
  }
  /// b ≤ *this.
  constexpr natural& operator-=(natural const& b) {
    std::uint64_t borrow = 0;
    for (int i = 0; i < size_; ++i) {
      std::uint64_t const less = (i < b.size_ ? b.limbs_[i] : 0) + borrow;
      borrow = limbs_[i] < less ? 1 : 0;
      limbs_[i] = static_cast<std::uint32_t>(limbs_[i] - less);
    }
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
    return *this;
  }
  /// *this / b, which is below 2^32, and leaves the rest. The width of b is a multiple of 32. (Knuth: TAOCP, 4.3.1 D)
  constexpr std::uint32_t divide_by(natural const& b) {
    int const last = b.size_ - 1;
    if (size_ <= last) return 0;
    std::uint64_t const above = size_ > b.size_ ? limbs_[b.size_] : 0;
    std::uint64_t digit = (above << 32 | limbs_[last]) / b.limbs_[last];
    if (digit > 0xffff'ffff) digit = 0xffff'ffff;
    if (digit == 0) return 0;
    natural multiple = b;
    multiple *= static_cast<std::uint32_t>(digit);
    for (; multiple.compare(*this) > 0; --digit) multiple -= b;  // at most twice
    *this -= multiple;
    return static_cast<std::uint32_t>(digit);
  }
  friend constexpr natural operator+(natural a, natural const& b) { return a += b; }
  /// Below 0, 0 or above, as *this is less than, equal to or greater than b.
  constexpr int compare(natural const& b) const {
    if (size_ != b.size_) return size_ - b.size_;
    for (int i = size_ - 1; i >= 0; --i)
      if (limbs_[i] != b.limbs_[i]) return limbs_[i] < b.limbs_[i] ? -1 : 1;
    return 0;
  }

 private:
  std::uint32_t limbs_[41]{};
  int size_ = 0;
};

}  // namespace leibniz
