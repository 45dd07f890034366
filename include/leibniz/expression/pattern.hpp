// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "leibniz/expression/operand.hpp"

namespace leibniz {

/// A placeholder in a partial: 0 is the result, k the k-th argument.
template <int Index> struct pattern {
  using leibniz_formula = pattern;
  static constexpr bool is_condition = false;
  static constexpr int literal_count = 0;
  static constexpr short_text written() { return std::string_view("?"); }
  static constexpr record value{
      &operation::pattern, nullptr, 0, mix(operation::pattern.id, Index), 0, {Index, 1, {}}, {}};
  static constexpr record const& description() { return value; }
};

}  // namespace leibniz
