#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Instructions per call of value and gradient, by the library and by hand, counted by callgrind.

Only what runs inside the function counts, the calls of the mathematical library included.
usage: count_instructions.py [--gate] NAME=PROGRAM...
"""
import argparse
import os
import re
import subprocess
import sys

# The network by hand has y*(1 - y) as derivative, which is 0 where y is near 1; the library's, which is not, takes one
# more for each neuron.
# function, what it is compared with, the largest ratio that --gate lets pass (None: for information)
COMPARED = [
    ("network_formula", "network_hand", 1.03),
    ("network_function", "network_hand", 1.02),
    ("rat43_formula", "rat43_hand", 1.04),
    ("rat43_function", "rat43_hand", 1.04),
    ("rat43_formula", "rat43_expert", None),
]
CALLS = 1500


def collected(option, *command):
    """Instructions of what callgrind is told to collect of a command."""
    result = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", option, *command],
                            check=True, capture_output=True, text=True, env=os.environ | {"LD_BIND_NOW": "1"})
    return int(re.search(r"Collected : (\d+)", result.stderr).group(1))


def count(program, function):
    return collected(f"--toggle-collect={function}", program, function, str(CALLS)) / CALLS


def own(program, function):
    """Instructions in the function's code, as it stands in the program."""
    text = subprocess.run(["objdump", "-d", "--no-show-raw-insn", f"--disassemble={function}", program],
                          check=True, capture_output=True, text=True).stdout
    return len([m for m in re.findall(r"^\s+[0-9a-f]+:\s+(\S+)", text, re.M) if not m.startswith(("nop", "cs", "data16"))])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", nargs="+", metavar="NAME=PROGRAM")
    parser.add_argument("--gate", action="store_true", help="fail where a ratio is above its limit")
    options = parser.parse_args()
    failed = False
    print("| compiler | function | instructions a call | by hand | ratio | instructions in the code | by hand |")
    print("|---|---|---|---|---|---|---|")
    for named in options.programs:
        name, program = named.split("=", 1)
        counts = {f: (count(program, f), own(program, f)) for f in sorted({f for row in COMPARED for f in row[:2]})}
        for function, by_hand, limit in COMPARED:
            ratio = counts[function][0] / counts[by_hand][0]
            print(f"| {name} | {function} | {counts[function][0]:.1f} | {counts[by_hand][0]:.1f} ({by_hand}) | {ratio:.3f} |"
                  f" {counts[function][1]} | {counts[by_hand][1]} |")
            failed |= options.gate and limit is not None and ratio > limit
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
