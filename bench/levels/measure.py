#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Instructions of value and derivatives without optimisation, and for debuggers, as multiples of those with -O2 (callgrind),
and the stack that they take, as Markdown tables.

usage: measure.py --include FOLDER --build FOLDER [--compilers A,B]
       measure.py --gate LEVEL=PROGRAM...       LEVEL: O2 and others; the programs of tests/codegen, their functions
                                                at most 40 times the instructions of -O2
"""
import argparse
import pathlib
import re
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path += [str(HERE.parent), str(HERE.parent / "run"), str(HERE.parent / "compile")]
from count_instructions import collected, count  # noqa: E402
import generate  # noqa: E402
from target_flags import target_flags  # noqa: E402

LEVELS = ["O2", "Og", "O0"]
MOST = 40
GATED = ["rosenbrock", "network_function", "rat43_function", "robot_arm"]
STEPS = [15, 143, 454, 572]  # of 7 operations; of 454 the gradient is just not in parts
STACKS = [32, 64, 128, 256, 512, 1024, 8192]  # kB
CALLS = 16
GENERATED_MAIN = """#include <cstdio>
#include <cstdlib>
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_TOGGLE_COLLECT
#endif
void gradient(double const* p, double* result);
int main(int, char** argv) {
  double const p[8] = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};
  double result[9];
  gradient(p, result);
  CALLGRIND_TOGGLE_COLLECT;
  for (int i = std::atoi(argv[1]); i > 0; --i) gradient(p, result);
  CALLGRIND_TOGGLE_COLLECT;
  std::printf("%.17g\\n", result[8]);
}
"""


def build(compiler, level, include, sources, output):
    output.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([compiler, f"-{level}", "-std=c++20", *target_flags(compiler), f"-I{include}", f"-I{ROOT / 'tests'}", f"-I{HERE.parent}",
                    *sources, "-o", output], check=True)
    return output


def instructions(program, *arguments):
    return collected("--collect-atstart=no", program, *arguments, str(CALLS)) / CALLS


def runs_with(stack, *command):
    """Whether a program ends well with so many kB of stack."""
    limit = stack * 1024
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_STACK, (limit, limit)))
    return done.returncode == 0


def stack_of(*command):
    return next((f"{stack}" for stack in STACKS if runs_with(stack, *command)), "more")


def row(name, programs, *arguments):
    """A line of the table, and the largest ratio in it."""
    counts = {level: instructions(program, *arguments) for level, program in programs.items()}
    ratios = {level: counts[level] / counts["O2"] for level in LEVELS[1:]}
    stacks = [stack_of(programs[level], *arguments, "1") for level in LEVELS]
    print(f"| {name} | {counts['O2']:.0f} | " + " | ".join(f"{r:.1f}" for r in ratios.values()) + " | " +
          " | ".join(stacks) + " |", flush=True)
    return max(ratios.values())


def tables(options):
    build_folder = pathlib.Path(options.build)
    kernels = re.findall(r"kernel\((\w+)\)", (HERE.parent / "run/contestants.hpp").read_text())
    print("Instructions a call with -O2, those of the other levels as multiples of it, and the smallest stack, of "
          f"{', '.join(map(str, STACKS))} kB,\nwith which the program runs. At most {MOST} times is the aim.\n")
    largest = 0
    for compiler in options.compilers.split(","):
        print(f"## {compiler}\n")
        print("| kernel | instructions with -O2 | -Og | -O0 | stack with -O2 | -Og | -O0 |")
        print("|---" * 7 + "|")
        sources = [HERE.parent / "run/library.cpp", HERE / "main.cpp"]
        programs = {level: build(compiler, level, options.include, sources, build_folder / f"{compiler}_{level}")
                    for level in LEVELS}
        for kernel in kernels:
            largest = max(largest, row(kernel, programs, kernel))
        (build_folder / "main.cpp").write_text(GENERATED_MAIN)
        for steps in STEPS:
            source = build_folder / f"straight_{steps}.cpp"
            source.write_text(generate.straight(steps))
            sources = [source, build_folder / "main.cpp"]
            programs = {level: build(compiler, level, options.include, sources, build_folder / f"{compiler}_{level}_{steps}")
                        for level in LEVELS}
            largest = max(largest, row(f"{7 * steps - 1} operations in a row", programs))
        print()
    return 0 if largest <= MOST else 1


def gate(named):
    programs = dict(each.split("=", 1) for each in named)
    failed = 0
    for function in GATED:
        counts = {level: count(program, function) for level, program in programs.items()}
        for level in counts:
            ratio = counts[level] / counts["O2"]
            print(f"{function} -{level}: {counts[level]:.0f} instructions, {ratio:.1f} times those of -O2")
            failed |= ratio > MOST
    return int(failed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--gate", nargs="+", metavar="LEVEL=PROGRAM")
    parser.add_argument("--include")
    parser.add_argument("--build")
    parser.add_argument("--compilers", default="g++-12,clang++-19")
    options = parser.parse_args()
    return gate(options.gate) if options.gate else tables(options)


if __name__ == "__main__":
    sys.exit(main())
