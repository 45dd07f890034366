// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>

#include "run/kernels.hpp"

// How each peer computes the values of a kernel and their derivatives by the active inputs, which stand first: the
// way its documentation recommends, with sizes known at compile time where it can use them.

namespace bench {

/// `Number` is a dual number that holds all partials; `Parts` knows its members.
template <class Kernel, class Number, class Parts> void by_dual_numbers(double const* in,
                                                                        double* out) {
  std::array<Number, Kernel::inputs> x;
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] = i < Kernel::active ? Parts::variable(in[i], static_cast<int>(i)) : Number(in[i]);
  auto const y = Kernel::values(x.data());
  for (std::size_t r = 0; r < y.size(); ++r) {
    out[r] = Parts::value(y[r]);
    double* const row = out + Kernel::outputs + r * Kernel::active;
    for (int k = 0; k < Kernel::active; ++k) row[k] = Parts::partial(y[r], k);
  }
}

}  // namespace bench
