// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <random>

#include "check.hpp"
#include "graph/interpreter.hpp"
#include "leibniz/interop/lanes.hpp"

// The functions that lane_functions.hpp computes against 100 digits, at many numbers of their whole range. (Extraordinary numbers,
// and that a lane depends on itself only: lane_rows.hpp.)

namespace leibniz::test {

/// How far a number is from the exact one, in units of the exact one's last place.
template <class T> double units(T found, big const& exact) {
  using limits = std::numeric_limits<T>;
  int exponent = 0;
  std::frexp(static_cast<double>(exact), &exponent);
  exponent = std::max(exponent, limits::min_exponent) - limits::digits;
  return static_cast<double>(abs(big(found) - exact) / ldexp(big(1), exponent));
}

/// Samples give pairs; the larger their number, the nearer the worst of them is to the worst of all.
template <class Pack, class Sample, class F, class Exact>
void check_units(char const* name, double allowed, Sample const& sample, F const& f,
                 Exact const& exact) {
  using V = simd::lanes<Pack>;
  using T = typename V::value_type;
  std::mt19937_64 random(3);
  double worst = 0;
  std::array<T, 2> at{};
  for (int i = 0; i < 640; i += V::size) {
    T x[V::size], y[V::size], found[V::size];
    for (int k = 0; k < V::size; ++k) {
      std::array<double, 2> const point = sample(random);
      x[k] = static_cast<T>(point[0]);
      y[k] = static_cast<T>(point[1]);
    }
    f(V::load(x), V::load(y)).store(found);
    for (int k = 0; k < V::size; ++k) {
      double const apart = units(found[k], exact(big(x[k]), big(y[k])));
      if (!(apart <= worst)) worst = apart, at = {x[k], y[k]};
    }
  }
  INFO(name << " on " << V::size << " lanes, worst at " << at[0] << ", " << at[1]);
  CHECK(worst <= allowed);
}

template <class Pack> void check_accuracy() {
  using V = simd::lanes<Pack>;
  using T = typename V::value_type;
  constexpr bool is_double = std::is_same_v<T, double>;
  constexpr double largest_logarithm = is_double ? 708 : 87;
  auto const between = [](double from, double to) {
    return [=](std::mt19937_64& random) {
      return std::array{std::uniform_real_distribution<double>(from, to)(random), 0.0};
    };
  };
  auto const check = [&](char const* name, double allowed, auto const& sample, auto const& f,
                         auto const& exact) {
    check_units<Pack>(
        name, allowed, sample, [&](V const& x, V const&) { return f(x); },
        [&](big const& x, big const&) { return big(exact(x)); });
  };
  auto const positive = [](std::mt19937_64& random) {
    return std::array{std::exp(std::uniform_real_distribution<double>(-largest_logarithm,
                                                                      largest_logarithm)(random)),
                      0.0};
  };
  auto const lanes_exp = [](V const& x) { return exp(x); };
  auto const exact_exp = [](big const& x) { return exp(x); };
  check("exp", 1.2, between(-1, 1), lanes_exp, exact_exp);
  check("exp, far", 1.2, between(-1.04 * largest_logarithm, largest_logarithm), lanes_exp,
        exact_exp);
  auto const lanes_log = [](V const& x) { return log(x); };
  auto const exact_log = [](big const& x) { return log(x); };
  check("log", 0.8, between(0.5, 2), lanes_log, exact_log);
  check("log, far", 0.8, positive, lanes_log, exact_log);
  for (double to : {4.0, 1000.0, 1e6, is_double ? 1e14 : 1e6}) {
    check(
        "sin", 1.6, between(-to, to), [](V const& x) { return sin(x); },
        [](big const& x) { return sin(x); });
    check(
        "cos", 1.6, between(-to, to), [](V const& x) { return cos(x); },
        [](big const& x) { return cos(x); });
  }
  // next to multiples of a right angle, where all but the last bits cancel
  auto const near_roots = [](std::mt19937_64& random) {
    return std::array{1.5707963267948966 * static_cast<double>(random() % 4000), 0.0};
  };
  check(
      "sin, near roots", 1.2, near_roots, [](V const& x) { return sin(x); },
      [](big const& x) { return sin(x); });
  check(
      "cos, near roots", 1.2, near_roots, [](V const& x) { return cos(x); },
      [](big const& x) { return cos(x); });
  auto const lanes_erfc = [](V const& x) { return erfc(x); };
  auto const exact_erfc = [](big const& x) { return boost::math::erfc(x); };
  check("erfc", 2, between(-6, 6), lanes_erfc, exact_erfc);
  check("erfc, far", 2.2, between(0, is_double ? 27.2 : 10), lanes_erfc, exact_erfc);

  // bases near 1 and far away, exponents up to where x^y ends
  auto const power = [&](char const* name, double from, double to) {
    check_units<Pack>(
        name, 1.4,
        [=](std::mt19937_64& random) {
          std::uniform_real_distribution<double> logarithm(from, to),
              result(-largest_logarithm, largest_logarithm);
          double const base = std::exp(logarithm(random));
          double const of_base = std::log(static_cast<double>(static_cast<T>(base)));
          return std::array{base, of_base == 0 ? 1.0 : result(random) / of_base};
        },
        [](V const& x, V const& y) { return pow(x, y); },
        [](big const& x, big const& y) { return big(pow(x, y)); });
  };
  power("pow", -2, 2);
  power("pow, near 1", -1e-3, 1e-3);
  power("pow, far", -largest_logarithm, largest_logarithm);
}

}  // namespace leibniz::test
