#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs the benchmarks and writes their tables to bench/results, each to a file of its name.

usage: bench.py --build FOLDER [--machine TEXT] [TABLE...]       TABLE: a name in TABLES below; all if none is given
"""
import argparse
import datetime
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results"
COMPILERS = ["g++-12", "clang++-19"]
FLAGS = ["-std=c++20", "-O2", "-fno-exceptions", "-fno-rtti"]


def instructions(build, include, compilers):
    command = [HERE / "run/count_instructions.py"]
    for compiler in compilers:
        program = build.with_name(f"instructions_{compiler}")
        sources = sorted((HERE.parent / "tests/codegen").glob("*.cpp"))
        subprocess.run([compiler, *FLAGS, f"-I{include}", f"-I{HERE.parent / 'tests'}", *sources, "-o", program], check=True)
        command.append(f"{compiler}={program}")
    return command


def measure(table, *more, one_compiler=False, folder=True):
    """The command of a table whose measure.py takes the usual options."""
    def command(build, include, compilers):
        which = ["--compiler", compilers[0]] if one_compiler else ["--compilers", ",".join(compilers)]
        return [HERE / table / "measure.py", "--include", include, *(["--build", build] if folder else []), *which, *more]
    return command


# name: what it shows, its command
TABLES = {
    "instructions": ("Instructions of value and gradient, by the library and by hand", instructions),
    "levels": ("Without optimisation: instructions and stack", measure("levels")),
    "run": ("Value and derivatives at run time, against code by hand and other libraries",
            measure("run", "--results", RESULTS)),
    "batch": ("Arrays of points: batches against single points", measure("batch")),
    "scaling": ("More threads, more ranks of MPI", measure("scaling", one_compiler=True)),
    "compile": ("Compile time and memory of the compiler", measure("compile", "--limits", folder=False)),
    "parts": ("Long programs, in parts and in one function", measure("parts")),
    "orders": ("Jacobians and Hessians of kernels that people know, in every order of accumulation",
               measure("orders", one_compiler=True, folder=False)),
}


def write(name, title, machine, command):
    """Shows what the command prints and keeps it."""
    head = f"# {title}\n\n{datetime.date.today()}, {machine}. Written by `./dev bench`.\n"
    with open(RESULTS / f"{name}.md", "w") as file:
        for line in head.splitlines():
            print(line, file=file)
        print(file=file)
        process = subprocess.Popen([sys.executable, "-u", *map(str, command)], stdout=subprocess.PIPE, text=True)
        for line in process.stdout:
            print(line, end="", flush=True)
            file.write(line)
    return process.wait()


def machine():
    """The processor, where the system tells, and how many cores there are."""
    known = pathlib.Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*: (.*)$", known.read_text(), re.MULTILINE) if known.exists() else None
    return (f"{found[1]}, " if found else "") + f"{os.cpu_count()} cores"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tables", nargs="*", metavar="TABLE", default=list(TABLES))
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--machine", default=machine())
    options = parser.parse_args()
    compilers = [c for c in COMPILERS if shutil.which(c)] or ["g++"]
    # All tables are of one state of the headers, whatever is edited meanwhile.
    include = options.build / "include"
    shutil.rmtree(include, ignore_errors=True)
    shutil.copytree(HERE.parent / "include", include)
    failed = 0
    for name in options.tables:
        title, command = TABLES[name]
        failed |= write(name, title, options.machine, command(options.build / name, include, compilers))
    return failed


if __name__ == "__main__":
    sys.exit(main())
