#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs the benchmarks and writes their tables to bench/results: compile.md, instructions.md,
levels.md, orders.md, run.md.

usage: bench.py --build FOLDER [--machine TEXT] [TABLE...]       TABLE: instructions levels compile orders run
"""
import argparse
import datetime
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
COMPILERS = ["g++-12", "clang++-19"]
FLAGS = ["-std=c++20", "-O2", "-fno-exceptions", "-fno-rtti"]


def write(name, title, machine, command):
    """Shows what the command prints and keeps it."""
    path = HERE / "results" / name
    head = f"# {title}\n\n{datetime.date.today()}, {machine}. Written by `./dev bench`.\n"
    with open(path, "w") as file:
        for line in head.splitlines():
            print(line, file=file)
        print(file=file)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        for line in process.stdout:
            print(line, end="", flush=True)
            file.write(line)
    return process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tables", nargs="*", default=["instructions", "levels", "run", "compile", "orders"])
    parser.add_argument("--build", required=True)
    parser.add_argument("--machine", default=f"{os.cpu_count()} cores")
    options = parser.parse_args()
    compilers = [c for c in COMPILERS if shutil.which(c)] or ["g++"]
    # All tables are of one state of the headers, whatever is edited meanwhile.
    include = pathlib.Path(options.build, "include")
    shutil.rmtree(include, ignore_errors=True)
    shutil.copytree(HERE.parent / "include", include)
    failed = 0
    if "instructions" in options.tables:
        programs = []
        for compiler in compilers:
            program = pathlib.Path(options.build, f"instructions_{compiler}")
            program.parent.mkdir(parents=True, exist_ok=True)
            sources = sorted((HERE.parent / "tests/codegen").glob("*.cpp"))
            subprocess.run([compiler, *FLAGS, f"-I{include}", *map(str, sources), "-o", str(program)], check=True)
            programs.append(f"{compiler}={program}")
        failed |= write("instructions.md", "Instructions of value and gradient, by the library and by hand",
                        options.machine, [sys.executable, str(HERE / "run/count_instructions.py"), *programs])
    if "levels" in options.tables:
        failed |= write("levels.md", "Without optimisation: instructions and stack", options.machine,
                        [sys.executable, "-u", str(HERE / "levels/measure.py"), "--include", str(include), "--build",
                         str(pathlib.Path(options.build, "levels")), "--compilers", ",".join(compilers)])
    if "run" in options.tables:
        failed |= write("run.md", "Value and derivatives at run time, against code by hand and other libraries", options.machine,
                        [sys.executable, "-u", str(HERE / "run/measure.py"), "--include", str(include), "--build",
                         str(pathlib.Path(options.build, "run")), "--results", str(HERE / "results"), "--compilers",
                         ",".join(compilers)])
    if "compile" in options.tables:
        failed |= write("compile.md", "Compile time and memory of the compiler", options.machine,
                        [sys.executable, "-u", str(HERE / "compile/measure.py"), "--limits",
                         "--include", str(include), "--compilers", ",".join(compilers)])
    if "orders" in options.tables:
        failed |= write("orders.md", "Jacobians of kernels that people know, in every order of accumulation", options.machine,
                        [sys.executable, "-u", str(HERE / "orders/measure.py"), "--include", str(include),
                         "--compiler", compilers[0]])
    return failed


if __name__ == "__main__":
    sys.exit(main())
