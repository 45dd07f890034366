// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "leibniz/base/array.hpp"
#include "leibniz/math/double_double.hpp"

namespace leibniz::math::constant {

/// The coefficients of a power series. The first `precise` of them matter beyond double precision.
template <int Size>
struct series {
  c_array<double_double, Size> coefficient;
  int precise;

  static constexpr int size = Size;
};

/// The series that starts with 1 and whose k-th coefficient is the one before divided by
/// `divisor(k)`.
template <int Size, class Divisor>
constexpr series<Size> make_series(int precise, Divisor divisor) noexcept {
  series<Size> result{{1.0}, precise};
  for (int k = 1; k < Size; ++k)
    result.coefficient[k] = result.coefficient[k - 1] / static_cast<double>(divisor(k));
  return result;
}

/// The value of a power series at x, by Horner's rule: the small last terms in double, the first in
/// double-double.
template <int Size>
constexpr double_double sum(series<Size> const& s, double_double x) noexcept {
  double tail = 0;
  int k = Size - 1;
  for (; k >= s.precise; --k) tail = tail * x.high + s.coefficient[k].high;
  double_double result = tail;
  for (; k >= 0; --k) result = result * x + s.coefficient[k];
  return result;
}

/// 1, 1/3, 1/5, ...: artanh(s) / s as a power series in s^2, arctan(s) / s as one in -s^2, to 2^-80
/// for s^2 <= 0.0295.
inline constexpr auto inverse_odd_series = [] {
  series<15> result{{}, 5};
  for (int k = 0; k < result.size; ++k)
    result.coefficient[k] = double_double{1.0} / static_cast<double>(2 * k + 1);
  return result;
}();

}  // namespace leibniz::math::constant
