// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/expression/operand.hpp"

namespace leibniz {

/// A named intermediate: evaluates to its formula, and `derivative(f, h)` treats it as independent.
template <fixed_string Name, Formula F> struct named {
  using leibniz_formula = named;
  using hana_tag = variable_tag;
  static constexpr bool is_condition = false;
  static constexpr int literal_count = F::literal_count;
  static constexpr auto name = Name;
  static constexpr short_text written() { return Name.view(); }
  static constexpr record const* operands[1] = {&F::description()};
  static constexpr record value{&info_of<operation::let_columns<Name>>,
                                operands,
                                1,
                                mix(mix(hash_of("let"), hash_of(Name.view())), F::description().id),
                                F::literal_count,
                                {0, 1, {}},
                                Name.view()};
  static constexpr record const& description() { return value; }

  [[no_unique_address]] detail::literals<F::literal_count> literals;

  template <class... Arguments> constexpr auto operator()(Arguments const&... arguments) const {
    return evaluate(*this, arguments...);
  }
  constexpr operator double() const { return detail::refuse_as_number<named>(); }  // an error
  /// A let is no argument: its value is its formula's.
  template <class T> constexpr after_error operator=(T const&) const {
    if constexpr (!diagnose<"a let is given a value:", Name, "give its variables their values">()) {
    }
    return {};
  }
};

/// Names an intermediate quantity: `constexpr auto h = lz::let<"h">(tanh(x * y));`.
template <fixed_string Name, class X> constexpr auto let(X const& x) {
  if constexpr (Operand<X>) {
    auto f = as_formula(x);
    return named<Name, decltype(f)>{detail::concatenate(f)};
  } else {
    static_assert(Operand<X> || std::is_same_v<X, after_error>,
                  "leibniz::let: only a formula can be named: of a condition, name "
                  "lz::where(condition, 1, 0)");
    return after_error{};
  }
}

template <class T> inline constexpr bool is_let = false;
template <fixed_string Name, Formula F> inline constexpr bool is_let<named<Name, F>> = true;

}  // namespace leibniz
