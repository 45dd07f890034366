// SPDX-License-Identifier: BSL-1.0
// Value and derivatives of kernels that people know, by everybody who can.
//   run check                      do all agree?
//   run list                       kernel and contestant, one pair a line
//   run count KERNEL WHO CALLS     for callgrind: calls it so often (WHO `nobody`: the loop alone)
//   run [options of Google Benchmark]
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "run/by_hand.hpp"
#include "run/contestants.hpp"
#include "run/kernels.hpp"
#include "run/points.hpp"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_TOGGLE_COLLECT
#endif

namespace bench {

#define LEIBNIZ_BENCH_DECLARE(kernel)                   \
  void library_##kernel(double const*, double*);        \
  void simplified_##kernel(double const*, double*);     \
  void ceres_##kernel(double const*, double*);          \
  void sacado_forward_##kernel(double const*, double*); \
  void sacado_reverse_##kernel(double const*, double*); \
  void boost_##kernel(double const*, double*);          \
  void adolc_##kernel(double const*, double*);
LEIBNIZ_BENCH_KERNELS(LEIBNIZ_BENCH_DECLARE)

namespace {

template <class Kernel> void function_alone(double const* in, double* out) {
  auto const y = Kernel::values(in);
  for (std::size_t i = 0; i < y.size(); ++i) out[i] = y[i];
}

template <class F, class Kernel = kernels::flat<F>>
subject subject_of(char const* name, F, std::vector<contestant> all,
                   int results = Kernel::outputs * (1 + Kernel::active)) {
  return {name, Kernel::inputs, Kernel::outputs, results, function_alone<Kernel>, std::move(all)};
}

#define LEIBNIZ_BENCH_ALL(kernel)                                                                 \
  {"library", library_##kernel}, {"simplified", simplified_##kernel}, {"expert", expert::kernel}, \
      {"naive", naive::kernel}, {"adolc", adolc_##kernel}, {                                      \
    "boost", boost_##kernel                                                                       \
  }
#define LEIBNIZ_BENCH_JETS(kernel) \
  {"ceres", ceres_##kernel}, { "sacado_forward", sacado_forward_##kernel }
#define LEIBNIZ_BENCH_SUBJECT(kernel)     \
  subject_of(#kernel, kernels::kernel,    \
             {LEIBNIZ_BENCH_ALL(kernel),  \
              LEIBNIZ_BENCH_JETS(kernel), \
              {"sacado_reverse", sacado_reverse_##kernel}})

/// Of Black and Scholes' price the Hessian, too.
std::vector<subject> subjects() {
  return {
      LEIBNIZ_BENCH_SUBJECT(rosenbrock),
      LEIBNIZ_BENCH_SUBJECT(network_2_2_2),
      LEIBNIZ_BENCH_SUBJECT(network_4_8_3),
      LEIBNIZ_BENCH_SUBJECT(rat43),
      subject_of("black_scholes", kernels::black_scholes, {LEIBNIZ_BENCH_ALL(black_scholes)}, 31),
      LEIBNIZ_BENCH_SUBJECT(bundle_adjustment),
      LEIBNIZ_BENCH_SUBJECT(kalman_predict),
      subject_of("robot_arm", kernels::robot_arm,
                 {LEIBNIZ_BENCH_ALL(robot_arm), LEIBNIZ_BENCH_JETS(robot_arm)}),
      LEIBNIZ_BENCH_SUBJECT(shared_64),
      LEIBNIZ_BENCH_SUBJECT(chain_1000)};
}

/// Entries below what rounding leaves of the largest of a row are compared with that.
int disagreements(subject const& s) {
  int wrong = 0;
  auto const results = static_cast<std::size_t>(s.results);
  for (std::vector<double> const& in : points_of(s.kernel, s.inputs)) {
    std::vector<double> expected(results), found(results);
    s.contestants[0].compute(in.data(), expected.data());
    double largest = 0;
    for (double each : expected) largest = std::max(largest, std::abs(each));
    for (contestant const& c : s.contestants) {
      c.compute(in.data(), found.data());
      for (std::size_t i = 0; i < results; ++i) {
        double const scale = std::max(std::abs(expected[i]), 1e-4 * largest);
        if (std::abs(found[i] - expected[i]) <= 1e-10 * scale) continue;
        std::printf("%s by %s: result %zu is %.17g, not %.17g\n", s.kernel, c.who, i, found[i],
                    expected[i]);
        ++wrong;
        break;
      }
    }
  }
  return wrong;
}

void nothing(double const*, double*) {}

void repeat(subject const& s, computation compute, long calls) {
  auto const points = points_of(s.kernel, s.inputs);
  std::vector<double> out(static_cast<std::size_t>(s.results));
  for (auto const& in : points)
    compute(in.data(), out.data());  // tapes are recorded, libraries bound
  CALLGRIND_TOGGLE_COLLECT;
  for (long i = 0; i < calls; ++i)
    compute(points[static_cast<std::size_t>(i) % points.size()].data(), out.data());
  CALLGRIND_TOGGLE_COLLECT;
}

void measure(benchmark::State& state, subject const& s, computation compute) {
  auto const points = points_of(s.kernel, s.inputs);
  std::vector<double> out(static_cast<std::size_t>(s.results));
  std::size_t i = 0;
  for (auto _ : state) {
    compute(points[i].data(), out.data());
    benchmark::ClobberMemory();
    i = (i + 1) % points.size();
  }
}

}  // namespace

}  // namespace bench

int main(int argc, char** argv) {
  auto const subjects = bench::subjects();
  std::string const command = argc > 1 ? argv[1] : "";
  if (command == "check") {
    int wrong = 0;
    for (auto const& s : subjects) wrong += bench::disagreements(s);
    return wrong == 0 ? 0 : 1;
  }
  if (command == "list") {
    for (auto const& s : subjects) {
      std::printf("%s function\n", s.kernel);
      for (auto const& c : s.contestants) std::printf("%s %s\n", s.kernel, c.who);
    }
    return 0;
  }
  if (command == "count") {
    std::string const who = argv[3];
    for (auto const& s : subjects) {
      if (s.kernel != std::string(argv[2])) continue;
      bench::computation compute = who == "function" ? s.function : bench::nothing;
      for (auto const& c : s.contestants)
        if (who == c.who) compute = c.compute;
      bench::repeat(s, compute, std::atol(argv[4]));
    }
    return 0;
  }
  for (auto const& s : subjects) {
    auto const add = [&s](char const* who, bench::computation compute) {
      benchmark::RegisterBenchmark(
          (s.kernel + std::string("/") + who).c_str(),
          [&s, compute](benchmark::State& state) { bench::measure(state, s, compute); });
    };
    add("function", s.function);
    for (auto const& c : s.contestants) add(c.who, c.compute);
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
