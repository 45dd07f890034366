#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Builds examples 29 (threads) and 30 (ranks of MPI), sees that each gives the same for every number of them, and prints
what more of them gain, as Markdown. Best times of rounds in which every number has its turn.

usage: measure.py --include FOLDER --build FOLDER [--compiler g++] [--rounds 10]
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from target_flags import target_flags  # noqa: E402

EXAMPLES = HERE.parent.parent / "examples"
DATA = EXAMPLES / "data"
FLAGS = ["-std=c++20", "-O2"]
TIMES = 500  # every observation of ENSO, for the ranks to have some work
RANKS = [1, 2, 4]
# Open MPI: as root, and more ranks than cores
ENVIRONMENT = {"OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1", "OMPI_MCA_rmaps_base_oversubscribe": "1"}


def build(options, name, *flags):
    program = pathlib.Path(options.build, name)
    program.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([options.compiler, *FLAGS, *target_flags(options.compiler), f"-I{options.include}",
                    EXAMPLES / f"{name}.cpp", "-o", program, *flags], check=True)
    return program


def run(*command):
    return subprocess.run([str(c) for c in command], capture_output=True, text=True, check=True, env=os.environ | ENVIRONMENT)


def threads(program):
    """Seconds by number of threads; the program fails where results differ."""
    output = run(program, DATA / "uci/digits.csv").stdout
    return {int(n): float(s) for n, s in re.findall(r"^(\d+) threads?: ([\d.]+) s", output, re.M)}


def ranks(program):
    results = {n: run("mpirun", "-n", n, program, DATA / "nist/ENSO.dat", TIMES) for n in RANKS}
    if len({r.stdout for r in results.values()}) != 1:
        sys.exit("the results depend on the number of ranks")
    return {n: float(re.search(r"ranks: ([\d.]+) s", r.stderr)[1]) for n, r in results.items()}


def table(what, rounds):
    best = {n: min(r[n] for r in rounds) for n in rounds[0]}
    print(f"| {what} | seconds | times as fast as 1 |\n|---|---|---|")
    for n, seconds in best.items():
        print(f"| {n} | {seconds:.3f} | {best[1] / seconds:.2f} |")
    print(flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--include", default=str(EXAMPLES.parent / "include"))
    parser.add_argument("--build", required=True)
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    mpi = subprocess.run(["mpicxx", "--showme"], capture_output=True, text=True, check=True).stdout.split()[1:]
    parallel, distributed = build(options, "29_parallel", "-ltbb"), build(options, "30_mpi", *mpi)
    rounds = [(threads(parallel), ranks(distributed)) for _ in range(options.rounds)]
    print(f"{options.compiler} -O2, best of {options.rounds} rounds. The results are the same bit by bit in every row of a table.\n")
    print("`examples/29_parallel.cpp`: 300 gradients of a network of 280 weights, each summed over 1,500 images.\n")
    table("threads", [r[0] for r in rounds])
    print(f"`examples/30_mpi.cpp`: NIST's ENSO, each of the 168 observations {TIMES} times over; 9 parameters, fitted by "
          "Gauss and Newton's method. All ranks are on this machine.\n")
    table("ranks", [r[1] for r in rounds])
    return 0


if __name__ == "__main__":
    sys.exit(main())
