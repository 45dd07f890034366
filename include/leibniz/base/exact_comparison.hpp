// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/inline.hpp"

namespace leibniz {

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"
/// a == b, also of floating-point numbers: said by name, since a warning tells users that it is seldom meant.
template <class A, class B> LEIBNIZ_INLINE auto same_value(A const& a, B const& b) {
  return a == b;
}
#pragma GCC diagnostic pop

}  // namespace leibniz
