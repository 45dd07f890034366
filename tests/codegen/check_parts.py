#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that a program in parts is as much code as the same program in one function, by its disassembly.

usage: check_parts.py --objdump TOOL WHOLE.o PARTS.o

Both are straight-line code, so that what is counted is what runs: instructions and, on x86, accesses to memory and the
bytes of the largest stack frame. Fails where the parts take more than 10 % more instructions or accesses, or a frame that
is larger; and where they are not several functions.
"""
import argparse
import re
import subprocess
import sys

MORE = 1.10


def measure(objdump, path):
    """(functions, instructions, accesses to memory, bytes of the largest stack frame)"""
    text = subprocess.run([objdump, "-d", "--no-show-raw-insn", path], check=True, capture_output=True, text=True).stdout
    code = [line.split("\t")[-1].strip() for line in text.splitlines() if re.match(r" +[0-9a-f]+:\t", line)]
    code = [line for line in code if not re.match(r"(nop|xchg +%ax|data16|cs nop)", line)]
    accesses = sum("(%r" in line and not line.startswith("lea") for line in code)
    frames = [int(m[1], 0) for line in code if (m := re.match(r"sub +\$(0x[0-9a-f]+),%rsp", line))]
    return len(re.findall(r"^[0-9a-f]+ <.*>:$", text, re.M)), len(code), accesses, max(frames, default=0)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--objdump", required=True)
    arguments.add_argument("whole")
    arguments.add_argument("parts")
    a = arguments.parse_args()
    whole, parts = measure(a.objdump, a.whole), measure(a.objdump, a.parts)
    print("                functions  instructions  accesses  stack bytes")
    for name, row in (("one function", whole), ("parts", parts)):
        print(f"{name:15} {row[0]:9} {row[1]:13} {row[2]:9} {row[3]:12}")
    faults = []
    if parts[0] < whole[0] + 3: faults.append("the program is not in parts")
    if parts[1] > MORE * whole[1]: faults.append("too many instructions")
    if parts[2] > MORE * whole[2]: faults.append("too many accesses to memory")
    if parts[3] > whole[3] + 256: faults.append("a larger stack frame")
    for fault in faults: print("FAULT:", fault)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
