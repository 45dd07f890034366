// SPDX-License-Identifier: BSL-1.0
// Kernels over arrays of points, with lz::map point by point and with batches: checks that both agree, then prints for each
// kernel and number type the nanoseconds a point of both. Compiled for each instruction set by measure.py.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <span>
#include <vector>

#include "kernels/black_scholes.hpp"
#include "kernels/network.hpp"
#include "kernels/robot_arm.hpp"
#ifdef LEIBNIZ_STD_SIMD
#include "leibniz/interop/std_simd.hpp"
template <class T> using batch = std::experimental::native_simd<T>;
#else
#include "leibniz/interop/xsimd.hpp"
#ifdef LEIBNIZ_TWICE
#include "leibniz/interop/twice.hpp"
template <class T> using batch = leibniz::twice<xsimd::batch<T>>;
#else
template <class T> using batch = xsimd::batch<T>;
#endif
#endif

namespace lz = leibniz;

namespace {

namespace kernels_of_batches {

constexpr auto rosenbrock = lz::function<lz::R<2>>([](auto const& p) {
  auto const a = 1.0 - p[0], b = p[1] - p[0] * p[0];
  return a * a + 100.0 * (b * b);
});
/// NIST's problem Rat43: four parameters, one measured x.
constexpr auto rat43 =
    lz::function<lz::R<4>, lz::passive<lz::R<>>>([](auto const& b, auto const& x) {
      return b[0] / pow(1.0 + exp(b[1] - b[2] * x), 1.0 / b[3]);
    });

/// Half the squared distance of the arm's flange from a place: what inverse kinematics minimises.
constexpr auto arm_reach = lz::function<lz::R<6>>([](auto const& angles) {
  auto const p = kernels::pose_behind(angles, 6).position;
  auto const x = p[0] - 0.3, y = p[1] + 0.4, z = p[2] - 0.2;
  return 0.5 * (x * x + y * y + z * z);
});

}  // namespace kernels_of_batches

constexpr std::size_t count = 251;  // not a multiple of any number of lanes
constexpr int repetitions = 25;

/// An array for each of N components, with numbers between bounds.
template <class T, std::size_t N> struct arrays {
  std::vector<T> numbers = std::vector<T>(N * count);
  std::array<std::span<T>, N> rows{};

  arrays() {
    for (std::size_t i = 0; i < N; ++i) rows[i] = std::span(&numbers[i * count], count);
  }
  explicit arrays(double from, double to) : arrays() {
    std::mt19937 random(static_cast<unsigned>(N));
    std::uniform_real_distribution<double> number(from, to);
    for (T& x : numbers) x = static_cast<T>(number(random));
  }
  explicit arrays(std::array<std::array<double, 2>, N> const& bounds) : arrays() {
    std::mt19937 random(static_cast<unsigned>(N));
    for (std::size_t i = 0; i < N; ++i) {
      std::uniform_real_distribution<double> number(bounds[i][0], bounds[i][1]);
      for (std::size_t k = 0; k < count; ++k) rows[i][k] = static_cast<T>(number(random));
    }
  }
};

/// The largest difference, over the largest number of that component.
template <class T, std::size_t N> double difference(arrays<T, N> const& a, arrays<T, N> const& b) {
  double worst = 0;
  for (std::size_t i = 0; i < N; ++i) {
    double largest = 0, apart = 0;
    for (std::size_t k = 0; k < count; ++k) {
      largest = std::fmax(largest, std::abs(static_cast<double>(a.rows[i][k])));
      double const d =
          std::abs(static_cast<double>(a.rows[i][k]) - static_cast<double>(b.rows[i][k]));
      apart = d <= apart ? apart : d;  // NaN is a difference
    }
    if (!(apart <= 0)) worst = std::fmax(worst, apart / largest) + (apart != apart ? 1 : 0);
  }
  return worst;
}

template <class F> double nanoseconds(F const& f) {
  using clock = std::chrono::steady_clock;
  auto const start = clock::now();
  for (int i = 0; i < 4; ++i) {
    f();
    asm volatile("" : : : "memory");
  }
  return std::chrono::duration<double, std::nano>(clock::now() - start).count() / (4.0 * count);
}

template <class T, std::size_t Values, std::size_t Derivatives, class Verb, class... Inputs>
bool measure(char const* name, Verb const& verb, Inputs const&... inputs) {
  arrays<T, Values> value, batch_value;
  arrays<T, Derivatives> derivative, batch_derivative;
  auto const plain = [&] {
    lz::map(verb, inputs..., lz::out(lz::components(value.rows), lz::components(derivative.rows)));
  };
  auto const batches = [&] {
    lz::map<batch<T>>(
        verb, inputs...,
        lz::out(lz::components(batch_value.rows), lz::components(batch_derivative.rows)));
  };
  plain();
  batches();
  double const apart =
      std::fmax(difference(value, batch_value), difference(derivative, batch_derivative));
  if (!(apart < (sizeof(T) == 4 ? 1e-4 : 1e-12))) {
    std::printf("%s: batches differ from single points by %g\n", name, apart);
    return false;
  }
  double least = 1e300, least_batch = 1e300;
  for (int i = 0; i < repetitions; ++i) {  // in turn, so that drift cancels
    least = std::fmin(least, nanoseconds(plain));
    least_batch = std::fmin(least_batch, nanoseconds(batches));
  }
  std::printf("%s %s %d %.3f %.3f\n", name, sizeof(T) == 4 ? "float" : "double",
              lz::simd::library<batch<T>>::size, least, least_batch);
  return true;
}

template <class T> bool measure_all() {
  using namespace kernels_of_batches;
  arrays<T, 67> const weights_67(-1, 1);
  std::array<T, 67> weights{};
  for (std::size_t i = 0; i < 67; ++i) weights[i] = weights_67.rows[i][0];
  std::array<T, 12> weights_12{};
  for (std::size_t i = 0; i < 12; ++i) weights_12[i] = weights[i];
  std::array<T, 4> const b{T(700), T(5.2), T(0.76), T(1.28)};
  arrays<T, 2> const two(0, 1), points(-2, 2);
  arrays<T, 3> const three(0, 1);
  arrays<T, 4> const four(0, 8);
  arrays<T, 6> const angles(-3, 3);
  arrays<T, 1> const x(1, 15);
  arrays<T, 5> const options(std::array<std::array<double, 2>, 5>{
      {{80, 120}, {80, 120}, {0.01, 0.08}, {0.1, 0.5}, {0.1, 2}}});
  return measure<T, 1, 2>("rosenbrock", lz::gradient(rosenbrock), lz::components(points.rows)) &&
         measure<T, 1, 4>("rat43", lz::gradient(rat43), b, lz::components(x.rows)) &&
         measure<T, 1, 12>("network_2_2_2", lz::gradient(kernels::network_2_2_2), weights_12,
                           lz::components(two.rows), lz::components(two.rows)) &&
         measure<T, 1, 67>("network_4_8_3", lz::gradient(kernels::network_4_8_3), weights,
                           lz::components(four.rows), lz::components(three.rows)) &&
         measure<T, 1, 5>("black_scholes", lz::gradient(kernels::black_scholes),
                          lz::components(options.rows)) &&
         measure<T, 1, 6>("arm_reach", lz::gradient(arm_reach), lz::components(angles.rows)) &&
         measure<T, 12, 72>("robot_arm", lz::jacobian(kernels::robot_arm),
                            lz::components(angles.rows));
}

}  // namespace

int main() { return measure_all<double>() && measure_all<float>() ? 0 : 1; }
