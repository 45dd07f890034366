#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Prints, as Markdown, the operations of the Jacobians and Hessians of tests/kernels in every order of accumulation, what
the compiler needs to find them, and the kernels' condition numbers. A row for each kernel; one compilation for each
order.

usage: measure.py --include FOLDER [--compiler g++] [KERNEL...]
"""
import argparse
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from target_flags import target_flags  # noqa: E402

TESTS = HERE.parent.parent / "tests"
ORDERS = ["forward", "reverse", "markowitz", "lowest_fill"]
SCALAR = "black_scholes|double_pendulum|network|osborne_2_residual"  # kernels with one output
HESSIAN_ORDERS = ["forward", "lowest_fill"]
FLAGS = ["-std=c++20", "-O0"]


def kernels():
    """(name, expression, sample, header) of every kernel: functions and formulas, then problems of least squares."""
    for header in sorted((TESTS / "kernels").glob("*.hpp")):
        text = header.read_text()
        for name in re.findall(r"^inline constexpr auto (\w+) =\s*lz::(?:function|vector)", text, re.M):
            yield name, name, f"{name}_sample", header
    for name, header in problems():
        yield name, f"residuals_of<kernels::{name}>", f"{name}::start", header


def problems():
    for header in sorted((TESTS / "kernels").glob("least_squares_*.hpp"), key=lambda h: int(h.stem.split("_")[-1])):
        for name in re.findall(r"^struct (\w+) \{.*//", header.read_text(), re.M):
            yield name, header


def run(options, source, header, folder, **names):
    """What a program of this folder prints, and CPU seconds of the compiler; nothing when it failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = pathlib.Path(folder, "program")
    command = ["/usr/bin/env", options.compiler, *FLAGS, *target_flags(options.compiler), f"-I{options.include}", f"-I{TESTS}",
               f'-DHEADER="{header.relative_to(TESTS)}"', *(f"-D{name}={value}" for name, value in names.items()),
               str(HERE / source), "-o", str(program)]
    if subprocess.run(command, stderr=subprocess.DEVNULL).returncode:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return subprocess.run([program], capture_output=True, check=True, text=True).stdout.split(), seconds


def marked(found, fewest, pure):
    """Operations in each order, in bold the fewest where no order of `pure` has them."""
    alone = fewest < min(pure)
    return [f"**{n}**" if alone and n == fewest else "–" if n is None else str(n) for n in found]


def head(columns):
    print("\n| " + " | ".join(columns) + " |")
    print("|" + "---|" * len(columns), flush=True)


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def jacobians(options, folder):
    print("Operations of the value and its Jacobian in one pass; in bold the fewest, where a mixed order has them alone. "
          "Ratio: the fewest to those of the value alone. Nodes: of the graph of the cheapest order. "
          "Seconds: CPU time of the compiler for a program that asks for this one order. "
          "Condition: at the kernel's sample, the largest sum of |x ∂r/∂x| over all inputs x, relative to a value or an entry r "
          "of the Jacobian, or to a hundredth of the largest in its row where that is more.")
    head(["kernel", "outputs × inputs", "value", *(o.replace("_", " ") for o in ORDERS), "ratio", "nodes", "seconds",
          "condition: value", "Jacobian"])
    for name, expression, sample, header in kernels():
        if options.only and name not in options.only:
            continue
        results = [run(options, "orders.cpp", header, folder, KERNEL=expression, ORDER=order) for order in ORDERS]
        condition = run(options, "condition.cpp", header, folder, KERNEL=expression, SAMPLE=sample)
        known = [([int(n) for n in r[0]], r[1]) for r in results if r]
        if not known or not condition:
            row(name, "failed")
            continue
        (outputs, inputs, value, fewest, nodes), seconds = min(known, key=lambda f: f[0][3])
        found = [int(r[0][3]) if r else None for r in results]
        row(name, f"{outputs} × {inputs}", value, *marked(found, fewest, [n for n in found[:2] if n is not None]),
            f"{fewest / max(value, 1):.2f}", nodes, f"{seconds:.1f}", *(f"{float(c):,.3g}" for c in condition[0]))


def hessians(options, folder):
    print("\n## Hessians\n\nOf the kernels with one output, and of the sums of squares of the problems of least squares. Operations of the value, "
          "with the gradient, and with the Hessian too: by tangents of the gradient, or by elimination in it, in bold where "
          "that takes fewer (the library tries it for functions of up to 150 nodes). "
          "Ratios: to those of the value alone.")
    head(["kernel", "inputs", "value", "gradient", "by tangents", "by lowest fill", "ratio: gradient", "Hessian", "seconds"])
    subjects = [(name, expression, header) for name, expression, _, header in kernels()
                if not expression.startswith("residuals") and re.search(SCALAR, name)]
    subjects += [(name, f"objective_of<kernels::{name}>", header) for name, header in problems()]
    for name, expression, header in subjects:
        if options.only and name not in options.only:
            continue
        results = [run(options, "hessians.cpp", header, folder, KERNEL=expression, ORDER=order)
                   for order in HESSIAN_ORDERS]
        known = [([int(n) for n in r[0]], r[1]) for r in results if r]
        if not known:
            row(name, "failed")
            continue
        (inputs, value, gradient, fewest), seconds = min(known, key=lambda f: f[0][3])
        found = [int(r[0][3]) if r else None for r in results]
        row(name, inputs, value, gradient, *marked(found, fewest, [found[0] or fewest + 1]),
            f"{gradient / max(value, 1):.2f}", f"{fewest / max(value, 1):.2f}", f"{seconds:.1f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("only", nargs="*")
    parser.add_argument("--include", default=str(HERE.parent.parent / "include"))
    parser.add_argument("--compiler", default="g++")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        jacobians(options, folder)
        hessians(options, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
