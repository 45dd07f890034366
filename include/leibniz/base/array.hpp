// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>

namespace leibniz {

// Lengths and indices are ints in this library, as the shapes R<2, 3> are. The standard's lengths of arrays are not:
// here they meet, without a warning by GCC's -Wsign-conversion wherever a user's program takes an array of N elements.
template <class T, int N> using c_array = T[static_cast<std::size_t>(N)];
template <class T, int N> using std_array = std::array<T, static_cast<std::size_t>(N)>;

}  // namespace leibniz
