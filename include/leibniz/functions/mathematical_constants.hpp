// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <type_traits>

#include "leibniz/functions/entry.hpp"
#include "leibniz/math/exponential.hpp"
#include "leibniz/math/inverse_trigonometric.hpp"

namespace leibniz {

struct pi_entry : entry<pi_entry, "pi", 0> {
  static constexpr char const* latex = "\\pi";
  static constexpr bool calls_library = false;
  static constexpr bool passive = true;
  template <class T> LEIBNIZ_INLINE static T constant() {
    if constexpr (!std::is_floating_point_v<T>)
      return T(4) * math::atan(T(1));  // to its own precision
    else return static_cast<T>(3.14159265358979323846264338327950288L);
  }
};

struct e_entry : entry<e_entry, "e", 0> {
  static constexpr char const* latex = "e";
  static constexpr bool calls_library = false;
  static constexpr bool passive = true;
  template <class T> LEIBNIZ_INLINE static T constant() {
    if constexpr (!std::is_floating_point_v<T>) return math::exp(T(1));
    else return static_cast<T>(2.71828182845904523536028747135266250L);
  }
};

inline constexpr auto pi = compose<pi_entry>();
inline constexpr auto e = compose<e_entry>();

}  // namespace leibniz
