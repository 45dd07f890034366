// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/black_scholes.hpp"
#include "kernels/bundle_adjustment.hpp"
#include "kernels/flat.hpp"
#include "kernels/kalman_filter.hpp"
#include "kernels/network.hpp"
#include "kernels/robot_arm.hpp"

// The subjects of the benchmark: those of tests/kernels, and the few more that it is about.

namespace kernels {

// Intermediates have the number type by name: some peers' operators return expressions that refer to their operands.

/// Rosenbrock's valley.
template <class T> constexpr T valley(std::array<T, 2> const& p) {
  T const a = 1.0 - p[0], b = p[1] - p[0] * p[0];
  return a * a + 100.0 * (b * b);
}
inline constexpr auto rosenbrock = lz::function<lz::R<2>>([](auto const& p) { return valley(p); });

/// Ratkowsky's growth curve, NIST's problem Rat43: four parameters, one measured x.
template <class T> constexpr T growth(std::array<T, 4> const& b, T const& x) {
  T const base = 1.0 + exp(b[1] - b[2] * x), exponent = 1.0 / b[3];
  return b[0] / pow(base, exponent);
}
inline constexpr auto rat43 = lz::function<lz::R<4>, lz::passive<lz::R<>>>(
    [](auto const& b, auto const& x) { return growth(b, x); });

/// 64 times t = sin(t)·t, which written out is 2^64 terms.
inline constexpr auto shared_64 = lz::function<lz::R<>>([](auto const& x) {
  auto t = x;
  for (int k = 0; k < 64; ++k) t = sin(t) * t;
  return t;
});

/// 333 times t = t·x + sin(t), with eight x in turn: 999 operations in a row.
inline constexpr auto chain_1000 = lz::function<lz::R<8>>([](auto const& x) {
  auto t = x[0];
  for (std::size_t k = 0; k < 333; ++k) t = t * x[k % 8] + sin(t);
  return t;
});

}  // namespace kernels
