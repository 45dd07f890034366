// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/least_squares.hpp"

namespace kernels {

struct powell_singular {  // 13
  static constexpr std::array start{3.0, -1.0, 0.0, 1.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 4> residuals(std::array<T, 4> const& x) {
    return {{x[0] + 10.0 * x[1], sqrt(5.0) * (x[2] - x[3]), square_of(T(x[1] - 2.0 * x[2])),
             sqrt(10.0) * square_of(T(x[0] - x[3]))}};
  }
};

struct wood {  // 14
  static constexpr std::array start{-3.0, -1.0, -3.0, -1.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 6> residuals(std::array<T, 4> const& x) {
    return {{10.0 * (x[1] - x[0] * x[0]), 1.0 - x[0], sqrt(90.0) * (x[3] - x[2] * x[2]), 1.0 - x[2],
             sqrt(10.0) * (x[1] + x[3] - 2.0), (x[1] - x[3]) / sqrt(10.0)}};
  }
};

struct kowalik_osborne {  // 15
  static constexpr std::array start{0.25, 0.39, 0.415, 0.39};
  static constexpr std::array minima{3.07505e-4, 1.02734e-3};
  static constexpr std::array data{0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627,
                                   0.0456, 0.0342, 0.0323, 0.0235, 0.0246};
  static constexpr std::array at{4.0,   2.0, 1.0,    0.5,    0.25,  0.167,
                                 0.125, 0.1, 0.0833, 0.0714, 0.0625};
  template <class T> static constexpr std::array<T, 11> residuals(std::array<T, 4> const& x) {
    std::array<T, 11> r;
    for (std::size_t i = 0; i < 11; ++i) {
      double const u = at[i];
      r[i] = data[i] - x[0] * (u * u + u * x[1]) / (u * u + u * x[2] + x[3]);
    }
    return r;
  }
};

struct brown_dennis {  // 16
  static constexpr std::array start{25.0, 5.0, -5.0, -1.0};
  static constexpr std::array minima{85822.2};
  template <class T> static constexpr std::array<T, 20> residuals(std::array<T, 4> const& x) {
    std::array<T, 20> r;
    for (std::size_t i = 0; i < 20; ++i) {
      double const t = real(i + 1) / 5;
      r[i] = square_of(T(x[0] + t * x[1] - exp(t))) + square_of(T(x[2] + sin(t) * x[3] - cos(t)));
    }
    return r;
  }
};

struct osborne_1 {  // 17
  static constexpr std::array start{0.5, 1.5, -1.0, 0.01, 0.02};
  static constexpr std::array minima{5.46489e-5};
  static constexpr std::array data{0.844, 0.908, 0.932, 0.936, 0.925, 0.908, 0.881, 0.850, 0.818,
                                   0.784, 0.751, 0.718, 0.685, 0.658, 0.628, 0.603, 0.580, 0.558,
                                   0.538, 0.522, 0.506, 0.490, 0.478, 0.467, 0.457, 0.448, 0.438,
                                   0.431, 0.424, 0.420, 0.414, 0.411, 0.406};
  template <class T> static constexpr std::array<T, 33> residuals(std::array<T, 5> const& x) {
    std::array<T, 33> r;
    for (std::size_t i = 0; i < 33; ++i) {
      double const t = 10 * real(i);
      r[i] = data[i] - (x[0] + x[1] * exp(-t * x[3]) + x[2] * exp(-t * x[4]));
    }
    return r;
  }
};

struct biggs {  // 18
  static constexpr std::array start{1.0, 2.0, 1.0, 1.0, 1.0, 1.0};
  static constexpr std::array minima{0.0, 5.65565e-3};
  template <class T> static constexpr std::array<T, 13> residuals(std::array<T, 6> const& x) {
    std::array<T, 13> r;
    for (std::size_t i = 0; i < 13; ++i) {
      double const t = 0.1 * real(i + 1), y = exp(-t) - 5 * exp(-10 * t) + 3 * exp(-4 * t);
      r[i] = x[2] * exp(-t * x[0]) - x[3] * exp(-t * x[1]) + x[5] * exp(-t * x[4]) - y;
    }
    return r;
  }
};

struct osborne_2 {  // 19
  static constexpr std::array start{1.3, 0.65, 0.65, 0.7, 0.6, 3.0, 5.0, 7.0, 2.0, 4.5, 5.5};
  static constexpr std::array minima{4.01377e-2};
  static constexpr std::array data{
      1.366, 1.191, 1.112, 1.013, 0.991, 0.885, 0.831, 0.847, 0.786, 0.725, 0.746, 0.679, 0.608,
      0.655, 0.616, 0.606, 0.602, 0.626, 0.651, 0.724, 0.649, 0.649, 0.694, 0.644, 0.624, 0.661,
      0.612, 0.558, 0.533, 0.495, 0.500, 0.423, 0.395, 0.375, 0.372, 0.391, 0.396, 0.405, 0.428,
      0.429, 0.523, 0.562, 0.607, 0.653, 0.672, 0.708, 0.633, 0.668, 0.645, 0.632, 0.591, 0.559,
      0.597, 0.625, 0.739, 0.710, 0.729, 0.720, 0.636, 0.581, 0.428, 0.292, 0.162, 0.098, 0.054};
  /// One residual, at a time t: y less the model.
  template <class T> static constexpr T residual(std::array<T, 11> const& x, T const& t,
                                                 T const& y) {
    T sum = x[0] * exp(-t * x[4]);
    for (std::size_t k = 1; k < 4; ++k)
      sum = sum + x[k] * exp(-square_of(T(t - x[7 + k])) * x[4 + k]);
    return y - sum;
  }
  template <class T> static constexpr std::array<T, 65> residuals(std::array<T, 11> const& x) {
    std::array<T, 65> r;
    for (std::size_t i = 0; i < 65; ++i) r[i] = residual(x, T(real(i) / 10), T(data[i]));
    return r;
  }
};
inline constexpr auto osborne_2_residual =
    lz::function<lz::R<11>, lz::passive<lz::R<>>, lz::passive<lz::R<>>>(
        [](auto const& x, auto const& t, auto const& y) { return osborne_2::residual(x, t, y); });
inline constexpr std::array osborne_2_residual_sample{1.3, 0.65, 0.65, 0.7, 0.6, 3.0,  5.0,
                                                      7.0, 2.0,  4.5,  5.5, 3.0, 0.655};

struct watson {  // 20, of six variables
  static constexpr std::array<double, 6> start{};
  static constexpr std::array minima{2.28767e-3};
  template <class T> static constexpr std::array<T, 31> residuals(std::array<T, 6> const& x) {
    std::array<T, 31> r;
    for (std::size_t i = 0; i < 29; ++i) {
      double const t = real(i + 1) / 29;
      T slope = x[1], sum = x[0];
      double power = 1;  // of t
      for (std::size_t k = 1; k < 6; ++k) {
        if (k > 1) slope = slope + real(k) * power * x[k];
        power *= t;
        sum = sum + power * x[k];
      }
      r[i] = slope - sum * sum - 1.0;
    }
    r[29] = x[0];
    r[30] = x[1] - x[0] * x[0] - 1.0;
    return r;
  }
};

}  // namespace kernels
