// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace leibniz::math::detail {

/// A function's value at one point, its value at another, and the difference of the two, formed without cancellation:
/// arithmetic with such numbers takes a function's body to its difference, as dual numbers take it to its derivative.
template <class T> struct secant {
  T here, there, difference;  ///< there is here + difference

  constexpr secant(double leibniz_constant)
      : here(static_cast<T>(leibniz_constant)), there(here), difference(static_cast<T>(0.0)) {}
  constexpr secant(T const& leibniz_here, T const& leibniz_there, T const& leibniz_difference)
      : here(leibniz_here), there(leibniz_there), difference(leibniz_difference) {}

  friend constexpr secant operator+(secant const& a, secant const& b) {
    return {a.here + b.here, a.there + b.there, a.difference + b.difference};
  }
  friend constexpr secant operator-(secant const& a) { return {-a.here, -a.there, -a.difference}; }
  friend constexpr secant operator-(secant const& a, secant const& b) { return a + -b; }
  friend constexpr secant operator*(secant const& a, secant const& b) {
    return {a.here * b.here, a.there * b.there, a.here * b.difference + a.difference * b.there};
  }
  friend constexpr secant operator/(secant const& a, secant const& b) {
    T const quotient = a.here / b.here;
    return {quotient, a.there / b.there, (a.difference - quotient * b.difference) / b.there};
  }
};

}  // namespace leibniz::math::detail
