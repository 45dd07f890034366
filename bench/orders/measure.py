#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Prints, as Markdown, the operations of the Jacobians of tests/kernels in every order of accumulation, and what the
compiler needs to find them. A row for each kernel; one compilation for each order.

usage: measure.py --include FOLDER [--compiler g++] [--build FOLDER] [KERNEL...]
"""
import argparse
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent.parent / "tests"
ORDERS = ["forward", "reverse", "markowitz", "lowest_fill"]
FLAGS = ["-std=c++20", "-O0", "-fconstexpr-ops-limit=2000000000", "-fconstexpr-loop-limit=20000000"]


def kernels():
    """(name, expression, header) of every kernel: functions, then problems of least squares."""
    for header in sorted((TESTS / "kernels").glob("*.hpp")):
        text = header.read_text()
        for name in re.findall(r"^inline constexpr auto (\w+) =\s*lz::function", text, re.M):
            yield name, name, header
    for header in sorted((TESTS / "kernels").glob("least_squares_*.hpp"), key=lambda h: int(h.stem.split("_")[-1])):
        for name in re.findall(r"^struct (\w+) \{.*//", header.read_text(), re.M):
            yield name, f"residuals_of<kernels::{name}>", header


def measure(options, expression, header, order, program):
    """The program's numbers, CPU seconds and megabytes of the compiler; nothing when it failed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = ["/usr/bin/env", options.compiler, *FLAGS, f"-I{options.include}", f"-I{TESTS}",
               f'-DHEADER="{header.relative_to(TESTS)}"', f"-DKERNEL={expression}", f"-DORDER={order}",
               str(HERE / "orders.cpp"), "-o", str(program)]
    if subprocess.run(command, stderr=subprocess.DEVNULL).returncode:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    numbers = [int(n) for n in subprocess.run([program], capture_output=True, check=True).stdout.split()]
    return numbers, seconds


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("only", nargs="*")
    parser.add_argument("--include", default=str(HERE.parent.parent / "include"))
    parser.add_argument("--compiler", default="g++")
    options = parser.parse_args()
    print("Operations of the value and its Jacobian in one pass; in bold the fewest, where a mixed order has them alone. "
          "Ratio: the fewest to those of the value alone. Nodes: of the graph of the cheapest order. "
          "Seconds: CPU time of the compiler for a program that asks for this one order.\n")
    print("| kernel | outputs × inputs | value | " + " | ".join(o.replace("_", " ") for o in ORDERS) +
          " | ratio | nodes | seconds |")
    print("|" + "---|" * (len(ORDERS) + 6))
    with tempfile.TemporaryDirectory() as folder:
        for name, expression, header in kernels():
            if options.only and name not in options.only:
                continue
            found = [measure(options, expression, header, order, pathlib.Path(folder, "orders")) for order in ORDERS]
            known = [f for f in found if f]
            if not known:
                print(f"| {name} | failed |")
                continue
            numbers, seconds = min(known, key=lambda f: f[0][3])
            outputs, inputs, value, fewest, nodes = numbers
            pure = min(f[0][3] for f in found[:2] if f)
            cells = [f"**{f[0][3]}**" if f and f[0][3] == fewest < pure else str(f[0][3]) if f else "–" for f in found]
            print(f"| {name} | {outputs} × {inputs} | {value} | " + " | ".join(cells) +
                  f" | {fewest / max(value, 1):.2f} | {nodes} | {seconds:.1f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
