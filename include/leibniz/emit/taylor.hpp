// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <utility>

#include "leibniz/emit/jacobian.hpp"
#include "leibniz/functions/arithmetic.hpp"

namespace leibniz {

namespace detail {

constexpr std::int64_t factorial(int n) { return n < 2 ? 1 : n * factorial(n - 1); }

template <class F, class X, int... K>
constexpr auto taylor_terms(F const& f, X const& x, std::integer_sequence<int, K...>) {
  return vector(derivative<K>(f, x) * constant<1, factorial(K)>{}...);
}

}  // namespace detail

/// The first N Taylor coefficients of a formula in one variable: called with named arguments it gives
/// f, f', f''/2, … at that point as a std::array. Complexity: N² operations for each of the formula's (derive/series.hpp).
template <int N, Formula F, class X> constexpr auto taylor(F const& f, X const& x) {
  static_assert(N > 0 && N <= 20, "leibniz::taylor<N>: N is 1 to 20");
  return detail::taylor_terms(f, x, std::make_integer_sequence<int, N>{});
}
template <int N, Formula F> constexpr after_error taylor(F const&) {
  static_assert(never<F>, "leibniz::taylor: in which variable? lz::taylor<5>(f, x)");
  return {};
}
template <class F, class... Xs> constexpr after_error taylor(F const&, Xs const&...) {
  static_assert(never<F>,
                "leibniz::taylor: how many coefficients? lz::taylor<5>(f, x), of a function "
                "lz::taylor<5>(f)");
  return {};
}

}  // namespace leibniz
