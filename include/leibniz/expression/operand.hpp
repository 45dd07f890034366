// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "leibniz/expression/constant.hpp"
#include "leibniz/expression/variable.hpp"

namespace leibniz {

/// A plain number in a formula: its value is stored in the formula object, not in the type.
struct literal {
  using leibniz_formula = literal;
  static constexpr bool is_condition = false;
  static constexpr int literal_count = 1;
  static constexpr short_text written() { return std::string_view("_"); }
  static constexpr record value{&operation::literal, nullptr, 0, operation::literal.id, 1,
                                {0, 1, {}},          {}};
  static constexpr record const& description() { return value; }

  detail::literals<1> literals;
};

/// Types with a value in the type, such as Boost.Hana's integral constants.
template <class T>
concept IntegralConstant = std::is_empty_v<T> && !FormulaOrCondition<T> && requires {
  { T::value } -> std::convertible_to<std::int64_t>;
};

/// What may stand beside a formula under an operator or in a function of the table.
template <class T> concept Operand = Formula<T> || std::is_arithmetic_v<T> || IntegralConstant<T>;

/// The formula an operand stands for.
template <Operand T> constexpr auto as_formula(T const& x) {
  if constexpr (Formula<T>) return x;
  else if constexpr (std::is_arithmetic_v<T>) return literal{{{static_cast<double>(x)}}};
  else return constant<static_cast<std::int64_t>(T::value)>{};
}
template <Operand T> using as_formula_type = decltype(as_formula(std::declval<T const&>()));

}  // namespace leibniz
