// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "leibniz/base/exact_comparison.hpp"
#include "leibniz/base/number.hpp"
#include "leibniz/expression/formula.hpp"

namespace leibniz {

/// An exact number in the type: `lz::constant<2>`, `lz::constant<1, 3>` (one third), `2_c`, `0.5_c`. The third
/// parameter is for numbers that do not fit the first two (see `number`).
template <std::int64_t Numerator, std::int64_t Denominator = 1,
          scaled_fraction Scaled = scaled_fraction{}>
struct constant {
  static_assert(Denominator > 0 || Scaled.below.low != 0,
                "leibniz::constant: the denominator must be positive");
  using leibniz_formula = constant;
  static constexpr bool is_condition = false;
  static constexpr int literal_count = 0;
  static constexpr number exact = Denominator > 0 ? rational(Numerator, Denominator)
                                                  : number{Numerator, Denominator, Scaled};
  static constexpr short_text written() { return number_text(exact); }
  /// As written: 2/4 and 1/2 are two types and must not share what is registered under an id.
  static constexpr std::uint64_t id =
      mix(operation::constant.id, number{Numerator, Denominator, Scaled}.hash());
  static constexpr record value{&operation::constant, nullptr, 0, id, 0, exact, {}};
  static constexpr record const& description() { return value; }
  constexpr operator double() const { return detail::refuse_as_number<constant>(); }  // an error
};

namespace detail {

/// Whether an exact number is one for a double: neither infinite nor, where it is not 0, rounded to 0.
constexpr bool fits_double(number const& n) {
  if (n.denominator >= 0) return n.exact();
  double const value = n.as_double();
  return is_finite(value) && (!same_value(value, 0.0) || n.zero());
}

struct parsed_constant {
  number value = integer(0);
  bool valid = true, short_enough = true, in_range = true;
};

/// Reads 12, 0.5, 1'000, 2.5e-3, 0x1.8p-1074.
template <char... Characters> constexpr parsed_constant parse_constant() {
  constexpr char text[] = {Characters..., '\0'};
  bool const hexadecimal = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
  unsigned const base = hexadecimal ? 16 : 10;
  parsed_constant result;
  uint128 digits{0, 0};
  int zeros = 0, places = 0, exponent = 0;  // zeros: at the end of the digits, not yet multiplied
  bool in_exponent = false, in_fraction = false, negative_exponent = false;
  for (char const* at = text + (hexadecimal ? 2 : 0); *at != '\0'; ++at) {
    char const c = static_cast<char>(*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at);
    unsigned const digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                                                  : 99;
    if (c == '\'' || (in_exponent && c == '+')) continue;
    if (in_exponent && c == '-') {
      negative_exponent = true;
    } else if (in_exponent) {
      if (digit > 9) result.valid = false;
      else if (exponent < 10000) exponent = 10 * exponent + static_cast<int>(digit);
    } else if (c == (hexadecimal ? 'p' : 'e')) {
      in_exponent = true;
    } else if (c == '.') {
      in_fraction = true;
    } else if (digit >= base) {
      result.valid = false;
    } else {
      if (in_fraction) ++places;
      ++zeros;
      if (digit == 0) continue;
      for (; zeros > 0 && result.short_enough; --zeros) {
        result.short_enough = product_fits(digits, {0, base});
        digits = digits * uint128{0, base};
      }
      digits = digits + uint128{0, digit};
      result.short_enough = result.short_enough && !(digits < uint128{0, digit});
    }
  }
  if (!result.valid || !result.short_enough || digits.is(0)) return result;
  int const power = negative_exponent ? -exponent : exponent, moved = zeros - places;
  number const value = hexadecimal ? number_of(false, digits, {0, 1}, power + 4 * moved, 0)
                                   : number_of(false, digits, {0, 1}, power + moved, power + moved);
  result.in_range = fits_double(value);
  if (result.in_range) result.value = value;
  return result;
}

/// What a literal stands for. (Local constants of the operator would be made anew each time that it is evaluated.)
template <char... Characters>
inline constexpr parsed_constant literal_constant = parse_constant<Characters...>();

}  // namespace detail

inline namespace literals {

/// An exact constant: `2_c`, `0.5_c`, `1.380649e-23_c`, `0x1p-1074_c`; `1_c / 3_c` is one third. It has up to 38 digits
/// and is rounded once, to the number type of the call. An error where a double cannot hold it.
template <char... Characters> constexpr auto operator""_c() {
  static_assert(detail::literal_constant<Characters...>.valid,
                "leibniz: a _c constant is a decimal or hexadecimal number");
  static_assert(detail::literal_constant<Characters...>.short_enough,
                "leibniz: a _c constant has at most 38 digits");
  static_assert(
      detail::literal_constant<Characters...>.in_range,
      "leibniz: a _c constant is a number in the range of double: 0, or from 4.9e-324 to 1.8e308");
  using literal = constant<detail::literal_constant<Characters...>.value.numerator,
                           detail::literal_constant<Characters...>.value.denominator,
                           detail::literal_constant<Characters...>.value.scaled>;
  return literal{};
}

}  // namespace literals

}  // namespace leibniz
