// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/scalar.hpp"

namespace kernels {

/// The share of a normal distribution below x.
template <class T> constexpr T normal_share(T const& x) {
  return 0.5 * erfc(-x / 1.4142135623730951);
}

/// The price of a European call: spot, strike, rate, volatility, time to maturity.
/// (Black, Scholes, Journal of Political Economy 81, 1973)
template <class T> constexpr T call_price(std::array<T, 5> const& p) {
  T const &spot = p[0], &strike = p[1], &rate = p[2], &volatility = p[3], &time = p[4];
  T const spread = volatility * sqrt(time);
  T const d1 = (log(spot / strike) + (rate + 0.5 * volatility * volatility) * time) / spread;
  T const d2 = d1 - spread;
  return spot * normal_share(d1) - strike * exp(-rate * time) * normal_share(d2);
}

inline constexpr auto black_scholes =
    lz::function<lz::R<5>>([](auto const& p) { return call_price(p); });
inline constexpr std::array black_scholes_sample{42.0, 40.0, 0.1, 0.2, 0.5};

}  // namespace kernels
