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
ARGUMENTS = {
    FREQUENT: {
        "exp": "-700.3", "log": "3.3", "sin": "1e300", "cos": "2.0", "tanh": "0.4", "sigmoid": "-3.0", "sqrt": "2.0",
    },
    OTHERS: {
        "tan": "5.0", "pow": "1.7, -3.3", "exp2": "0.7", "expm1": "-1.3", "log2": "3.0", "log10": "3.0", "log1p": "0.3",
        "cbrt": "7.0", "hypot": "3.1, 4.2", "asin": "0.7", "acos": "-0.7", "atan": "2.3", "atan2": "1.2, -0.7",
        "sinpi": "1.3", "cospi": "1.3", "sinc": "2.3", "sinh": "1.3", "cosh": "1.3", "asinh": "1.3", "acosh": "1.3",
        "atanh": "0.3", "erf": "1.3", "erfc": "3.0", "gelu": "-3.0", "softplus": "-1.7", "log_sigmoid": "1.7",
        "silu": "-1.7", "lgamma": "-1.7", "tgamma": "-1.7", "digamma": "-1.7", "fma": "1.3, 1.7, 0.3",
        "fmod": "1e308, 1e-300", "round": "1.7",
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
                calls = "+".join([f"leibniz::math::{function}({arguments})"] * CALLS)
                source.write_text(f'#include "leibniz/math.hpp"\nconstexpr double value = {calls};\n', encoding="ascii")
                count = steps(clang, source)
                failed = failed or count > limit
                print(f"{function:12} {count:6}{'  too many' if count > limit else ''}", flush=True)
    sys.exit(failed)


main()
