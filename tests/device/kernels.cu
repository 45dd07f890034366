// SPDX-License-Identifier: BSL-1.0
// Kernels for a GPU: value and gradient of a formula and of a function, in float. Each thread has a point of its own.
#if defined(__clang__)  // without the headers of the toolkit
#define __host__ __attribute__((host))
#define __device__ __attribute__((device))
#define __global__ __attribute__((global))
#include <cstdlib>
#endif
#include <leibniz/leibniz.hpp>

namespace lz = leibniz;
using namespace lz::literals;

constexpr lz::variable<"x"> x;
constexpr lz::variable<"y"> y;
constexpr auto f = x * x * y + sqrt(x) / y + where(x < y, x* y, y);
constexpr auto rosenbrock = lz::function<lz::R<2>>(
    [](auto const& p) { return lz::square(1 - p[0]) + 100 * lz::square(p[1] - p[0] * p[0]); });

__device__ unsigned thread() {
#if defined(__clang__)
  return __nvvm_read_ptx_sreg_tid_x();
#else
  return threadIdx.x;
#endif
}

extern "C" __global__ void of_formula(float const* points, float* results) {
  unsigned const i = thread();
  auto const at = lz::gradient(f)(x = points[2 * i], y = points[2 * i + 1]);
  results[3 * i] = at.value;
  results[3 * i + 1] = at[x];
  results[3 * i + 2] = at[y];
}

extern "C" __global__ void of_function(float const* points, float* results) {
  unsigned const i = thread();
  auto const at = lz::gradient(rosenbrock)(std::array<float, 2>{points[2 * i], points[2 * i + 1]});
  results[3 * i] = at.value;
  results[3 * i + 1] = at.gradient[0];
  results[3 * i + 2] = at.gradient[1];
}

#if !defined(__clang__)
#include <cmath>
#include <cstdio>

// Where there is a GPU, both kernels give what is computed here.
int main() {
  constexpr int points = 32;
  int devices = 0;
  if (cudaGetDeviceCount(&devices) != cudaSuccess || devices == 0) {
    std::puts("skipped for want of a GPU");
    return 0;
  }
  float *at = nullptr, *results = nullptr;
  cudaMallocManaged(&at, 2 * points * sizeof(float));
  cudaMallocManaged(&results, 3 * points * sizeof(float));
  for (int i = 0; i < 2 * points; ++i) at[i] = 0.25f + 0.125f * static_cast<float>(i);
  int failures = 0;
  auto const compare = [&](auto const& expected) {
    cudaDeviceSynchronize();
    for (int i = 0; i < points; ++i) {
      double by[3];
      expected(i, by);
      for (int k = 0; k < 3; ++k)
        failures += !(std::fabs(results[3 * i + k] - by[k]) <= 1e-5 * (1 + std::fabs(by[k])));
    }
  };
  of_formula<<<1, points>>>(at, results);
  compare([&](int i, double* by) {
    auto const g = lz::gradient(f)(x = double(at[2 * i]), y = double(at[2 * i + 1]));
    by[0] = g.value, by[1] = g[x], by[2] = g[y];
  });
  of_function<<<1, points>>>(at, results);
  compare([&](int i, double* by) {
    auto const g = lz::gradient(rosenbrock)(std::array<double, 2>{at[2 * i], at[2 * i + 1]});
    by[0] = g.value, by[1] = g.gradient[0], by[2] = g.gradient[1];
  });
  std::printf("%d of %d numbers differ\n", failures, 6 * points);
  return failures != 0;
}
#endif
