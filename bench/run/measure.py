#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Builds the kernels with everybody who computes them, sees that all agree, counts instructions (callgrind) and
measures times (Google Benchmark, interleaved at random), and prints tables.

usage: measure.py --include FOLDER --build FOLDER --results FOLDER [--compilers A,B]
"""
import argparse
import concurrent.futures
import json
import math
import os
import pathlib
import subprocess
import sys

import peer_options
from count_instructions import collected

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from target_flags import target_flags  # noqa: E402

ROOT = HERE.parent.parent
FLAGS = {"-O2": True, "-O3 -march=native": False}  # whether instructions are counted: callgrind knows no AVX-512
WHO = ["function", "library", "simplified", "expert", "naive", "ceres", "sacado_forward", "sacado_reverse", "adolc", "boost"]
NAMES = {"function": "function alone", "library": "Leibniz", "simplified": "of `simplify(f)`", "expert": "by hand, expert", "naive": "by hand, naive",
         "ceres": "Ceres Jets", "sacado_forward": "Sacado forward", "sacado_reverse": "Sacado reverse", "adolc": "ADOL-C",
         "boost": "Boost autodiff"}
CALLS = 64
REPETITIONS = 5


def build(compiler, flags, include, folder):
    folder.mkdir(parents=True, exist_ok=True)
    sources = sorted(HERE.glob("*.cpp")) + sorted((HERE / "by_hand").glob("*.cpp"))
    objects = [folder / (source.stem + ".o") for source in sources]
    options = ["-std=c++20", *target_flags(compiler), *peer_options.includes()]

    def compile_one(source, output):
        subprocess.run([compiler, *flags.split(), *options, f"-I{include}", f"-I{ROOT / 'tests'}", f"-I{HERE.parent}",
                        "-c", source, "-o", output], check=True)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for done in [pool.submit(compile_one, s, o) for s, o in zip(sources, objects)]:
            done.result()
    program = folder / "run"
    subprocess.run([compiler, *objects, "-o", program, "-lbenchmark", *peer_options.LIBRARIES], check=True)
    return program


def contestants(program):
    listed = subprocess.run([program, "list"], check=True, capture_output=True, text=True).stdout
    kernels = {}
    for line in listed.splitlines():
        kernel, who = line.split()
        kernels.setdefault(kernel, []).append(who)
    return kernels


def count(program, kernel, who):
    return collected("--collect-atstart=no", program, "count", kernel, who, str(CALLS))


def instructions(program):
    """Of a call, without those of the loop around it."""
    counts = {}
    for kernel, all_who in contestants(program).items():
        nobody = count(program, kernel, "nobody")
        counts[kernel] = {who: (count(program, kernel, who) - nobody) / CALLS for who in all_who}
        print(f"  counted {kernel}", file=sys.stderr, flush=True)
    return counts


def nanoseconds(program):
    """The least of the repetitions, which come in random order."""
    result = subprocess.run(
        [program, "--benchmark_format=json", "--benchmark_enable_random_interleaving=true",
         f"--benchmark_repetitions={REPETITIONS}", "--benchmark_min_time=0.02"], check=True, capture_output=True, text=True)
    times = {}
    for run in json.loads(result.stdout)["benchmarks"]:
        if run["run_type"] != "iteration":
            continue
        kernel, who = run["name"].split("/")[:2]
        known = times.setdefault(kernel, {})
        known[who] = min(known.get(who, math.inf), run["cpu_time"])
    return {kernel: times[kernel] for kernel in contestants(program)}


def table(measured, unit):
    print(f"| kernel | {unit} | " + " | ".join(NAMES[who] for who in WHO if who != "library") + " |")
    print("|---" * (len(WHO) + 1) + "|")
    ratios = {who: [] for who in WHO}
    for kernel, of in measured.items():
        cells = []
        for who in WHO:
            if who == "library":
                continue
            if who in of:
                ratios[who].append(of[who] / of["library"])
            cells.append(f"{of[who] / of['library']:.2f}" if who in of else "–")
        print(f"| {kernel} | {of['library']:.0f} | " + " | ".join(cells) + " |")
    means = [f"{math.exp(sum(map(math.log, r)) / len(r)):.2f}" for who, r in ratios.items() if who != "library"]
    print("| *geometric mean* | | " + " | ".join(means) + " |")
    print(flush=True)


def plot(times, path, title):
    """Time over that of the library, by gnuplot."""
    shown = [who for who in WHO if who not in ("function", "library")]
    rows = []
    for kernel, of in times.items():
        rows.append(" ".join(f"{of[w] / of['library']:.3f}" if w in of else "?" for w in shown))
    names = ", ".join(f'"{kernel.replace("_", " ")}" {i}' for i, kernel in enumerate(times))
    # gnuplot runs what stands between backticks
    points = ", ".join(f'$d using ($0+{0.09 * (i - (len(shown) - 1) / 2):.3f}):{i + 1} with points pt 7 ps 0.9 lc {i + 1} '
                       f'title "{NAMES[w].replace("`", "")}"' for i, w in enumerate(shown))
    script = f"""
set terminal svg size 1100,520 font "sans,13" background "white"
set output "{path}"
set title "{title}"
set logscale y
set xrange [-0.5:{len(rows) - 0.5}]
set yrange [0.4:*]
set ylabel "time / time of Leibniz"
set xtics rotate by -20 ({names})
set grid ytics
set key outside right top
set arrow from graph 0, first 1 to graph 1, first 1 nohead lw 2 lc rgb "black"
do for [i=1:{len(rows) - 1}] {{ set arrow from first i-0.5, graph 0 to first i-0.5, graph 1 nohead lc rgb "#dddddd" }}
set datafile missing "?"
$d << EOD
{chr(10).join(rows)}
EOD
plot {points}
"""
    subprocess.run(["gnuplot"], input=script, text=True, check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--include", required=True)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--results", type=pathlib.Path, required=True)
    parser.add_argument("--compilers", default="g++-12,clang++-19")
    options = parser.parse_args()
    print("Value and derivatives, for the kernels of `bench/run/kernels.hpp`: gradients; Jacobians of the bundle adjustment,\n"
          "the filter and the arm; gradient and Hessian of Black and Scholes' price. All agree to 1e-10 before anything is\n"
          "measured. The first column is the library's own, the others are multiples of it: above 1 the library is ahead.\n")
    kept = {}
    for compiler in options.compilers.split(","):
        for flags, counted in FLAGS.items():
            name = f"{compiler} {flags}"
            print(f"  {name}: build", file=sys.stderr, flush=True)
            program = build(compiler, flags, options.include, options.build / name.replace(" ", "_"))
            subprocess.run([program, "check"], check=True)
            kept[name] = {}
            if counted:
                print(f"## {name}: instructions a call\n")
                kept[name]["instructions"] = instructions(program)
                table(kept[name]["instructions"], "instructions")
            print(f"## {name}: time a call\n")
            kept[name]["nanoseconds"] = nanoseconds(program)
            table(kept[name]["nanoseconds"], "ns")
    (options.results / "run.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    first = next(iter(kept))
    plot(kept[first]["nanoseconds"], options.results / "run.svg", f"Value and derivatives of kernels, {first}: below the line is faster than Leibniz")


if __name__ == "__main__":
    main()
