// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cmath>
#include <span>
#include <vector>

#include "check.hpp"
#include "leibniz/leibniz.hpp"

// lz::map with batches, for every number of points around the number of lanes: as close to single points as the functions
// allow, the same bits wherever a point stands, and nothing read or written beyond the arrays.

namespace leibniz::test {

inline constexpr variable<"a"> a;
inline constexpr variable<"b"> b;

/// Choices, masks of choices, and functions that are computed lane by lane.
inline constexpr auto mixed_formula = [] {
  using namespace literals;
  return where(a > 0_c && !(b < a), exp(-a * b) + relu(b), sin(a) / 3_c) + max(a, b) * sign(a) +
         normal_cdf(a) + pow(abs(b) + 1_c, a) + fmod(a, 0.7_c) + lgamma(b + 4_c) * pi;
}();

inline constexpr auto mixed_function =
    function<R<2>, passive<R<>>>([](auto const& p, auto const& w) {
      auto const r = hypot(p[0], p[1]);
      return std::array{tanh(w * p[0]) * r, where(p[0] < p[1], atan2(p[1], p[0]), sigmoid(p[1]))};
    });

template <class T> struct two {
  T first, second;
};

template <class Pack> void check_maps() {
  using T = typename simd::library<Pack>::value_type;
  constexpr std::size_t lanes = simd::library<Pack>::size, guard = 3;
  T const nothing = T(-12345), tolerance = std::numeric_limits<T>::epsilon() * 32;
  for (std::size_t n = 0; n <= 2 * lanes + 1; ++n) {
    // behind the last point stands what would trap or be seen
    std::vector<T> xs(n + guard, std::numeric_limits<T>::quiet_NaN()), ys = xs;
    std::vector<T> values(n + guard, nothing), by_x = values, by_y = values;
    for (std::size_t i = 0; i < n; ++i) {
      xs[i] = static_cast<T>(0.37) * static_cast<T>(i) - 2;
      ys[i] = 2 - static_cast<T>(0.17) * static_cast<T>(i);
    }
    auto const points = [&](std::vector<T>& of) { return std::span(of.data(), n); };
    map<Pack>(gradient(mixed_formula), a = points(xs), b = points(ys),
              out(points(values), components(points(by_x), points(by_y))));
    for (std::size_t i = 0; i < n; ++i) {
      auto const expected = gradient(mixed_formula)(a = xs[i], b = ys[i]);
      CHECK(std::abs(values[i] - expected.value) <= tolerance * (1 + std::abs(expected.value)));
      CHECK(std::abs(by_x[i] - expected[a]) <= tolerance * (1 + std::abs(expected[a])));
      CHECK(std::abs(by_y[i] - expected[b]) <= tolerance * (1 + std::abs(expected[b])));
      // alone, the point gives the same bits
      T value = 0, alone_x = 0, alone_y = 0;
      map<Pack>(gradient(mixed_formula), a = std::span(&xs[i], 1), b = std::span(&ys[i], 1),
                out(&value, components(&alone_x, &alone_y)));
      CHECK(bits(value) == bits(values[i]));
      CHECK(bits(alone_x) == bits(by_x[i]));
      CHECK(bits(alone_y) == bits(by_y[i]));
    }
    for (std::size_t i = n; i < n + guard; ++i) {
      CHECK(values[i] == nothing);
      CHECK(by_x[i] == nothing);
      CHECK(by_y[i] == nothing);
    }

    // an array of structures in, matrices out, one weight for all
    std::vector<two<T>> structs(n);
    for (std::size_t i = 0; i < n; ++i) structs[i] = {xs[i], ys[i]};
    std::vector<std::array<T, 2>> results(n + 1, {nothing, nothing});
    std::vector<matrix<T, 2, 2>> jacobians(n + 1);
    map<Pack>(jacobian(mixed_function), structs, T(0.75),
              out(std::span(results).first(n), std::span(jacobians).first(n)));
    for (std::size_t i = 0; i < n; ++i) {
      auto const expected = jacobian(mixed_function)(std::array{xs[i], ys[i]}, T(0.75));
      for (std::size_t k = 0; k < 2; ++k)
        CHECK(std::abs(results[i][k] - expected.value[k]) <= tolerance * 4);
      for (int k = 0; k < 4; ++k)
        CHECK(std::abs(jacobians[i].elements[k] - expected.jacobian.elements[k]) <= tolerance * 4);
    }
    CHECK(results[n][0] == nothing);
  }
}

/// Whole numbers, elements of another type, and destinations of another.
template <class Pack> void check_conversions() {
  using T = typename simd::library<Pack>::value_type;
  using namespace literals;
  std::vector<int> const whole{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
  std::vector<T> const halves(17, T(0.5));
  std::vector<long double> results(17);
  map<Pack>(a * b + 1_c, a = whole, b = halves, out(results));
  for (std::size_t i = 0; i < 17; ++i)
    CHECK(results[i] == static_cast<long double>(whole[i]) / 2 + 1);
}

}  // namespace leibniz::test
