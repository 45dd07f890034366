// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/expression/formula.hpp"

namespace leibniz {

/// An exact number in the type: `lz::constant<2>`, `lz::constant<1, 3>` (one third), `2_c`, `0.5_c`.
template <std::int64_t Numerator, std::int64_t Denominator = 1> struct constant {
  static_assert(Denominator > 0, "leibniz::constant: the denominator must be positive");
  using leibniz_formula = constant;
  static constexpr bool is_condition = false;
  static constexpr int literal_count = 0;
  static constexpr number exact = rational(Numerator, Denominator);
  static constexpr short_text written() { return number_text(exact); }
  /// As written: 2/4 and 1/2 are two types and must not share what is registered under an id.
  static constexpr std::uint64_t id =
      mix(mix(operation::constant.id, static_cast<std::uint64_t>(Numerator)), Denominator);
  static constexpr record value{&operation::constant, nullptr, 0, id, 0, exact, {}};
  static constexpr record const& description() { return value; }
};

namespace detail {

struct decimal {
  std::int64_t numerator = 0, denominator = 1;
  bool valid = true;
};

/// Reads 12, 0.5, 1'000, 2.5e-3; not valid when it is no decimal number or does not fit 18 digits.
template <char... Characters> constexpr decimal parse_decimal() {
  decimal result;
  int exponent = 0, sign = 1, fraction = 0;
  bool in_exponent = false, in_fraction = false;
  constexpr std::int64_t limit = 100'000'000'000'000'000;
  for (char c : {Characters...}) {
    if (c == '\'') continue;
    if (c == 'e' || c == 'E') in_exponent = true;
    else if (c == '.' && !in_exponent) in_fraction = true;
    else if (in_exponent && c == '-') sign = -1;
    else if (in_exponent && c == '+') sign = 1;
    else if (c < '0' || c > '9') result.valid = false;
    else if (in_exponent) exponent = 10 * exponent + (c - '0');
    else {
      if (result.numerator >= limit) result.valid = false;
      else result.numerator = 10 * result.numerator + (c - '0');
      if (in_fraction) ++fraction;
    }
    if (exponent > 40) result.valid = false;
  }
  int shift = sign * exponent - fraction;
  for (; result.valid && shift > 0; --shift) {
    if (result.numerator >= limit) result.valid = false;
    else result.numerator *= 10;
  }
  for (; result.valid && shift < 0; ++shift) {
    if (result.numerator % 10 == 0) result.numerator /= 10;
    else if (result.denominator >= limit) result.valid = false;
    else result.denominator *= 10;
  }
  return result;
}

}  // namespace detail

inline namespace literals {

/// An exact constant: `2_c`, `0.5_c`, `1e-3_c`; `1_c / 3_c` is one third.
template <char... Characters> constexpr auto operator""_c() {
  constexpr detail::decimal d = detail::parse_decimal<Characters...>();
  static_assert(d.valid, "leibniz: a _c constant is a decimal number of at most 17 digits");
  constexpr number n = d.valid ? rational(d.numerator, d.denominator) : integer(0);
  return constant<n.numerator, n.denominator>{};
}

}  // namespace literals

}  // namespace leibniz
