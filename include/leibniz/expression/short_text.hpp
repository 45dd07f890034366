// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "leibniz/expression/record.hpp"

namespace leibniz {

/// The first characters of a formula's text, as part of its type: it is what compilers print.
struct short_text {
  static constexpr int capacity = 30;
  char characters[capacity + 2]{};
  std::int8_t size = 0;
  std::int8_t precedence = 6;

  constexpr short_text() = default;
  constexpr short_text(std::string_view name_in, int binding_in = 6)
      : precedence(static_cast<std::int8_t>(binding_in)) {
    append(name_in);
  }

  constexpr void append(std::string_view more) {
    for (char c : more) {
      if (size == capacity) {  // cut: the last two characters say so
        characters[capacity - 2] = characters[capacity - 1] = '.';
        return;
      }
      characters[size++] = c;
    }
  }
  constexpr void append(std::int64_t n) {
    if (n > 9) append(n / 10);
    char const digit = static_cast<char>('0' + n % 10);
    append(std::string_view(&digit, 1));
  }
  constexpr void append(uint128 n) {
    char const digit = detail::remove_digit(n);
    if (!n.is(0)) append(n);
    append(std::string_view(&digit, 1));
  }
  constexpr void append_power(std::string_view base, int exponent) {
    append(base);
    if (exponent < 0) append("-");
    append(static_cast<std::int64_t>(exponent < 0 ? -exponent : exponent));
  }
  constexpr std::size_t length() const { return static_cast<std::size_t>(size); }
  constexpr std::string_view view() const { return {characters, length()}; }
};

/// How an operation is written.
struct text_style {
  std::string_view name;
  notation written;
  int precedence;
};

/// The text of an exact number.
constexpr short_text number_text(number const& n) {
  short_text result;
  if (n.numerator < 0) result.append("-");
  if (n.is_scaled()) {
    scaled_fraction const& f = n.scaled;
    result.append(f.above);
    if (f.twos == f.fives) result.append_power("e", f.twos);
    else if (f.twos != 0) result.append_power("*2^", f.twos);
    if (f.twos != f.fives && f.fives != 0) result.append_power("*5^", f.fives);
    if (!f.below.is(1)) {
      result.append("/");
      result.append(f.below);
    }
    result.precedence = 3;
    return result;
  }
  result.append(n.numerator < 0 ? -n.numerator : n.numerator);
  if (n.denominator != 1) {
    result.append("/");
    result.append(n.denominator);
  }
  if (n.numerator < 0 || n.denominator != 1) result.precedence = 3;
  return result;
}

/// a - (b - c) keeps its parentheses, (a - b) - c does not need them; of powers both (a^b)^c and a^(b^c) keep them,
/// and -(-a) too.
constexpr bool needs_parentheses(text_style const& operation, int operand, bool later) {
  if (operation.written == notation::call) return false;
  return operand < operation.precedence ||
         (operand == operation.precedence &&
          (later || operation.precedence == 5 || operation.written == notation::prefix));
}

/// Appends one operand of an operation.
constexpr void append_operand(short_text& result, text_style const& operation,
                              short_text const& operand, int index) {
  bool later = index > 0;
  if (later)
    result.append(operation.written == notation::infix ? operation.name : std::string_view(", "));
  bool enclose = needs_parentheses(operation, operand.precedence, later);
  if (enclose) result.append("(");
  result.append(operand.view());
  if (enclose) result.append(")");
}

/// The text of an operation on operands of known text.
template <class... Texts>
constexpr short_text compose_text(text_style const& operation, Texts const&... operands) {
  short_text result;
  result.precedence = static_cast<std::int8_t>(operation.precedence);
  int index = 0;
  if (operation.written != notation::infix) result.append(operation.name);
  bool const parentheses = operation.written == notation::call && sizeof...(operands) > 0;
  if (parentheses) result.append("(");
  (append_operand(result, operation, operands, index++), ...);
  if (parentheses) result.append(")");
  return result;
}

}  // namespace leibniz
