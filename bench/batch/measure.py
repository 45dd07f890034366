#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles batch.cpp for each instruction set that this machine has, lets it check and measure, and prints tables of how
much faster batches are than single points.

usage: measure.py --include FOLDER --build FOLDER [--compilers A,B]
"""
import argparse
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from target_flags import target_flags  # noqa: E402

ROOT = HERE.parent.parent
FLAGS = ["-std=c++20", "-O2"]
QUIET = ["-Wno-uninitialized", "-Wno-maybe-uninitialized"]  # set off by GCC's own header of AVX-512
SETS = {"SSE2": ("x86-64", "sse2", []), "AVX2": ("x86-64-v3", "avx2", []), "AVX-512": ("x86-64-v4", "avx512f", []),
        "AVX2, two batches at once": ("x86-64-v3", "avx2", ["-DLEIBNIZ_TWICE"]),
        "AVX2, std::experimental::simd": ("x86-64-v3", "avx2", ["-DLEIBNIZ_STD_SIMD"])}


def has(flag):
    return flag in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").split()


def measure(compiler, options, include, program):
    flags = [*FLAGS, *target_flags(compiler), *([] if "clang" in compiler else QUIET)]
    subprocess.run([compiler, *flags, *options, f"-I{include}", f"-I{ROOT / 'tests'}", HERE / "batch.cpp", "-o", program],
                   check=True)
    # Where the stack stands beside the arrays matters: numbers 4 KiB apart delay one another. So it stands in several places.
    results = {}
    for shift in range(0, 4096, 704):
        printed = subprocess.run([program], check=True, capture_output=True, text=True, env={"SHIFT": "x" * shift}).stdout
        for line in printed.splitlines():
            kernel, number, lanes, alone, batch = line.split()
            _, least_alone, least_batch = results.get((number, kernel), (0, 1e300, 1e300))
            results[number, kernel] = (int(lanes), min(least_alone, float(alone)), min(least_batch, float(batch)))
    return results


def table(number, measured):
    names = list(measured)
    lanes = {name: next(v[0] for key, v in measured[name].items() if key[0] == number) for name in names}
    print(f"### {number}\n")
    print("| kernel | " + " | ".join(f"{name}: {lanes[name]} lanes" for name in names) + " |")
    print("|---" * (len(names) + 1) + "|")
    for kernel in [k for n, k in measured[names[0]] if n == number]:
        cells = []
        for name in names:
            _, alone, batch = measured[name][number, kernel]
            cells.append(f"{alone:.1f} → {batch:.2f} ns: {alone / batch:.1f}×")
        print(f"| {kernel} | " + " | ".join(cells) + " |")
    print(flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--include", required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--compilers", default="g++-12,clang++-19")
    options = parser.parse_args()
    options.build.mkdir(parents=True, exist_ok=True)
    print("Value and all derivatives of 251 points by `lz::map`, nanoseconds a point: point by point, which is what the\n"
          "compiler makes of the plain loop with the same `-march`, and with batches (of xsimd, unless said otherwise; two at\n"
          "once: `lz::twice`). Least of 25 runs in turn, in six places of the stack each, `-O2`. Batches agree with single\n"
          "points to 1e-12 (floats: 1e-4) before anything is measured.\n"
          "Points and results are structures of arrays; weights and parameters are the same for all points.\n\n"
          "- `rosenbrock`: polynomial; `rat43`: exp and pow; `network_2_2_2`: logistic functions, 12 weights;\n"
          "  `network_4_8_3`: tanh and logistic functions, 67 weights\n"
          "- `black_scholes`: log, exp, √ and erfc, with the first-order Greeks\n"
          "- `arm_reach`: sines and cosines of six joints, 6 derivatives of the flange's distance from a place;\n"
          "  `robot_arm`: the flange's pose, a 12 × 6 Jacobian\n")
    for compiler in options.compilers.split(","):
        measured = {}
        for name, (march, flag, more) in SETS.items():
            if has(flag):
                program = options.build / f"batch_{compiler}_{len(measured)}"
                measured[name] = measure(compiler, [f"-march={march}", *more], options.include, program)
        print(f"## {compiler}\n")
        for number in ("double", "float"):
            table(number, measured)


if __name__ == "__main__":
    main()
