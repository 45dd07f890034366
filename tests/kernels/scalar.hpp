// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>

#include "leibniz/leibniz.hpp"

// What the kernels share. A kernel is a function template of the number type: ordinary C++ that runs with double, with
// the library's traced scalars and with the numbers of other libraries, which bring their own functions.

namespace kernels {

namespace lz = leibniz;

// of built-in numbers, in constant expressions too
using lz::acos;
using lz::atan;
using lz::cos;
using lz::erfc;
using lz::exp;
using lz::log;
using lz::pow;
using lz::sin;
using lz::sqrt;
using lz::tan;
using lz::tanh;

/// The choice of numbers whose comparison is a bool (or ADOL-C's int).
template <std::integral Condition, class T>
constexpr T where(Condition condition, T const& a, T const& b) {
  return condition ? a : b;
}

template <class T> using vec3 = std::array<T, 3>;
/// Three rows of three.
template <class T> using mat3 = std::array<T, 9>;

template <class T> constexpr T square_of(T const& x) { return x * x; }
template <class T> constexpr T dot(vec3<T> const& a, vec3<T> const& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
template <class T> constexpr vec3<T> cross(vec3<T> const& a, vec3<T> const& b) {
  return {{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]}};
}
template <class T> constexpr vec3<T> multiply(mat3<T> const& m, vec3<T> const& x) {
  return {{m[0] * x[0] + m[1] * x[1] + m[2] * x[2], m[3] * x[0] + m[4] * x[1] + m[5] * x[2],
           m[6] * x[0] + m[7] * x[1] + m[8] * x[2]}};
}
template <class T> constexpr mat3<T> multiply(mat3<T> const& a, mat3<T> const& b) {
  mat3<T> r;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      r[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
  return r;
}

}  // namespace kernels
