#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Long programs in parts against the same in one function, as a Markdown table: seconds and memory of the compiler, and
the time of a call.

usage: measure.py --include FOLDER --build FOLDER [--compilers A,B] [--limits N,N] [PROGRAM...]

Of one program all variants are loaded at once and called in turn; the time is the least of many rounds.
"""
import argparse
import ctypes
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent), str(HERE.parent / "compile")]
from target_flags import target_flags  # noqa: E402

ROUNDS = 400
SECONDS = 2e-4  # a round takes at least
WHOLE = 1 << 30

HEAD = """#include <array>
#include <chrono>
#include <leibniz/leibniz.hpp>
namespace lz = leibniz;
"""
TAIL = """
extern "C" int sizes(int i) { return i == 0 ? inputs : i == 1 ? results : lz::cost(verb).nodes; }
extern "C" double time_calls(double const* in, double* out, int n) {
  auto const start = std::chrono::steady_clock::now();
  for (int i = 0; i < n; ++i) run(in, out);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / n;
}
"""


def network(n, hidden, m):
    """the values of a dense network; its weights are inputs"""
    weights = hidden * (n + 1) + m * (hidden + 1)
    return f"""
constexpr int inputs = {n + weights}, results = {m};
constexpr auto verb = lz::function<lz::R<{n}>, lz::R<{weights}>>([](auto const& x, auto const& w) {{
  using number = std::remove_cvref_t<decltype(w[0] * x[0])>;
  std::array<number, {hidden}> h;
  std::array<number, {m}> y;
  std::size_t k = 0;
  for (auto& to : h) {{
    number s = w[k++] + w[k + 1] * x[0];
    for (std::size_t i = 1; i < {n}; ++i) s = s + w[k + i] * x[i];
    k += {n}, to = tanh(s);
  }}
  for (auto& to : y) {{
    number s = w[k++] + w[k + 1] * h[0];
    for (std::size_t i = 1; i < {hidden}; ++i) s = s + w[k + i] * h[i];
    k += {hidden}, to = s;
  }}
  return y;
}});
static void run(double const* in, double* out) {{
  *reinterpret_cast<std::array<double, results>*>(out) =
      verb(*reinterpret_cast<std::array<double, {n}> const*>(in), *reinterpret_cast<std::array<double, {weights}> const*>(in + {n}));
}}
"""


def convolution(side, channels):
    """3 × 3 convolutions of an image"""
    inner = side - 2
    return f"""
constexpr int inputs = {side * side + 9 * channels}, results = {inner * inner * channels};
constexpr auto verb = lz::function<lz::R<{side * side}>, lz::R<{9 * channels}>>([](auto const& x, auto const& w) {{
  std::array<std::remove_cvref_t<decltype(w[0] * x[0])>, results> y;
  std::size_t at = 0;
  for (std::size_t k = 0; k < {channels}; ++k)
    for (std::size_t i = 0; i < {inner}; ++i)
      for (std::size_t j = 0; j < {inner}; ++j) {{
        auto t = w[9 * k] * x[i * {side} + j];
        for (std::size_t u = 1; u < 9; ++u) t = t + w[9 * k + u] * x[(i + u / 3) * {side} + j + u % 3];
        y[at++] = t;
      }}
  return y;
}});
static void run(double const* in, double* out) {{
  *reinterpret_cast<std::array<double, results>*>(out) =
      verb(*reinterpret_cast<std::array<double, {side * side}> const*>(in),
           *reinterpret_cast<std::array<double, {9 * channels}> const*>(in + {side * side}));
}}
"""


def chain(steps, code):
    """value and gradient of a chain"""
    return f"""
constexpr int inputs = 8, results = 9;
constexpr auto f = lz::function<lz::R<8>>([](auto const& p) {{
  auto t = p[0];
  for (std::size_t i = 0; i < {steps}; ++i) t = {code};
  return t;
}});
constexpr auto verb = lz::gradient(f);
static void run(double const* in, double* out) {{
  auto const r = verb(*reinterpret_cast<std::array<double, 8> const*>(in));
  out[0] = r.value;
  for (unsigned i = 0; i < 8; ++i) out[1 + i] = r.gradient[i];
}}
"""


SINES = "sin(t) * p[i % 8]"
STRAIGHT = "sin(t * p[i % 8] + p[(3 * i + 3) % 8]) / (1.5 + exp(p[(5 * i + 5) % 8] - t))"
PROGRAMS = {
    "network 64-32-10": network(64, 32, 10),
    "convolution 15 × 15, 2 channels": convolution(15, 2),
    "gradient of 1,000 sines": chain(1000, SINES),
    "network 128-60-20": network(128, 60, 20),
    "gradient of 1,430 quotients": chain(1430, STRAIGHT),
}


def compiled(compiler, include, source, limit, folder):
    """(path, seconds, megabytes)"""
    path = folder / f"{abs(hash(source))}_{compiler}_{limit}.cpp"
    path.write_text(HEAD + source + TAIL, encoding="utf-8")
    process = subprocess.Popen([compiler, "-std=c++20", "-O2", "-fPIC", "-shared", *target_flags(compiler), f"-I{include}",
                                f"-DLEIBNIZ_LARGEST_FUNCTION={limit}", path, "-o", path.with_suffix(".so")])
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0: sys.exit(f"{path} does not compile")
    return path.with_suffix(".so"), usage.ru_utime, usage.ru_maxrss / 1024


def call_times(paths):
    """nodes, the least seconds of a call of each"""
    libraries = [ctypes.CDLL(str(path)) for path in paths]
    number_in, number_out, nodes = (libraries[0].sizes(i) for i in range(3))
    given = (ctypes.c_double * number_in)(*(0.05 + 0.9 * (k * 7919 % 1009) / 1009 - 0.4 for k in range(number_in)))
    results = [(ctypes.c_double * number_out)() for _ in libraries]
    for library in libraries: library.time_calls.restype = ctypes.c_double
    calls = max(1, int(SECONDS / libraries[0].time_calls(given, results[0], 3)))
    best = [float("inf")] * len(libraries)
    for _ in range(ROUNDS):
        for k, library in enumerate(libraries):
            best[k] = min(best[k], library.time_calls(given, results[k], calls))
    for r in results[1:]:
        if bytes(r) != bytes(results[0]): sys.exit("the results differ")
    return nodes, best


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", nargs="*", default=list(PROGRAMS))
    parser.add_argument("--include", required=True)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--compilers", default="g++-12,clang++-19")
    parser.add_argument("--limits", default="4096", help="largest functions, in nodes")
    options = parser.parse_args()
    options.build.mkdir(parents=True, exist_ok=True)
    limits = [WHOLE, *map(int, options.limits.split(","))]
    print("Seconds: processor time of the compiler. Ratio: to the time of a call in one function.\n")
    print("| program | nodes | compiler | largest function | seconds | MB | µs a call | ratio |\n" + "|---" * 8 + "|")
    for name in options.programs:
        for compiler in options.compilers.split(","):
            rows = [compiled(compiler, options.include, PROGRAMS[name], limit, options.build) for limit in limits]
            nodes, best = call_times([row[0] for row in rows])
            for limit, (_, seconds, megabytes), time in zip(limits, rows, best):
                size = "all" if limit == WHOLE else f"{limit:,}"
                print(f"| {name} | {nodes:,} | {compiler} | {size} | {seconds:.1f} | {megabytes:.0f} | {1e6 * time:.2f} | "
                      f"{time / best[0]:.2f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
