#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compiles kernels for a GPU and checks that nothing is left of the library: no local memory, no calls, no double.

usage: check_ptx.py SOURCE COMPILER...
"""
import re
import subprocess
import sys

WANTED = 2
FORBIDDEN = {
    "double precision": re.compile(r"\.f64\b"),
    "a call": re.compile(r"^\s*(?:@\S+\s+)?call\b", re.MULTILINE),
    "local memory": re.compile(r"\.local\b|\b(?:ld|st)\.local\b"),
    "a global constant": re.compile(r"^\s*(?:\.visible\s+)?\.(?:global|const)\s+\.align", re.MULTILINE),
}


def main():
    source, compiler = sys.argv[1], sys.argv[2:]
    made = subprocess.run([*compiler, source, "-o", "-"], capture_output=True, text=True)
    if made.returncode != 0:
        sys.exit(made.stderr)
    kernels = re.findall(r"\.entry (\w+)\((.*?)^\}", made.stdout, re.MULTILINE | re.DOTALL)
    if len(kernels) != WANTED:
        sys.exit(f"{len(kernels)} kernels, not {WANTED}")
    found = [what for what, pattern in FORBIDDEN.items() if pattern.search(made.stdout)]
    for name, body in kernels:
        print(f"{name}: {sum(1 for line in body.splitlines() if line.endswith(';') and line.startswith(chr(9)))} instructions")
    if found:
        sys.exit("in the kernels: " + ", ".join(found))


if __name__ == "__main__":
    main()
