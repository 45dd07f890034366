#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Compile time and memory of the library, as Markdown tables.

usage: measure.py [--include FOLDER] [--repeat N] [--limits] [TABLE...]     TABLE: sharing scale formulas include
                                                                          peers

Seconds are processor time of the compiler (user), the median of the repetitions; memory is the largest resident set.
"""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

import against_peers
import generate

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent))
from target_flags import target_flags  # noqa: E402

ROOT = HERE.parent.parent
EMPTY = "int main() {}\n"
LIBRARY = "#include <leibniz/leibniz.hpp>\nint main() {}\n"
STANDARD = "#include <cmath>\n#include <cstdio>\nint main() { std::printf(\"%g\\n\", std::sin(1.0)); }\n"
ONE_GRADIENT = """#include <cstdio>
#include <leibniz/leibniz.hpp>
constexpr leibniz::variable<"x"> x;
constexpr leibniz::variable<"y"> y;
int main() {
  auto const r = leibniz::gradient(x * x * y + sin(x))(x = 2.0, y = 5.0);
  std::printf("%g %g %g\\n", r.value, r[x], r[y]);
}
"""


class Compiler:
    def __init__(self, command, include, repeat):
        self.command, self.include, self.repeat = command, include, repeat
        self.kind = "clang++" if "clang" in command else "g++"
        version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout
        self.version = ("Clang " if self.kind == "clang++" else "GCC ") + re.search(r"\d+\.\d+\.\d+", version).group()

    def once(self, source, flags):
        """Seconds and megabytes, or None and the first error."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "program.cpp")
            path.write_text(source)
            with open(pathlib.Path(folder, "errors"), "w+") as errors:
                process = subprocess.Popen([self.command, "-std=c++20", f"-I{self.include}", *flags, "-c", str(path),
                                            "-o", str(path.with_suffix(".o"))], stderr=errors)
                _, status, usage = os.wait4(process.pid, 0)
                if status != 0:
                    errors.seek(0)
                    text = errors.read()
                    if "too many for this limit" in text or "maximum step limit" in text or "operation count exceeds" in text:
                        return None, "the limit on the steps of one constant evaluation"
                    text = re.search(r"(?:error|fatal error): (.*)", text)
                    return None, text.group(1) if text else "the compiler gave up"
            nodes = None
            dump = subprocess.run(["objdump", "-s", "-j", ".nodes", str(path.with_suffix(".o"))], capture_output=True,
                                  text=True).stdout
            found = re.search(r"^ 0000 ([0-9a-f]{8}) ([0-9a-f]{8})", dump, re.M)
            if found and "node_count" in source:
                nodes = [int.from_bytes(bytes.fromhex(word), "little") for word in found.groups()]
            return (usage.ru_utime, usage.ru_maxrss / 1024, nodes), None

    def measure(self, source, flags=("-O2",), repeat=None):
        runs = []
        for _ in range(repeat or self.repeat):
            run, error = self.once(source, flags)
            if run is None:
                return None, error
            runs.append(run)
        return (statistics.median(r[0] for r in runs), max(r[1] for r in runs), runs[0][2]), None

    def with_flags_if_needed(self, source, flags, repeat=None):
        """As measure; without flags if that works, else with those of the CMake target."""
        result, error = self.measure(source, flags, repeat=repeat)
        if result is not None:
            return result, "none"
        result, _ = self.measure(source, [*flags, *target_flags(self.kind)], repeat=repeat)
        return result, "target's" if result is not None else error


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |", flush=True)


def header(*cells):
    row(*cells)
    row(*["---"] * sum(1 + c.count(" | ") for c in cells))


def scale(compilers, kinds, sizes, repeat):
    header("compiler", "source", "flags", "nodes of the function", "of its gradient", "seconds", "ms a node", "MB",
           "KB a node", "limits raised")
    for compiler in compilers:
        for flags in (["-O2"], ["-O2", "-g"]):
            base, _ = compiler.measure(LIBRARY, flags)
            for kind in kinds:
                for size in sizes:
                    source = getattr(generate, kind)(round((size - 9) / 7))
                    result, raised = compiler.with_flags_if_needed(source, flags, repeat)
                    if result is None:
                        row(compiler.version, kind, " ".join(flags), f"about {size}", "–", "–", "–", "–", "–",
                            f"fails: {raised}")
                        continue
                    seconds, memory, (nodes, derived) = result
                    row(compiler.version, kind, " ".join(flags), nodes, derived, f"{seconds:.2f}",
                        f"{1000 * (seconds - base[0]) / nodes:.2f}", f"{memory:.0f}",
                        f"{1024 * (memory - base[1]) / nodes:.0f}", raised)


def limits(compilers, kinds):
    """The largest size that compiles without any flag, to about 5 %."""
    header("compiler", "source", "nodes of the function that compile without a flag", "what stops the next size")
    for compiler in compilers:
        for kind in kinds:
            reached, steps, stopped = 0, 16, "not searched further"
            factor = 2.0
            while factor > 1.05 and steps <= 512:
                result, error = compiler.measure(getattr(generate, kind)(steps), ["-O0"], 1)
                if result is not None:
                    reached, last = result[2][0], steps
                else:
                    stopped, factor, steps = error, factor ** 0.5, last
                steps = max(last + 1, round(steps * factor))
            row(compiler.version, kind, reached if steps <= 512 else f"{reached} at least", stopped)


def peers(compilers):
    """Seconds and megabytes at sizes of the function; at the smallest all must compute the same."""
    sizes = [10, 100, 1000]
    header("compiler", "by", *(f"{size} nodes: seconds | MB" for size in sizes))
    for compiler in compilers:
        flags = [*against_peers.peer_options.includes(), "-O2"]
        wrong = against_peers.check(compiler.command, [*flags, f"-I{compiler.include}"], 2)
        if wrong:
            sys.exit(f"{compiler.version}: other results by {', '.join(wrong)}")
        for who in against_peers.PROGRAMS:
            cells = []
            for size in sizes:
                result, error = compiler.measure(against_peers.source(who, round(size / 7)), flags)
                cells.append(f"{result[0]:.2f} | {result[1]:.0f}" if result else f"{error} | –")
            row(compiler.version, who, *cells)


def sharing(compilers):
    header("compiler", "source", "flags", "seconds", "MB")
    for compiler in compilers:
        for kind in ("formula", "function"):
            source = (ROOT / "tests/codegen/sharing" / f"{kind}.cpp").read_text()
            for flags in (["-O2"], ["-O2", "-g"], ["-O0", "-g"]):
                result, error = compiler.measure(source, flags)
                row(compiler.version, kind, " ".join(flags), *([f"{result[0]:.2f}", f"{result[1]:.0f}"] if result else [error, ""]))


def include(compilers):
    header("compiler", "program", "-O0: seconds", "more than `<cmath>` and `<cstdio>`", "-O2: seconds", "more")
    for compiler in compilers:
        programs = [("`<cmath>`, `<cstdio>`", STANDARD), ("includes the library", LIBRARY),
                    ("prints one gradient", ONE_GRADIENT)]
        base = {}
        for name, source in programs:
            cells = [compiler.version, name]
            for flag in ("-O0", "-O2"):
                seconds = compiler.measure(source, [flag], 9)[0][0]
                base.setdefault(flag, seconds)
                cells += [f"{seconds:.2f}", f"{seconds - base[flag]:.2f}"]
            row(*cells)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tables", nargs="*", default=["include", "sharing", "peers", "scale", "formulas"])
    parser.add_argument("--include", default=str(ROOT / "include"))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--compilers", default="g++-12,clang++-19")
    parser.add_argument("--limits", action="store_true", help="also search for the largest size without flags (slow)")
    parser.add_argument("--sizes", default="500,1000,2000,5000,10000")
    options = parser.parse_args()
    compilers = [Compiler(c, options.include, options.repeat) for c in options.compilers.split(",") if shutil.which(c)]
    sizes = [int(s) for s in options.sizes.split(",")]
    versions = ", ".join(c.version for c in compilers)
    print(f"{versions}; seconds are processor time, the median of {options.repeat}; \"a node\": less a program that"
          " only includes the library; \"target's\": the flags that the CMake target adds (CMakeLists.txt).")
    titles = {"include": "Include cost", "sharing": "Sharing: 64 times t = sin(t)*t, value and derivative",
              "peers": "Beside peers: value and gradient of a function of 8 inputs, generic in its number, -O2",
              "scale": "Scale: value and gradient of a function of 8 inputs", "formulas": "Scale: formulas"}
    for table in options.tables:
        print(f"\n## {titles[table]}\n")
        if table == "scale":
            scale(compilers, ("straight",), sizes, options.repeat)
        elif table == "formulas":
            scale(compilers, ("formula",), [s for s in sizes if s <= 1000], options.repeat)
        elif table == "sharing":
            sharing(compilers)
        elif table == "peers":
            peers(compilers)
        else:
            include(compilers)
    if options.limits:
        print("\n## Without any flag\n")
        limits(compilers, ("loop", "straight", "formula"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
