#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Changes partials and rules in the source, one at a time, and sees the law tests fail.

The test laws.mutation makes thousands of mistakes in memory; this shows for a few that a mistake in the headers
reaches the tests. Works on a copy of the headers; needs a configured and built preset (for its compile commands).

usage: tools/mutate.py [BUILD-FOLDER, build/gcc if not given]
"""
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import json

# header, what is written, what it becomes
MISTAKES = [
    ("functions/trigonometric.hpp", "return list(-sin(x));", "return list(sin(x));"),
    ("functions/exponential.hpp", "return list(sigmoid(x));", "return list(softplus(x));"),
    ("functions/power.hpp", "return list(2_c * x);", "return list(3_c * x);"),
    ("functions/arithmetic.hpp", "return list(y, x); }", "return list(x, y); }"),
    ("functions/piecewise.hpp", "return list(where(x > 0_c, 1_c, 0_c));", "return list(where(x >= 0_c, 1_c, 0_c));"),
    ("functions/piecewise.hpp", "list(where(y < x, 0_c, 1_c), where(y < x, 1_c, 0_c))",
     "list(where(y <= x, 0_c, 1_c), where(y < x, 1_c, 0_c))"),
    ("functions/rules.hpp", "b - a}", "a - b}"),
    ("functions/rules.hpp", "{\"add-zero\",            validity::finite", "{\"add-zero\",            validity::always"),
    ("functions/rules.hpp", "{\"multiply-same\",       validity::always", "{\"multiply-same\",       validity::finite"),
    ("functions/rules.hpp", ", condition::power_of_two}", "}"),
]
# what knows partials, and what knows rules
PARTIALS = ["interpreter/rows_of_double.cpp", "interpreter/rows_of_big.cpp", "laws/partial_law.cpp", "laws/partials.cpp"]
RULES = ["laws/rules.cpp"]


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    build = root / (sys.argv[1] if len(sys.argv) > 1 else "build/gcc")
    commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    unnoticed = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for header, written, mistake in MISTAKES:
            shutil.rmtree(folder / "include", ignore_errors=True)
            shutil.copytree(root / "include", folder / "include")
            file = folder / "include/leibniz" / header
            text = file.read_text(encoding="utf-8")
            if written not in text:
                sys.exit(f"{header} has no '{written}': this list is out of date")
            file.write_text(text.replace(written, mistake, 1), encoding="utf-8")
            objects = []
            for source in RULES if "rules" in header else PARTIALS:
                command = next(c for c in commands if c["file"] == str(root / "tests" / source))
                words = shlex.split(command["command"])
                # the headers' copy first, and not the precompiled header, which holds the originals
                words = [w for w in words[:words.index("-o")]
                         if w not in ("-Winvalid-pch", "-include", "ccache") and "cmake_pch" not in w]
                compiler, *flags = words
                objects.append(folder / (source.replace("/", "_") + ".o"))
                subprocess.run([compiler, f"-I{folder}/include", *flags, "-w", "-O1", "-o", objects[-1], "-c",
                                root / "tests" / source], check=True, cwd=command["directory"])
            libraries = [build / "tests/laws/liblaws.a", build / "tests/fuzz/libfuzz_samples.a", build / "tests/interpreter/libtest_interpreter.a",
                         *(build / "tests/CMakeFiles/test_main.dir").glob("*.o")]
            program = folder / "laws"
            subprocess.run([compiler, "-o", program, *objects, *libraries], check=True)
            result = subprocess.run([program], capture_output=True, text=True)
            noticed = result.returncode != 0
            unnoticed += not noticed
            print(f"{'noticed' if noticed else 'NOT NOTICED'}: {header}: {written} -> {mistake}", flush=True)
    print(f"{len(MISTAKES)} mistakes, {unnoticed} not noticed")
    return unnoticed > 0


if __name__ == "__main__":
    sys.exit(main())
