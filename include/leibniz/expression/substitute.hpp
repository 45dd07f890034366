// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <type_traits>

#include "leibniz/expression/derivative_of.hpp"

namespace leibniz {

namespace detail {

struct end_of_replacements {
  using leibniz_formula = end_of_replacements;
  static constexpr bool is_condition = false;
  static constexpr int literal_count = 0;
  static constexpr short_text written() { return std::string_view(""); }
  static constexpr record value{&operation::no_replacement,
                                nullptr,
                                0,
                                operation::no_replacement_columns::id,
                                0,
                                {0, 1, {}},
                                {}};
  static constexpr record const& description() { return value; }
};

template <class Replacement, class... All> constexpr bool replaced_once() {
  if constexpr ((int{Replacement::name.view() == All::name.view()} + ...) > 1)
    return diagnose<"replaced twice:", Replacement::name, "keep one of the two">();
  return true;
}

constexpr end_of_replacements replacements() { return {}; }
template <Argument First, Argument... More> constexpr auto replacements(First const& first,
                                                                        More const&... more) {
  static_assert(
      Operand<typename First::value_type>,
      "leibniz::substitute: the replacement is neither a formula nor a number: write x = sin(y)");
  using replaced =
      std::conditional_t<First::of_parameter, parameter<First::name>, variable<First::name>>;
  return compose<operation::replacement_columns>(replaced{}, as_formula(first.value),
                                                 replacements(more...));
}

}  // namespace detail

/// The formula with variables replaced, all at once: `substitute(f, x = sin(y), y = x)`.
template <class F, class... Replacements>
constexpr auto substitute(F const& f, Replacements const&... replacements) {
  if constexpr (!detail::require_formula<F>()) {
    return after_error{};
  } else if constexpr (!(Argument<Replacements> && ...)) {
    static_assert((Argument<Replacements> && ...),
                  "leibniz::substitute: say what is replaced by what: substitute(f, x = sin(y))");
    return after_error{};
  } else if constexpr (!(detail::replaced_once<Replacements, Replacements...>() && ...)) {
    return after_error{};
  } else {
    return compose<operation::substitution_columns>(f, detail::replacements(replacements...));
  }
}

}  // namespace leibniz
