#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes a header that declares variables as a user may have them: every word in the library's headers, and the thousand
shortest names.

usage: make_globals.py FILE INCLUDE-FOLDER COMPILE-COMMAND...

Left out are names that the library keeps to itself (leibniz_…, and parameters of constructors, …_in: GCC warns of these
two) and names that cannot be a variable: keywords, namespaces and what the C library declares, which the compiler
refuses behind the headers of other libraries.
"""
import itertools
import pathlib
import re
import string
import subprocess
import sys

OWN = re.compile(r"leibniz_\w+|\w+_in|leibniz")
NOT_POSSIBLE = {"swap"}  # Boost calls it behind `using namespace std`


def words_of(folder):
    """Words in the headers, and the headers of others that they include."""
    words, included = set(), set()
    for path in sorted(folder.rglob("*.hpp")):
        text = path.read_text(encoding="utf-8")
        included |= set(re.findall(r"^#include (<.*>)", text, re.MULTILINE))
        text = re.sub(r'//.*|"[^"\n]*"|^#.*', "", text, flags=re.MULTILINE)
        words |= set(re.findall(r"\b[a-z]\w*", text))
    return words, included


def shortest_names(count):
    letters, more = string.ascii_letters, string.ascii_letters + "_" + string.digits
    names = ("".join(name) for length in itertools.count() for name in itertools.product(letters, *[more] * length))
    return set(itertools.islice(names, count))


def refused(lines, command, file):
    """Which of these lines are errors."""
    file.write_text("\n".join(lines), encoding="utf-8")
    run = subprocess.run([*command, "-Werror", "-fsyntax-only", file], capture_output=True, text=True)
    return {int(n) - 1 for n in re.findall(rf"^{re.escape(str(file))}:(\d+):\d+: (?:fatal )?error", run.stderr,
                                           re.MULTILINE)}


def main():
    file, folder, command = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
    words, included = words_of(folder)
    names = {name for name in words | shortest_names(1000) if not OWN.fullmatch(name)} - NOT_POSSIBLE
    before = "".join(f"#if __has_include({header})\n#include {header}\n#endif\n" for header in sorted(included))
    lines = before.splitlines() + [f"extern double {name};" for name in sorted(names)]
    trial = file.with_suffix(".cpp")
    while wrong := refused(lines, command, trial):
        lines = [line for i, line in enumerate(lines) if i not in wrong]
    declared = [line for line in lines if line.startswith("extern")]
    if len(declared) < 0.9 * len(names):
        sys.exit(f"of {len(names)} names the compiler takes {len(declared)}")
    file.write_text("\n".join(declared) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
