// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace leibniz {

/// A matrix of fixed shape, row-major and contiguous; an aggregate.
template <class T, int Rows, int Columns> struct matrix {
  T elements[Rows * Columns];

  constexpr T& operator()(int i, int j) { return elements[i * Columns + j]; }
  constexpr T const& operator()(int i, int j) const { return elements[i * Columns + j]; }
  static constexpr int rows() { return Rows; }
  static constexpr int cols() { return Columns; }
  constexpr T* data() { return elements; }
  constexpr T const* data() const { return elements; }
  friend constexpr bool operator==(matrix const&, matrix const&) = default;
};

}  // namespace leibniz
