// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "kernels/least_squares.hpp"

// Those of any number of variables: here of some six.

namespace kernels {

/// The same value everywhere, or one of each index.
template <std::size_t N, class Each> constexpr std::array<double, N> filled(Each each) {
  std::array<double, N> x{};
  for (std::size_t i = 0; i < N; ++i) x[i] = each(i);
  return x;
}

struct extended_rosenbrock {  // 21
  static constexpr auto start = filled<6>([](std::size_t i) { return i % 2 == 0 ? -1.2 : 1.0; });
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 6> residuals(std::array<T, 6> const& x) {
    std::array<T, 6> r;
    for (std::size_t i = 0; i < 6; i += 2) {
      r[i] = 10.0 * (x[i + 1] - x[i] * x[i]);
      r[i + 1] = 1.0 - x[i];
    }
    return r;
  }
};

struct extended_powell {  // 22
  static constexpr std::array start{3.0, -1.0, 0.0, 1.0, 3.0, -1.0, 0.0, 1.0};
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 8> const& x) {
    std::array<T, 8> r;
    for (std::size_t i = 0; i < 8; i += 4) {
      r[i] = x[i] + 10.0 * x[i + 1];
      r[i + 1] = sqrt(5.0) * (x[i + 2] - x[i + 3]);
      r[i + 2] = square_of(T(x[i + 1] - 2.0 * x[i + 2]));
      r[i + 3] = sqrt(10.0) * square_of(T(x[i] - x[i + 3]));
    }
    return r;
  }
};

struct penalty_1 {  // 23
  static constexpr std::array start{1.0, 2.0, 3.0, 4.0};
  static constexpr std::array minima{2.24997e-5};
  template <class T> static constexpr std::array<T, 5> residuals(std::array<T, 4> const& x) {
    std::array<T, 5> r;
    r[4] = T(-0.25);
    for (std::size_t i = 0; i < 4; ++i) {
      r[i] = sqrt(1e-5) * (x[i] - 1.0);
      r[4] = r[4] + x[i] * x[i];
    }
    return r;
  }
};

struct penalty_2 {  // 24
  static constexpr auto start = filled<4>([](std::size_t) { return 0.5; });
  static constexpr std::array minima{9.37629e-6};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 4> const& x) {
    double const small = sqrt(1e-5);
    std::array<T, 8> r;
    r[0] = x[0] - 0.2;
    r[7] = 4.0 * x[0] * x[0] - 1.0;
    for (std::size_t i = 1; i < 4; ++i) {
      double const y = exp(real(i + 1) / 10) + exp(real(i) / 10);
      r[i] = small * (exp(x[i] / 10.0) + exp(x[i - 1] / 10.0) - y);
      r[i + 3] = small * (exp(x[i] / 10.0) - exp(-0.1));
      r[7] = r[7] + real(4 - i) * x[i] * x[i];
    }
    return r;
  }
};

struct variably_dimensioned {  // 25
  static constexpr auto start = filled<6>([](std::size_t i) { return 1 - real(i + 1) / 6; });
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 6> const& x) {
    std::array<T, 8> r;
    T sum(0.0);
    for (std::size_t i = 0; i < 6; ++i) {
      r[i] = x[i] - 1.0;
      sum = sum + real(i + 1) * r[i];
    }
    r[6] = sum;
    r[7] = sum * sum;
    return r;
  }
};

struct trigonometric {  // 26
  static constexpr auto start = filled<6>([](std::size_t) { return 1.0 / 6; });
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 6> residuals(std::array<T, 6> const& x) {
    std::array<T, 6> r;
    T sum(6.0);
    for (T const& each : x) sum = sum - cos(each);
    for (std::size_t i = 0; i < 6; ++i) r[i] = sum + real(i + 1) * (1.0 - cos(x[i])) - sin(x[i]);
    return r;
  }
};

struct brown_almost_linear {  // 27
  static constexpr auto start = filled<6>([](std::size_t) { return 0.5; });
  static constexpr std::array minima{0.0, 1.0};
  template <class T> static constexpr std::array<T, 6> residuals(std::array<T, 6> const& x) {
    std::array<T, 6> r;
    T sum(-7.0), product(1.0);
    for (T const& each : x) {
      sum = sum + each;
      product = product * each;
    }
    for (std::size_t i = 0; i < 5; ++i) r[i] = x[i] + sum;
    r[5] = product - 1.0;
    return r;
  }
};

struct discrete_boundary_value {  // 28
  static constexpr auto start =
      filled<8>([](std::size_t i) { return real(i + 1) / 9 * (real(i + 1) / 9 - 1); });
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 8> const& x) {
    std::array<T, 8> r;
    T const edge(0.0);
    for (std::size_t i = 0; i < 8; ++i) {
      T const left = i == 0 ? edge : x[i - 1], right = i == 7 ? edge : x[i + 1];
      T const at = x[i] + real(i + 1) / 9 + 1.0;
      r[i] = 2.0 * x[i] - left - right + at * at * at / 162.0;
    }
    return r;
  }
};

struct discrete_integral_equation {  // 29
  static constexpr auto start = discrete_boundary_value::start;
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 8> const& x) {
    std::array<T, 8> r, cube;
    for (std::size_t i = 0; i < 8; ++i) {
      T const at = x[i] + real(i + 1) / 9 + 1.0;
      cube[i] = at * at * at;
    }
    for (std::size_t i = 0; i < 8; ++i) {
      double const t = real(i + 1) / 9;
      T before(0.0), after(0.0);
      for (std::size_t k = 0; k < 8; ++k) {
        double const s = real(k + 1) / 9;
        if (k <= i) before = before + s * cube[k];
        else after = after + (1 - s) * cube[k];
      }
      r[i] = x[i] + ((1 - t) * before + t * after) / 18.0;
    }
    return r;
  }
};

struct broyden_tridiagonal {  // 30
  static constexpr auto start = filled<8>([](std::size_t) { return -1.0; });
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 8> const& x) {
    std::array<T, 8> r;
    for (std::size_t i = 0; i < 8; ++i) {
      r[i] = (3.0 - 2.0 * x[i]) * x[i] + 1.0;
      if (i > 0) r[i] = r[i] - x[i - 1];
      if (i < 7) r[i] = r[i] - 2.0 * x[i + 1];
    }
    return r;
  }
};

struct broyden_banded {  // 31
  static constexpr auto start = broyden_tridiagonal::start;
  static constexpr std::array minima{0.0};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 8> const& x) {
    std::array<T, 8> r;
    for (std::size_t i = 0; i < 8; ++i) {
      r[i] = x[i] * (2.0 + 5.0 * x[i] * x[i]) + 1.0;
      for (std::size_t k = i < 5 ? 0 : i - 5; k < 8 && k <= i + 1; ++k)
        if (k != i) r[i] = r[i] - x[k] * (1.0 + x[k]);
    }
    return r;
  }
};

/// The three linear ones, of five variables and ten residuals.
struct linear_full_rank {  // 32
  static constexpr auto start = filled<5>([](std::size_t) { return 1.0; });
  static constexpr std::array minima{5.0};
  template <class T> static constexpr std::array<T, 10> residuals(std::array<T, 5> const& x) {
    std::array<T, 10> r;
    T const sum = 0.2 * (x[0] + x[1] + x[2] + x[3] + x[4]);
    for (std::size_t i = 0; i < 10; ++i) {
      r[i] = -sum - 1.0;
      if (i < 5) r[i] = r[i] + x[i];
    }
    return r;
  }
};
struct linear_rank_1 {  // 33
  static constexpr auto start = linear_full_rank::start;
  static constexpr std::array minima{90.0 / 42};
  template <class T> static constexpr std::array<T, 10> residuals(std::array<T, 5> const& x) {
    std::array<T, 10> r;
    T const sum = x[0] + 2.0 * x[1] + 3.0 * x[2] + 4.0 * x[3] + 5.0 * x[4];
    for (std::size_t i = 0; i < 10; ++i) r[i] = real(i + 1) * sum - 1.0;
    return r;
  }
};
struct linear_rank_1_with_zeros {  // 34
  static constexpr auto start = linear_full_rank::start;
  static constexpr std::array minima{124.0 / 34};
  template <class T> static constexpr std::array<T, 10> residuals(std::array<T, 5> const& x) {
    std::array<T, 10> r;
    T const sum = 2.0 * x[1] + 3.0 * x[2] + 4.0 * x[3];
    for (std::size_t i = 0; i < 10; ++i) r[i] = T(-1.0);
    for (std::size_t i = 1; i < 9; ++i) r[i] = real(i) * sum - 1.0;
    return r;
  }
};

struct chebyquad {  // 35
  static constexpr auto start = filled<8>([](std::size_t i) { return real(i + 1) / 9; });
  static constexpr std::array minima{3.51687e-3};
  template <class T> static constexpr std::array<T, 8> residuals(std::array<T, 8> const& x) {
    std::array<T, 8> r;
    for (std::size_t i = 0; i < 8; ++i)
      r[i] = T(i % 2 == 1 ? 1 / (real(i + 1) * real(i + 1) - 1) : 0.0);
    for (T const& each : x) {
      T const y = 2.0 * each - 1.0;
      T before(1.0), now = y;  // Chebyshev's polynomials
      for (std::size_t i = 0; i < 8; ++i) {
        r[i] = r[i] + now / 8.0;
        T const next = 2.0 * y * now - before;
        before = now;
        now = next;
      }
    }
    return r;
  }
};

}  // namespace kernels
