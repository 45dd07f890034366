// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/functions/entry.hpp"

namespace leibniz {

/// What a rewrite may change.
enum class validity : std::uint8_t {
  always,  ///< bit for bit the same, with −0, infinities and NaN
  finite,  ///< the same for finite values (a zero may change its sign)
  real,    ///< the same over the real numbers, with another rounding
};

/// Which numbers the placeholders of a rule must be bound to.
enum class condition : std::uint8_t {
  none,
  positive,      ///< the first is a sum that cannot be 0, such as 1 + e^x
  power_of_two,  ///< the first two are constants, one a power of two: their product is exact
};

/// A rewrite: what matches `from` becomes `to`.
struct rule {
  std::string_view name;
  validity holds;
  record const* from;
  record const* to;
  condition only_if;
};

template <FormulaOrCondition From, FormulaOrCondition To>
constexpr rule make_rule(std::string_view name, validity holds, From const&, To const&,
                         condition only_if = condition::none) {
  static_assert(From::literal_count + To::literal_count == 0,
                "leibniz: numbers in rules are constants: 2_c, not 2");
  return {name, holds, &From::description(), &To::description(), only_if};
}

}  // namespace leibniz
