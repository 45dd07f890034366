#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that an object file holds one function and nothing else: no data but constants, no calls but those named.

usage: check_object.py --function NAME [--calls exp,log] [--times N] [--no-double] OBJECT
"""
import argparse
import re
import subprocess
import sys

ALLOWED_SECTIONS = re.compile(
    r"\.text(\.\w+)?$"               # the function; GCC: .text.unlikely and the like, empty
    r"|\.rodata\.cst\d+$"            # floating-point constants
    r"|\.eh_frame$|\.debug_"         # how to unwind and to debug it
    r"|\.comment$|\.note|\.llvm_addrsig$|\.group$"
    r"|\.rela?\.|\.(sym|str|shstr)tab$")  # what llvm-objdump lists too
CONSTANT = re.compile(r"\.?LC")      # GCC .LC0, Clang .LCPI0_0
DOUBLE = re.compile(r"v?((add|sub|mul|div|sqrt|max|min|u?comi|cvt\w*)(sd|pd)|cvtsd\w*|cvtpd\w*|fmadd\w*[sp]d)$")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def symbols(object_file, nm):
    for line in run(nm, "--format=posix", object_file).splitlines():
        name, kind = line.split()[:2]
        yield name, kind


def sections(object_file, objdump):
    """Names of the sections that are not empty."""
    for line in run(objdump, "-h", "-w", object_file).splitlines():
        fields = line.split()
        if len(fields) > 2 and fields[0].isdigit() and int(fields[2], 16) > 0:
            yield fields[1]


def mnemonics(object_file, objdump):
    for line in run(objdump, "-d", "--no-show-raw-insn", object_file).splitlines():
        match = re.match(r"\s+[0-9a-f]+:\s+(\S+)(.*)", line)
        if match:
            yield match.group(1), match.group(2).strip()


def faults(options):
    functions, undefined = [], set()
    for name, kind in symbols(options.object, options.nm):
        if kind in "Uw":
            undefined.add(name)
        elif kind == "T":
            functions.append(name)
        elif not (kind == "r" and CONSTANT.match(name)):
            yield f"symbol {name} of kind {kind}: neither the function nor a constant"
    if functions != [options.function]:
        yield f"functions defined: {functions}, expected {options.function} only"
    allowed = set(filter(None, options.calls.split(","))) | {"_GLOBAL_OFFSET_TABLE_"}
    if undefined - allowed:
        yield f"calls {sorted(undefined - allowed)}, allowed {sorted(allowed)}"
    for name in sections(options.object, options.objdump):
        if not ALLOWED_SECTIONS.match(name):
            yield f"section {name} is not empty"
    calls = 0
    for mnemonic, operands in mnemonics(options.object, options.objdump):
        calls += mnemonic.startswith("call")
        if not options.calls and mnemonic.startswith("call"):
            yield f"a call: {mnemonic} {operands}"
        if options.no_double and DOUBLE.match(mnemonic):
            yield f"arithmetic in double: {mnemonic} {operands}"
    if options.times is not None and calls != options.times:
        yield f"{calls} calls, expected {options.times}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("object")
    parser.add_argument("--function", required=True)
    parser.add_argument("--calls", default="", help="the library functions that may be called")
    parser.add_argument("--times", type=int, help="how many calls there are in the code")
    parser.add_argument("--no-double", action="store_true", help="no double-precision arithmetic (x86-64)")
    parser.add_argument("--nm", default="nm")
    parser.add_argument("--objdump", default="objdump")
    options = parser.parse_args()
    found = list(faults(options))
    for fault in found:
        print(f"{options.object}: {fault}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
