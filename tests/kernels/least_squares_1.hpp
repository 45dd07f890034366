// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/least_squares.hpp"

namespace kernels {

struct rosenbrock {  // 1
  static constexpr std::array start{-1.2, 1.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 2> residuals(std::array<T, 2> const& x) {
    return {{10.0 * (x[1] - x[0] * x[0]), 1.0 - x[0]}};
  }
};

struct freudenstein_roth {  // 2
  static constexpr std::array start{0.5, -2.0};
  static constexpr std::array minima{0.0, 48.9842};
  template <class T> static constexpr std::array<T, 2> residuals(std::array<T, 2> const& x) {
    return {{-13.0 + x[0] + ((5.0 - x[1]) * x[1] - 2.0) * x[1],
             -29.0 + x[0] + ((x[1] + 1.0) * x[1] - 14.0) * x[1]}};
  }
};

struct powell_badly_scaled {  // 3
  static constexpr std::array start{0.0, 1.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 2> residuals(std::array<T, 2> const& x) {
    return {{1e4 * x[0] * x[1] - 1.0, exp(-x[0]) + exp(-x[1]) - 1.0001}};
  }
};

struct brown_badly_scaled {  // 4
  static constexpr std::array start{1.0, 1.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 3> residuals(std::array<T, 2> const& x) {
    return {{x[0] - 1e6, x[1] - 2e-6, x[0] * x[1] - 2.0}};
  }
};

struct beale {  // 5
  static constexpr std::array start{1.0, 1.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 3> residuals(std::array<T, 2> const& x) {
    T const square = x[1] * x[1];
    return {{1.5 - x[0] * (1.0 - x[1]), 2.25 - x[0] * (1.0 - square),
             2.625 - x[0] * (1.0 - square * x[1])}};
  }
};

struct jennrich_sampson {  // 6
  static constexpr std::array start{0.3, 0.4};
  static constexpr std::array minima{124.362};
  template <class T> static constexpr std::array<T, 10> residuals(std::array<T, 2> const& x) {
    std::array<T, 10> r;
    for (std::size_t i = 0; i < 10; ++i) {
      double const k = real(i + 1);
      r[i] = 2.0 + 2 * k - (exp(k * x[0]) + exp(k * x[1]));
    }
    return r;
  }
};

/// The angle jumps at x1 = 0: derivatives are for x1 ≠ 0.
struct helical_valley {  // 7
  static constexpr std::array start{-1.0, 0.0, 0.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 3> residuals(std::array<T, 3> const& x) {
    T const half(0.5), none(0.0);
    T const turn = atan(x[1] / x[0]) / 6.283185307179586 + where(x[0] > 0.0, none, half);
    return {{10.0 * (x[2] - 10.0 * turn), 10.0 * (sqrt(x[0] * x[0] + x[1] * x[1]) - 1.0), x[2]}};
  }
};

struct bard {  // 8
  static constexpr std::array start{1.0, 1.0, 1.0};
  static constexpr std::array minima{8.21487e-3, 17.4286};
  static constexpr std::array data{0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39,
                                   0.37, 0.58, 0.73, 0.96, 1.34, 2.10, 4.39};
  template <class T> static constexpr std::array<T, 15> residuals(std::array<T, 3> const& x) {
    std::array<T, 15> r;
    for (std::size_t i = 0; i < 15; ++i) {
      double const u = real(i + 1), v = 16 - u, w = u < v ? u : v;
      r[i] = data[i] - (x[0] + u / (v * x[1] + w * x[2]));
    }
    return r;
  }
};

struct gaussian {  // 9
  static constexpr std::array start{0.4, 1.0, 0.0};
  static constexpr std::array minima{1.12793e-8};
  static constexpr std::array data{0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989};
  template <class T> static constexpr std::array<T, 15> residuals(std::array<T, 3> const& x) {
    std::array<T, 15> r;
    for (std::size_t i = 0; i < 15; ++i) {
      T const beside = 0.5 * (7.0 - real(i)) - x[2];
      r[i] = x[0] * exp(-0.5 * x[1] * beside * beside) - data[i < 8 ? i : 14 - i];
    }
    return r;
  }
};

struct meyer {  // 10
  static constexpr std::array start{0.02, 4000.0, 250.0};
  static constexpr std::array minima{87.9458};
  static constexpr std::array<double, 16> data{34780, 28610, 23650, 19630, 16370, 13720,
                                               11540, 9744,  8261,  7030,  6005,  5147,
                                               4427,  3820,  3307,  2872};
  template <class T> static constexpr std::array<T, 16> residuals(std::array<T, 3> const& x) {
    std::array<T, 16> r;
    for (std::size_t i = 0; i < 16; ++i)
      r[i] = x[0] * exp(x[1] / (50.0 + 5 * real(i) + x[2])) - data[i];
    return r;
  }
};

/// The residuals have a kink where x2 is one of the data: derivatives are for x2 < 25.
struct gulf {  // 11, without the misprint of the paper, "m i" inside the power
  static constexpr std::array start{5.0, 2.5, 0.15};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 10> residuals(std::array<T, 3> const& x) {
    std::array<T, 10> r;
    for (std::size_t i = 0; i < 10; ++i) {
      double const share = real(i + 1) / 100;
      T const away = 25 + pow(-50 * log(share), 2.0 / 3) - x[1], other_way = -away;
      T const distance = where(away > 0.0, away, other_way);
      r[i] = exp(-pow(distance, x[2]) / x[0]) - share;
    }
    return r;
  }
};

struct box {  // 12
  static constexpr std::array start{0.0, 10.0, 20.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 10> residuals(std::array<T, 3> const& x) {
    std::array<T, 10> r;
    for (std::size_t i = 0; i < 10; ++i) {
      double const t = 0.1 * real(i + 1);
      r[i] = exp(-t * x[0]) - exp(-t * x[1]) - x[2] * (exp(-t) - exp(-10 * t));
    }
    return r;
  }
};

}  // namespace kernels
