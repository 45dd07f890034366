// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/array.hpp"
#include "leibniz/base/diagnose.hpp"

namespace leibniz {

/// A matrix of fixed shape, row-major and contiguous; an aggregate. Its algebra is in functions/linear_algebra.hpp.
template <class T, int Rows, int Columns> struct matrix {
  c_array<T, Rows * Columns> elements;

  constexpr T& operator()(int i, int j) { return elements[i * Columns + j]; }
  constexpr T const& operator()(int i, int j) const { return elements[i * Columns + j]; }
  /// Element i of a row or a column.
  template <class Index>
  requires(Rows == 1 || Columns == 1)
  constexpr T& operator[](Index i) {
    return elements[i];
  }
  template <class Index>
  requires(Rows == 1 || Columns == 1)
  constexpr T const& operator[](Index i) const {
    return elements[i];
  }
  template <class Index>
  requires(Rows != 1 && Columns != 1)
  constexpr after_error operator[](Index const&) const {
    static_assert(never<Index>,
                  "leibniz: an entry of a matrix is read by row and column: m(i, j), as in "
                  "r.jacobian(i, j)");
    return {};
  }
  static constexpr int rows() { return Rows; }
  static constexpr int cols() { return Columns; }
  static constexpr int size() { return Rows * Columns; }
  constexpr T* data() { return elements; }
  constexpr T const* data() const { return elements; }
  constexpr T* begin() { return elements; }
  constexpr T const* begin() const { return elements; }
  constexpr T* end() { return elements + Rows * Columns; }
  constexpr T const* end() const { return elements + Rows * Columns; }
  // not defaulted: that is an error where comparing elements is not constexpr
  friend constexpr bool operator==(matrix const& a, matrix const& b) {
    for (int i = 0; i < Rows * Columns; ++i)
      if (!(a.elements[i] == b.elements[i])) return false;
    return true;
  }
};

/// A column of N elements.
template <class T, int N> using vec = matrix<T, N, 1>;

}  // namespace leibniz
