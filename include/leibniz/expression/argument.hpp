// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/fixed_string.hpp"

namespace leibniz {

/// A named value, made by `x = 2.0`: the argument of a call or, with a formula, a replacement.
template <fixed_string Name, class T, bool OfParameter = false> struct argument {
  using value_type = T;
  static constexpr auto name = Name;
  static constexpr bool of_parameter = OfParameter;
  T value;
};

template <class T>
concept Argument = requires(T const& a) {
  typename T::value_type;
  T::name.view();
  a.value;
};

}  // namespace leibniz
