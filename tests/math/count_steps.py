#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Prints how many of Clang's constant-evaluation steps each function takes, and fails where one takes too many.

Clang stops a constant evaluation at 1,048,576 steps unless told otherwise; one evaluation is to hold 100 calls.
Not part of the timed tests: takes a few minutes. Usage: count_steps.py [CLANG]"""
import pathlib
import subprocess
import sys
import tempfile

INCLUDE = pathlib.Path(__file__).parent.parent.parent / "include"
CALLS = 20  # in one evaluation, to see past what every evaluation costs

FREQUENT = 8000
OTHERS = 20000
# infinities may be the results, so nothing is added up
SOURCE = """#include "leibniz/math.hpp"
constexpr void use(double) {}
constexpr bool run() { CALLS return true; }
static_assert(run());
"""
EDGES = ["0.4", "-700.3", "1e300", "3e-310"]  # small, large, huge, subnormal
PAIRS = ["1.7, -3.3", "1e300, 0.9", "3e-310, -0.7", "-3.0, 33.0"]
# The functions and, where the edges are not in their domain or not their worst, arguments of their own.
ARGUMENTS = {
    FREQUENT: {
        "exp": None, "log": ["3.3", "1.0000001", "1e300", "3e-310"], "sin": None, "cos": None, "tanh": None,
        "sigmoid": None, "sqrt": ["2.0", "1e300", "3e-310"],
    },
    OTHERS: {
        "tan": None, "pow": PAIRS + ["0.99999999, 1e10"], "exp2": None, "expm1": None,
        "log2": ["3.0", "1e300", "3e-310"], "log10": ["3.0", "1e300", "3e-310"],
        "log1p": ["0.3", "-0.999", "1e300", "3e-310"], "cbrt": None, "hypot": PAIRS,
        "asin": ["0.7", "-0.9999", "3e-310"], "acos": ["0.3", "-0.7", "-0.9999", "3e-310"], "atan": None, "atan2": PAIRS,
        "sinpi": None, "cospi": None, "sinc": None, "sinh": None, "cosh": None, "asinh": None,
        "acosh": ["1.3", "1.0000001", "1e300"], "atanh": ["0.3", "-0.9999", "3e-310"],
        "erf": ["0.4", "1.3", "-5.9", "3e-310"], "erfc": ["0.4", "3.0", "-3.0", "26.5"], "gelu": ["-3.0", "0.4", "-37.0"],
        "softplus": None, "log_sigmoid": None, "silu": None,
        "lgamma": ["-1.7", "0.4", "2.0001", "15.9", "1e300", "-170.3", "-30.3", "3e-310"],
        "tgamma": ["-1.7", "0.4", "15.9", "171.6", "-170.3", "-30.3", "1e-300"],
        "digamma": ["-1.7", "0.4", "1.46", "15.9", "1e300", "-170.3", "-30.3", "3e-310"],
        "fma": ["1.3, 1.7, 0.3", "1e-300, 1e-20, 1e-310", "1e200, 1e200, -1e300"], "fmod": ["1e308, 1e-300", "5.3, 3.1"],
        "round": None, "floor": None, "ceil": None,
    },
}


def steps(clang, source):
    """The smallest limit under which the source compiles, to 2 %."""
    low, high = 0, 40000 * CALLS
    while high - low > high // 50:
        middle = (low + high) // 2
        command = [clang, "-std=c++20", "-fsyntax-only", f"-I{INCLUDE}", f"-fconstexpr-steps={middle}", source]
        if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0:
            high = middle
        else:
            low = middle
    return high // CALLS


def main():
    clang = sys.argv[1] if len(sys.argv) > 1 else "clang++-19"
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "steps.cpp"
        for limit, functions in ARGUMENTS.items():
            for function, arguments in functions.items():
                counts = {}
                for at in arguments or EDGES:
                    calls = f"use(leibniz::math::{function}({at}));" * CALLS
                    source.write_text(SOURCE.replace("CALLS", calls), encoding="ascii")
                    counts[at] = steps(clang, source)
                worst = max(counts, key=counts.get)
                failed = failed or counts[worst] > limit
                print(f"{function:12} {counts[worst]:6} at {worst}{'  too many' if counts[worst] > limit else ''}", flush=True)
    sys.exit(failed)


main()
